/** Geometry of a line chart, in percentages across and pixels down: it fits any width without its words shrinking. */

export interface Series {
	name: string;
	/** One for each x; null where there is no figure: the line breaks there. */
	values: readonly (number | null)[];
	/** Why a figure is missing, by x: "cancelled". Shown in the table. */
	gaps?: Readonly<Record<string, string>> | undefined;
}

/** Something that happened: `at` is a place among the x, 1.7 lies between the second and the third. */
export interface Mark {
	at: number;
	label: string;
	/** What the legend calls it; those of one name look alike. */
	name?: string | undefined;
	look?: 'dotted' | 'dashed' | 'solid' | undefined;
}

export interface Point {
	/** Percent of the width. */
	x: number;
	/** Pixels from the top. */
	y: number;
	value: number;
	/** Place among the x. */
	index: number;
}

export interface Frame {
	low: number;
	high: number;
	/** Pixels between the top and `high`, room for the marks' words. */
	top: number;
	/** Pixels between `high` and `low`. */
	height: number;
}

const left = 17;
const right = 95;

/** Where a place among `count` x lies; a fraction lies between two of them, as a review in March between two summers. */
export const across = (place: number, count: number): number =>
	count < 2 ? (left + right) / 2 : left + ((right - left) * place) / (count - 1);

export const down = (value: number, { low, high, top, height }: Frame): number =>
	top + height * (1 - (value - low) / (high - low || 1));

/** Of many years only every second or third is named, counted from the last: eight fit on a telephone. */
export const isNamed = (place: number, count: number): boolean =>
	(count - 1 - place) % Math.ceil(count / 8) === 0;

export function pointsOf(values: readonly (number | null)[], frame: Frame): Point[] {
	return values.flatMap((value, index) =>
		value === null ? [] : [{ x: across(index, values.length), y: down(value, frame), value, index }],
	);
}

/** Pairs of neighbours that both have a figure; nothing is drawn over a gap. */
export function segmentsOf(points: readonly Point[]): [Point, Point][] {
	return points.flatMap((point, place) => {
		const next = points[place + 1];
		return next && next.index === point.index + 1 ? [[point, next] satisfies [Point, Point]] : [];
	});
}

/** Round steps, about four, over all figures; from 0 to 100 for percentages, so that no slope is made steeper than it is. */
export function gridOf(
	series: readonly Series[],
	percent: boolean,
): { low: number; high: number; lines: number[] } {
	const all = series.flatMap((one) => one.values.filter((value) => value !== null));
	const [least, most] = percent || all.length === 0 ? [0, 100] : [Math.min(...all), Math.max(...all)];
	const rough = (most - least || Math.abs(most) || 1) / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step =
		percent || all.length === 0 ? 25 : ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
	const low = Math.floor(least / step) * step;
	const high = Math.max(Math.ceil(most / step) * step, low + step);
	const count = Math.round((high - low) / step);
	return { low, high, lines: Array.from({ length: count + 1 }, (_, place) => low + place * step) };
}
