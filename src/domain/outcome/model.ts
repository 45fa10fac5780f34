import { cancelledYears, kindOf, type MeasureKey } from './measures.ts';
import { summerOf, yearEnding, type SchoolYear } from './year.ts';

/** One figure for one year, from whoever states it. */
export interface Figure {
	year: SchoolYear;
	/** Null: it exists and is held back. */
	value: number | null;
	/** How many pupils it is about, where that is known. */
	pupils: number | null;
	comment: string;
	/** Who states it: 'DfE', or the school's own source. */
	source: string;
}

/** What there is to show for a year. Only a figure is a number: no other state is ever drawn as nought. */
export type Point =
	| { is: 'figures'; year: SchoolYear; figures: (Figure & { value: number })[] }
	| { is: 'suppressed' | 'cancelled' | 'optional' | 'not yet' | 'not held'; year: SchoolYear };

/** Years that can be compared with one another. `begins` says why the run before it ended. */
export interface Run {
	begins: 'start' | 'measure changed';
	points: Point[];
}

/**
 * The figures of one measure by year, every year from the first to the last filled in, broken where the measure changed
 * (CEN-7, CSC-27). What one source does not tell, another may: `hiddenFigures` has hidden what nobody may see.
 * @param figures without value where they are hidden or held back
 * @param today the London day: results of a summer come after it has ended
 */
export function seriesOf(measure: MeasureKey, figures: readonly Figure[], today: string): Run[] {
	if (!figures.length) return [];
	const byYear = Map.groupBy(figures, ({ year }) => year);
	const summers = figures.map(({ year }) => summerOf(year));
	const last = Math.max(...summers, Number(today.slice(0, 4)));
	const runs: Run[] = [];
	for (let summer = Math.min(...summers); summer <= last; summer++) {
		const year = yearEnding(summer);
		const changed = kindOf(measure).changedIn.includes(year);
		if (!runs.length || changed) runs.push({ begins: runs.length ? 'measure changed' : 'start', points: [] });
		runs.at(-1)!.points.push(pointOf(measure, year, byYear.get(year) ?? [], today));
	}
	return runs;
}

/** What there is to show of one year, of the figures said of it. */
export function pointOf(
	measure: MeasureKey,
	year: SchoolYear,
	figures: readonly Figure[],
	today: string,
): Point {
	const shown = figures.flatMap((figure) =>
		figure.value === null ? [] : [{ ...figure, value: figure.value }],
	);
	if (shown.length) return { is: 'figures', year, figures: shown };
	if (figures.length) return { is: 'suppressed', year };
	if (cancelledYears.includes(year)) return { is: 'cancelled', year };
	const { optionalFrom } = kindOf(measure);
	if (optionalFrom && year >= optionalFrom) return { is: 'optional', year };
	return { is: today < `${summerOf(year)}-09-01` ? 'not yet' : 'not held', year };
}
