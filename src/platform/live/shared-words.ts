import type { Told } from './line.ts';

/** Things of which the last word is kept; whoever needs more asks for it. */
const most = 200;

/**
 * Reads what is told of a thing once for all who hear it in this process, each word going on where the last one ended. What one
 * could not read each of them reads for themselves.
 * @returns what is told of a thing at a number
 */
export function sharedWords() {
	const last = new Map<string, { number: number; words: Promise<Told> }>();
	return <T extends Told>(
		thing: string,
		number: number,
		read: (before: T | null) => Promise<T>,
	): Promise<T> => {
		const before = last.get(thing) as { number: number; words: Promise<T> } | undefined;
		if (before?.number === number) return before.words.catch(() => read(null));
		const words = Promise.resolve(before?.words)
			.catch(() => null)
			.then((told) => read(told ?? null));
		last.delete(thing);
		last.set(thing, { number, words });
		if (last.size > most) last.delete(last.keys().next().value!);
		return words.catch(() => read(null));
	};
}
