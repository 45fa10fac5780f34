import { isDeepStrictEqual } from 'node:util';
import { conflict, done, type Outcome } from './outcome.ts';

/**
 * Answers a form that found something written already. Where that says what the form says, the form was sent twice and all
 * is done; else what stands comes back as a conflict, so that nothing typed is lost.
 * @param sent what the form says, by the names under which `standing` has it
 */
export function sentAgain<T>(standing: object | null | undefined, sent: object, value: T): Outcome<T> {
	const stands = Object.entries(standing ?? {});
	const same = Object.entries(asStored(sent)).every(([name, said]) =>
		stands.some(([key, stored]) => key === name && isDeepStrictEqual(stored, said)),
	);
	return same ? done(value) : conflict(standing);
}

/** A database keeps no `undefined`. */
const asStored = (sent: object): object => JSON.parse(JSON.stringify(sent)) as object;
