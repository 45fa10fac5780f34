import { groupWords, kindOf, type MeasureKey, type PupilGroup } from './measures.ts';
import type { Point, Run } from './model.ts';
import { summerOf } from './year.ts';

/** What one series says, in sentences: where it stands, since when it moved and how far, and what is not compared (CEN-7, CSC-27). */
export function tell(
	measure: MeasureKey,
	{ group, runs }: { group: PupilGroup; runs: readonly Run[] },
): string {
	const latest = runs.at(-1);
	if (!latest) return '';
	const ends = endsOf(latest.points);
	const stands =
		ends === null
			? ''
			: ends.first === ends.last
				? `${inYear(measure, ends.last)}.`
				: `From ${inYear(measure, ends.first)} to ${inYear(measure, ends.last)}, ${moved(measure, ends.last.value - ends.first.value)}.`;
	const sentences = [stands, held(runs), broken(runs)].filter((sentence) => sentence !== '');
	return sentences.length === 0 ? '' : `${groupWords[group]}: ${sentences.join(' ')}`;
}

const inYear = (measure: MeasureKey, { value, year }: Shown) =>
	`${figureWords(measure, value)} in ${summerOf(year)}`;

/** '74 %', '104' */
export const figureWords = (measure: MeasureKey, value: number): string =>
	`${value}${kindOf(measure).unit === 'percent' ? '\u00a0%' : ''}`;

type Shown = Extract<Point, { is: 'figures' }>['figures'][number];

/** The first and the last figure, in years that are compared, of whoever states the last; null where there is none. */
export function endsOf(points: readonly Point[]): { first: Shown; last: Shown } | null {
	const source = points.findLast(hasFigures)?.figures[0]!.source;
	const of = points.flatMap((point) =>
		hasFigures(point) ? point.figures.filter((one) => one.source === source) : [],
	);
	const [first, last] = [of[0], of.at(-1)];
	return first && last ? { first, last } : null;
}

const hasFigures = (point: Point): point is Extract<Point, { is: 'figures' }> => point.is === 'figures';

/** How far a figure moved: '7 percentage points up', 'the same'. */
export function moved(measure: MeasureKey, by: number): string {
	const far = Math.round(Math.abs(by) * 10) / 10;
	if (far === 0) return 'the same';
	const unit =
		kindOf(measure).unit !== 'percent' ? '' : far === 1 ? ' percentage point' : ' percentage points';
	return `${far}${unit} ${by > 0 ? 'up' : 'down'}`;
}

/** Years without a figure of which it is known why. */
function held(runs: readonly Run[]): string {
	const years = (is: Point['is']) =>
		new Intl.ListFormat('en-GB').format(
			runs.flatMap(({ points }) =>
				points.filter((point) => point.is === is).map(({ year }) => String(summerOf(year))),
			),
		);
	const [suppressed, cancelled] = [years('suppressed'), years('cancelled')];
	return [
		suppressed && `Not shown for ${suppressed}: too few pupils, or held back.`,
		cancelled && `No national assessments in ${cancelled}.`,
	]
		.filter(Boolean)
		.join(' ');
}

function broken(runs: readonly Run[]): string {
	const from = runs.slice(1).map(({ points }) => summerOf(points[0]!.year));
	return from.length === 0
		? ''
		: `What is assessed changed in ${new Intl.ListFormat('en-GB').format(from.map(String))}: years on either side are not compared.`;
}
