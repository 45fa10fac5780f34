import { createHash } from 'node:crypto';

/** Tells whether a part of a draft is still what a form showed: of the value as the database gives it. */
export const digestOf = (value: unknown): string =>
	createHash('sha256')
		.update(JSON.stringify(value ?? null))
		.digest('hex')
		.slice(0, 32);
