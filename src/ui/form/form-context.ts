import { getContext, setContext } from 'svelte';

/** What fields learn from the `Form` around them, so that pages don't repeat it for each field. */
export interface FormContext {
	/** Begins every id, so that two forms on one page don't share any. */
	readonly prefix: string;
	readonly errors: Readonly<Record<string, string>>;
	/** What was typed, when the server sent it back; undefined when nothing was posted. */
	readonly values: Readonly<Record<string, unknown>> | undefined;
	readonly sending: boolean;
	/** While the form is sent: every button of it, or only the pressed one where others may be pressed meanwhile. */
	readonly isBusy: (button: HTMLElement | undefined) => boolean;
	/** What was sent last was not taken: it stands in the form and nowhere else. */
	readonly refused: boolean;
}

const key = Symbol('form');

const noForm: FormContext = {
	prefix: 'field',
	errors: {},
	values: undefined,
	sending: false,
	isBusy: () => false,
	refused: false,
};

export const provideForm = (form: FormContext): FormContext => setContext(key, form);

/** Fields also work outside a `Form`, as in a filter that uses GET. */
export const surroundingForm = (): FormContext => getContext<FormContext | undefined>(key) ?? noForm;

/** The id of a field's control (of its first, in a group): what an error summary links to. */
export const fieldId = (prefix: string, name: string): string => `${prefix}-${name}`;

/** What the person typed wins over what was stored. */
export function typedOr(form: FormContext, name: string, stored: string | number | undefined | null): string {
	const typed = form.values?.[name];
	return typeof typed === 'string' ? typed : String(stored ?? '');
}

/** The same for boxes; a posted form without the name means that none was ticked. */
export function tickedOr(form: FormContext, name: string, stored: readonly string[]): readonly string[] {
	if (!form.values) return stored;
	const typed = form.values[name];
	if (Array.isArray(typed)) return typed.map(String);
	return typeof typed === 'string' ? [typed] : [];
}
