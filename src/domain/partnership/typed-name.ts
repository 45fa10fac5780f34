const collator = new Intl.Collator('en-GB', { sensitivity: 'base', ignorePunctuation: true });

/** Whether somebody typed their own name; capitals, accents, spaces and punctuation are let pass. */
export const isTypedName = (typed: string, name: string): boolean => collator.compare(typed, name) === 0;

/** What stands by the field when another name was typed. */
export const typeYourName = (name: string): string => `Type your name as it stands here: ${name}.`;
