import { daysBetween } from '#domain/calendar/day.ts';
import type { Run } from '#domain/outcome/model.ts';
import { summerOf } from '#domain/outcome/year.ts';
import type { Series } from '#ui/chart/line-series.ts';

export interface OutcomeChart {
	xs: string[];
	series: Series[];
	gaps: Record<string, string>;
	summary: string;
	comments: { year: string; words: string }[];
}

/** Runs of comparable years as lines of a chart: one line a source within each run, so that it breaks where the measure changed. */
export function outcomeChart(runs: readonly Run[]): OutcomeChart | null {
	const points = runs.flatMap((run) => run.points);
	const shown = points.filter(
		(point) => point.is === 'figures' || point.is === 'suppressed' || point.is === 'cancelled',
	);
	if (shown.length === 0) return null;
	const xs = points.map(({ year }) => String(summerOf(year)));
	const series = runs.flatMap((run) => {
		const sources = [
			...new Set(
				run.points.flatMap((point) =>
					point.is === 'figures' ? point.figures.map(({ source }) => source) : [],
				),
			),
		];
		const first = String(summerOf(run.points[0]!.year));
		return sources.map((source) => ({
			name:
				runs.length > 1
					? `${source}, ${run.begins === 'start' ? `before ${nextFirst(runs, run)}` : `from ${first}`}`
					: source,
			values: points.map((point) =>
				run.points.includes(point) && point.is === 'figures'
					? (point.figures.find((figure) => figure.source === source)?.value ?? null)
					: null,
			),
		}));
	});
	const figures = points.flatMap((point) =>
		point.is === 'figures' ? point.figures.map((figure) => ({ ...figure, year: point.year })) : [],
	);
	return {
		xs,
		series,
		gaps: Object.fromEntries(
			points.flatMap((point) => (point.is === 'figures' ? [] : [[String(summerOf(point.year)), point.is]])),
		),
		summary: figures.map(({ value, year, source }) => `${value} in ${summerOf(year)} (${source})`).join(', '),
		comments: figures.flatMap(({ comment, year }) =>
			comment ? [{ year: String(summerOf(year)), words: comment }] : [],
		),
	};
}

const nextFirst = (runs: readonly Run[], run: Run) =>
	summerOf(runs[runs.indexOf(run) + 1]?.points[0]?.year ?? run.points.at(-1)!.year);

/** Where a day lies among summers: results come in July, so a review in the autumn of 2016 stands between 2016 and 2017. */
export function placeOfDay(day: string, xs: readonly string[]): number {
	const firstResults = `${xs[0]}-07-01`;
	return daysBetween(firstResults, day) / 365.25;
}
