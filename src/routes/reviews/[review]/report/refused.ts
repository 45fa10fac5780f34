/** What a form of this page gets back when it was not done. */
export interface Refused {
	errors?: Record<string, string> | undefined;
	conflict?: unknown;
	values?: Record<string, string | string[]> | undefined;
}

/** The page holds many forms; each shows only what came back from itself, known by the form's name and what it is about. */
export const cameBackTo = (
	form: Refused | null | undefined,
	name: string,
	about = '',
): Refused | undefined =>
	form && form.values?.['form'] === name && (form.values['about'] ?? '') === about ? form : undefined;
