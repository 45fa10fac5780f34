/** Why something in a file was left out. Each is counted by rows. */
export const leftOutWords = {
	total: 'A total of an authority or of England, not of a school',
	'no school': 'It names no school: there is neither a URN nor a name',
	'not yours': 'A school that is not among those you bring figures for',
	'two of that name': 'More than one of your schools is called this: give the URN',
	'no year': 'It does not say which school year it is for',
	'year to come': 'Its school year has not begun',
	'no tests': 'Nothing was assessed nationally in that year',
	'two say otherwise': 'Two rows say different things of one school, year and measure: neither was taken',
	'said twice': 'The same is said twice: it was taken once',
	'other number':
		'Held back under one of the numbers (URN) that the school has and had, and given under another: what is given was taken',
	'out of range': 'A figure that cannot be: over 100 percent, or beyond what the measure allows',
	'no number': 'Something that is no number, such as words or a formula without a result',
	'unknown group': 'A group of pupils that we do not know',
	'unknown measure': 'A measure that we do not know',
	'two groups':
		'The row is about one group of pupils and its column about another: pupils in both are not kept apart',
	'no count': 'A figure for a group of pupils without how many there are: small numbers could not be hidden',
} as const;
export type Why = keyof typeof leftOutWords;

export interface LeftOut {
	why: Why;
	/** How many rows, and which: '2–14, 17'. */
	count: number;
	rows: string;
}

/** Notes what is left out while a file is read, a row once for each reason. */
export class Leaving {
	readonly #rows = new Map<Why, Set<number>>();

	out(why: Why, row: number): void {
		const rows = this.#rows.get(why) ?? new Set();
		this.#rows.set(why, rows.add(row));
	}

	all(): LeftOut[] {
		return (Object.keys(leftOutWords) as Why[]).flatMap((why) => {
			const rows = [...(this.#rows.get(why) ?? [])].toSorted((a, b) => a - b);
			return rows.length === 0 ? [] : [{ why, count: rows.length, rows: ranges(rows) }];
		});
	}
}

/** [2, 3, 4, 9] → '2–4, 9'. */
export function ranges(rows: readonly number[]): string {
	const runs: [number, number][] = [];
	for (const row of rows) {
		const last = runs.at(-1);
		if (last && row === last[1] + 1) last[1] = row;
		else runs.push([row, row]);
	}
	return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
