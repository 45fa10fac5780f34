/** What an action answers. Values, not exceptions: a thrown error is a bug. Mapped to HTTP once, in routes/answer.ts. */
export type Outcome<T = null> =
	| { is: 'done'; value: T }
	| { is: 'invalid'; fields: FieldErrors }
	| { is: 'denied' }
	| { is: 'missing' }
	| { is: 'conflict'; current: unknown };

/** Field name → one plain sentence. The empty name is for what belongs to no single field. */
export type FieldErrors = Record<string, string>;

export const done = <T>(value: T): Outcome<T> => ({ is: 'done', value });
export const invalid = (fields: FieldErrors): Outcome<never> => ({ is: 'invalid', fields });
export const denied: Outcome<never> = { is: 'denied' };
export const missing: Outcome<never> = { is: 'missing' };
export const conflict = (current: unknown): Outcome<never> => ({ is: 'conflict', current });
