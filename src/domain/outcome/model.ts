import { cancelledYears, kindOf, type MeasureKey, type PupilGroup } from './measures.ts';
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

/** Fewer pupils than this are never shown; a partnership may ask for up to ten. */
export const fewestPupils = 6;

export const isTooFew = (pupils: number | null, fewest = fewestPupils): boolean =>
	pupils !== null && pupils < fewest;

/**
 * The figures of one measure by year, every year from the first to the last filled in, broken where the measure changed
 * (CEN-7, CSC-27). Figures about too few pupils are suppressed; where one source holds a year back for that reason, another
 * source's figure for it is not shown either.
 * @param today the London day: results of a summer come after it has ended
 */
export function seriesOf(
	measure: MeasureKey,
	figures: readonly Figure[],
	today: string,
	fewest = fewestPupils,
): Run[] {
	if (!figures.length) return [];
	const byYear = Map.groupBy(figures, ({ year }) => year);
	const summers = figures.map(({ year }) => summerOf(year));
	const last = Math.max(...summers, Number(today.slice(0, 4)));
	const runs: Run[] = [];
	for (let summer = Math.min(...summers); summer <= last; summer++) {
		const year = yearEnding(summer);
		const changed = kindOf(measure).changedIn.includes(year);
		if (!runs.length || changed) runs.push({ begins: runs.length ? 'measure changed' : 'start', points: [] });
		runs.at(-1)!.points.push(pointOf(measure, year, byYear.get(year) ?? [], today, fewest));
	}
	return runs;
}

function pointOf(
	measure: MeasureKey,
	year: SchoolYear,
	figures: readonly Figure[],
	today: string,
	fewest: number,
): Point {
	if (figures.some(({ value, pupils }) => value === null || isTooFew(pupils, fewest)))
		return { is: 'suppressed', year };
	if (figures.length)
		return { is: 'figures', year, figures: figures.map((figure) => ({ ...figure, value: figure.value! })) };
	if (cancelledYears.includes(year)) return { is: 'cancelled', year };
	const { optionalFrom } = kindOf(measure);
	if (optionalFrom && year >= optionalFrom) return { is: 'optional', year };
	return { is: today < `${summerOf(year)}-09-01` ? 'not yet' : 'not held', year };
}

/** Whether a change between two years may be spoken of: the measure meant the same in both. */
export function areComparable(measure: MeasureKey, a: SchoolYear, b: SchoolYear): boolean {
	const [earlier, later] = a < b ? [a, b] : [b, a];
	return !kindOf(measure).changedIn.some((change) => earlier < change && change <= later);
}

const halves: readonly (readonly [PupilGroup, PupilGroup])[] = [
	['girls', 'boys'],
	['disadvantaged', 'not disadvantaged'],
];

/**
 * The groups of one year that may be shown together: one too small is left out, and so is its other half, from which
 * and from the total it could be worked out.
 */
export function showableGroups<G extends { group: PupilGroup; pupils: number | null }>(
	groups: readonly G[],
	fewest = fewestPupils,
): G[] {
	const small = new Set(groups.filter(({ pupils }) => isTooFew(pupils, fewest)).map(({ group }) => group));
	const otherHalf = (group: PupilGroup) =>
		halves.flatMap(([a, b]) => (group === a ? [b] : group === b ? [a] : []));
	return groups.filter(({ group }) => !small.has(group) && !otherHalf(group).some((half) => small.has(half)));
}
