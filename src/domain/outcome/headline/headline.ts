import { kindOf, measureKeys, type MeasureKey } from '../measures.ts';
import { pointOf, type Figure, type Point } from '../model.ts';
import { endsOf, figureWords, moved } from '../telling.ts';
import { summerOf, yearEnding, type SchoolYear } from '../year.ts';

/** One for each age at which all pupils of a primary school are assessed. */
const foremost: readonly MeasureKey[] = ['ks2 rwm expected', 'phonics expected', 'early years gld'];

/** More stand in nobody's eye at once. */
const most = 3;

/**
 * The measures that say most of schools, the first first: of those that primary schools are known by, the ones of which there is a
 * figure; for schools that have none of these, the ones with the latest figures. Never empty.
 */
export function headlineMeasures(
	held: readonly { measure: MeasureKey; latest: SchoolYear }[],
): [MeasureKey, ...MeasureKey[]] {
	const known = foremost.filter((key) => held.some(({ measure }) => measure === key));
	const others = held
		.toSorted(
			(one, other) =>
				other.latest.localeCompare(one.latest) ||
				measureKeys.indexOf(one.measure) - measureKeys.indexOf(other.measure),
		)
		.map(({ measure }) => measure);
	const [first = foremost[0]!, ...rest] = known.length > 0 ? known : others;
	return [first, ...rest.slice(0, most - 1)];
}

/** Enough to see whether a year was like others. */
const summersShown = 4;

/** The summers that stand side by side: the latest by today of which any school has a figure, and those before it. */
export function headlineSummers(figures: readonly Pick<Figure, 'year'>[], today: string): number[] {
	// A year mistyped by one school must not push the others’ figures out of sight.
	const past = figures
		.map(({ year }) => summerOf(year))
		.filter((summer) => summer <= Number(today.slice(0, 4)));
	if (past.length === 0) return [];
	const last = Math.max(...past);
	return Array.from({ length: summersShown }, (_, place) => last - summersShown + 1 + place);
}

/** Those of these summers in which another thing was assessed than the summer before. */
export const changedAmong = (measure: MeasureKey, summers: readonly number[]): number[] =>
	summers.slice(1).filter((summer) => kindOf(measure).changedIn.includes(yearEnding(summer)));

/** What there is of one school and summer: figures, each with who states it, or why there is none. */
export interface Cell {
	figures: { words: string; source: string }[];
	/** Empty where there are figures. */
	none: string;
}

/** What one school has for each of some summers, and how far it moved among those that are compared; empty where there are not two. */
export function headlineOf(
	measure: MeasureKey,
	summers: readonly number[],
	figures: readonly Figure[],
	today: string,
): { cells: Cell[]; change: string } {
	const points = summers.map(yearEnding).map((year) =>
		pointOf(
			measure,
			year,
			figures.filter((figure) => figure.year === year),
			today,
		),
	);
	const since = changedAmong(measure, summers).at(-1) ?? 0;
	const ends = endsOf(points.filter(({ year }) => summerOf(year) >= since));
	const change =
		ends === null || ends.first === ends.last
			? ''
			: `${moved(measure, ends.last.value - ends.first.value)}, ${summerOf(ends.first.year)} to ${summerOf(ends.last.year)}`;
	return { cells: points.map((point) => cellOf(measure, point)), change };
}

/** Of a figure nothing goes along but its value and source: whom it is open to, and who said it, is nobody's to read here. */
const cellOf = (measure: MeasureKey, point: Point): Cell =>
	point.is === 'figures'
		? {
				figures: point.figures.map(({ value, source }) => ({ words: figureWords(measure, value), source })),
				none: '',
			}
		: { figures: [], none: noFigureWords[point.is] };

/** That a school has one which the reader may not see is not told apart from its having none. */
const noFigureWords: Record<Exclude<Point['is'], 'figures'>, string> = {
	suppressed: 'not shown',
	cancelled: 'cancelled',
	optional: 'optional, none open to you',
	'not yet': 'not yet',
	'not held': 'none open to you',
};
