/** A school year, written '2016-17'; people name it by its summer, 2017. */
export type SchoolYear = `${number}-${number}`;

/** The year whose summer is `summer`: 2017 → '2016-17'. */
export const yearEnding = (summer: number): SchoolYear =>
	`${summer - 1}-${String(summer % 100).padStart(2, '0')}` as SchoolYear;

/** '2016-17' → 2017. */
export const summerOf = (year: SchoolYear): number => Number(year.slice(0, 4)) + 1;

/** The school year in what somebody typed: '2017', '2016-17', '2016/17', '2016-2017'. Null where it is none. */
export function yearIn(text: string): SchoolYear | null {
	const [, first, second] = /^\s*(\d{4})(?:\s*[-/–]\s*(\d{4}|\d{2}))?\s*$/.exec(text) ?? [];
	if (!first) return null;
	const year = second ? yearEnding(Number(first) + 1) : yearEnding(Number(first));
	return second && !`${Number(first) + 1}`.endsWith(second) ? null : year;
}

export const notBegunWords = (year: SchoolYear): string => `The year ${year} has not begun yet.`;
