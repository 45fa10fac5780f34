/** A form that was not done: the sentences by its fields, and all that was typed. */
export interface Refused {
	errors?: Record<string, string> | undefined;
	values: Record<string, string | string[]>;
}
