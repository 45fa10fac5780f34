import type { Told } from './line.ts';

/** Things of which the last word is kept, how many words of each, and for how long more than the last; whoever needs more asks for it. */
const most = { things: 200, words: 20, ms: 10_000 } as const;

interface Said<T> {
	number: number;
	words: Promise<T>;
}

/**
 * Reads what is told of a thing once for all who hear it in this process, each word going on where the last one ended. Whoever was
 * not told for a moment is told all that was said meanwhile, so that nobody has to ask. What one could not read each of them reads for
 * themselves.
 * @returns what is told of a thing at a number to somebody who was told of it last at another, in its order
 */
export function sharedWords() {
	const said = new Map<string, Said<Told>[]>();
	/** Whoever lags lags for a moment: the words before the last are soon of use to nobody. */
	const shorten = (thing: string, last: Said<Told>) =>
		setTimeout(() => {
			if (said.get(thing)?.at(-1) === last) said.set(thing, [last]);
		}, most.ms).unref();
	return async <T extends Told>(
		thing: string,
		number: number,
		told: number | null,
		read: (before: T | null) => Promise<T>,
	): Promise<readonly T[]> => {
		let all = (said.get(thing) ?? []) as Said<T>[];
		const last = all.at(-1);
		if (!last || last.number < number) {
			const before = Promise.resolve(last?.words).catch(() => null);
			const next = { number, words: before.then((word) => read(word ?? null)) };
			all = [...all, next].slice(-most.words);
			shorten(thing, next);
		}
		said.delete(thing);
		said.set(thing, all);
		if (said.size > most.things) said.delete(said.keys().next().value!);
		const known = all.findLastIndex((one) => told !== null && one.number <= told);
		const missed = known < 0 ? all.slice(-1) : all.slice(known + 1);
		return Promise.all(missed.map(({ words }) => words)).catch(async () => [await read(null)]);
	};
}
