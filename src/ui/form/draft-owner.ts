import { getContext, setContext } from 'svelte';

const key = Symbol('draft owner');

/** Set once by the root layout: whose drafts the forms below read and write. */
export const provideDraftOwner = (person: () => string): void => void setContext(key, person);

export const draftOwner = (): string => getContext<(() => string) | undefined>(key)?.() ?? 'nobody';
