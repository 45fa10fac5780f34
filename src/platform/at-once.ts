/**
 * Lets only so many pieces of work on one thing go on at once in this process; the others wait in their order, without holding
 * a connection of the database that everybody else needs.
 */
export function atOnce(most: number): <T>(thing: string, work: () => Promise<T>) => Promise<T> {
	const things = new Map<string, { going: number; waiting: (() => void)[] }>();
	return async (thing, work) => {
		const one = things.get(thing) ?? { going: 0, waiting: [] };
		things.set(thing, one);
		if (one.going >= most) await new Promise<void>((resolve) => one.waiting.push(resolve));
		else one.going += 1;
		try {
			return await work();
		} finally {
			const next = one.waiting.shift();
			if (next) next();
			else {
				one.going -= 1;
				if (one.going === 0) things.delete(thing);
			}
		}
	};
}
