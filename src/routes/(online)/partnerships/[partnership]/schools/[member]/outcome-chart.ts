import { daysBetween } from '#domain/calendar/day.ts';
import { groupWords, type MeasureKey, type PupilGroup } from '#domain/outcome/measures.ts';
import type { Point, Run } from '#domain/outcome/model.ts';
import { summerOf, type SchoolYear } from '#domain/outcome/year.ts';
import type { Mark, Series } from '#ui/chart/line-series.ts';

export interface OutcomeChart {
	xs: string[];
	series: Series[];
	summary: string;
	/** Where what is assessed changed. */
	changes: Mark[];
}

/** The chart of one school and what it says in sentences; no chart where there is nothing to show. */
export interface SchoolFigures {
	id: string;
	name: string;
	measure: MeasureKey;
	isRegistered: boolean;
	/** Of fewer pupils nothing is shown. */
	fewestPupils: number;
	chart: (OutcomeChart & { marks: Mark[] }) | null;
	told: string[];
	/** What is said of single years, the earliest first. */
	comments: { year: string; words: string }[];
}

interface OfGroup {
	group: PupilGroup;
	runs: readonly Run[];
}

/**
 * Runs of comparable years as lines of a chart: one line a group and source within each run, so that it breaks where the measure
 * changed. Null where there is nothing to draw and nothing to say why.
 */
export function outcomeChart(groups: readonly OfGroup[]): OutcomeChart | null {
	const points = groups.flatMap(({ runs }) => runs.flatMap((run) => run.points));
	const shown = points.filter(
		(point) => point.is === 'figures' || point.is === 'suppressed' || point.is === 'cancelled',
	);
	if (shown.length === 0) return null;
	const summers = points.map(({ year }) => summerOf(year));
	const first = Math.min(...summers);
	const xs = Array.from({ length: Math.max(...summers) - first + 1 }, (_, place) => String(first + place));
	const several = groups.length > 1;
	const figures = groups.flatMap(({ group, runs }) =>
		runs.flatMap((run) =>
			run.points.flatMap((point) =>
				point.is === 'figures' ? point.figures.map((figure) => ({ ...figure, group })) : [],
			),
		),
	);
	return {
		xs,
		series: groups.flatMap((one) => seriesOf(one, xs, several)),
		summary: figures
			.map(
				({ value, year, source, group }) =>
					`${several ? `${groupWords[group]}: ` : ''}${value} in ${summerOf(year)} (${source})`,
			)
			.join(', '),
		changes: [
			...new Set(
				groups.flatMap(({ runs }) => runs.slice(1).map(({ points: [from] }) => summerOf(from!.year))),
			),
		].map((summer) => ({
			at: summer - first - 0.5,
			label: `${summer}`,
			name: 'What is assessed changed',
			look: 'solid',
		})),
	};
}

/** What a school says of years, each thing once: with its own figures of them, and of the years as such. */
export const commentsOf = (
	groups: readonly OfGroup[],
	ofYears: readonly { year: SchoolYear; words: string }[],
): SchoolFigures['comments'] =>
	[
		...groups.flatMap(({ runs }) =>
			runs.flatMap(({ points }) =>
				points
					.flatMap((point) => (point.is === 'figures' ? point.figures : []))
					.flatMap(({ year, comment }) => (comment ? [{ year, words: comment }] : [])),
			),
		),
		...ofYears,
	]
		.map(({ year, words }) => ({ year: String(summerOf(year)), words }))
		.filter(
			(one, at, all) => all.findIndex(({ year, words }) => year === one.year && words === one.words) === at,
		)
		.sort((one, other) => Number(one.year) - Number(other.year));

function seriesOf({ group, runs }: OfGroup, xs: readonly string[], several: boolean): Series[] {
	const gaps = Object.fromEntries(
		runs.flatMap(({ points }) =>
			points.flatMap((point) => (point.is === 'figures' ? [] : [[String(summerOf(point.year)), point.is]])),
		),
	);
	return runs.flatMap((run) => {
		const byYear = new Map<string, Point>(run.points.map((point) => [String(summerOf(point.year)), point]));
		const sources = [
			...new Set(
				run.points.flatMap((point) =>
					point.is === 'figures' ? point.figures.map(({ source }) => source) : [],
				),
			),
		];
		const first = String(summerOf(run.points[0]!.year));
		const since =
			runs.length > 1
				? `, ${run.begins === 'start' ? `before ${nextFirst(runs, run)}` : `from ${first}`}`
				: '';
		// A group of which every year is hidden is told all the same.
		const named = sources.length === 0 && several && run === runs.at(-1) ? [''] : sources;
		return named.map((source) => ({
			name: `${several ? groupWords[group] : ''}${several && source ? ', ' : ''}${source}${since}`,
			values: xs.map((x) => {
				const point = byYear.get(x);
				return point?.is === 'figures'
					? (point.figures.find((figure) => figure.source === source)?.value ?? null)
					: null;
			}),
			gaps,
		}));
	});
}

const nextFirst = (runs: readonly Run[], run: Run) =>
	summerOf(runs[runs.indexOf(run) + 1]?.points[0]?.year ?? run.points.at(-1)!.year);

/** Where a day lies among summers: results come in July, so a review in the autumn of 2016 stands between 2016 and 2017. */
function placeOfDay(day: string, xs: readonly string[]): number {
	const firstResults = `${xs[0]}-07-01`;
	return daysBetween(firstResults, day) / 365.25;
}

/** Days as marks of a chart, as far as they lie within its years. */
export const marksOf = (
	days: readonly (Omit<Mark, 'at'> & { day: string })[],
	xs: readonly string[],
): Mark[] =>
	days
		.map(({ day, ...mark }) => ({ ...mark, at: placeOfDay(day, xs) }))
		.filter(({ at }) => at >= 0 && at <= xs.length - 1);
