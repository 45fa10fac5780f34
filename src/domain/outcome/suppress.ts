import { kindOf, partitions, ranges, type MeasureKey, type PupilGroup } from './measures.ts';
import type { SchoolYear } from './year.ts';

/** Fewer pupils than this are never shown. */
export const fewestPupils = 6;

/** A figure as far as it decides what has to be hidden. */
export interface Counted {
	measure: MeasureKey;
	group: PupilGroup;
	year: SchoolYear;
	value: number | null;
	pupils: number | null;
	publisher: 'DfE' | 'school';
}

/**
 * Takes value and count off every figure of one school about fewer than `fewest` pupils, and off those from which it could be
 * worked out. Those of one cohort and year are the same children, so that a group which is small in one measure is hidden in all:
 *
 * 1. A group too small, or held back because it is, is hidden together with the rest of the whole: with one of girls and boys,
 *    the total would tell the other. Of a cohort that is too small nothing is shown.
 * 2. A group is hidden where those who are *not* in it are too few, said or unsaid.
 * 3. A group of unknown size is hidden, unless DfE publishes it: DfE has hidden what is too small.
 * 4. Where a group is hidden and all or none of the whole reached something, all or none of the group did: that measure is hidden
 *    whole. Not what DfE publishes: anybody may read that there.
 *
 * `suppress.property.test.ts` tries to work out what is hidden.
 */
export function suppressed<One extends Counted>(figures: readonly One[], fewest = fewestPupils): One[] {
	const cohorts = Map.groupBy(figures, ({ measure, year }) => `${year} ${kindOf(measure).cohort}`);
	const hidden = new Set([...cohorts.values()].flatMap((cohort) => hiddenIn(cohort, fewest)));
	return figures.map((figure) => (hidden.has(figure) ? { ...figure, value: null, pupils: null } : figure));
}

function hiddenIn<One extends Counted>(cohort: readonly One[], fewest: number): One[] {
	const of = (group: PupilGroup) => cohort.filter((figure) => figure.group === group);
	const counts = (group: PupilGroup) => of(group).flatMap(({ pupils }) => (pupils === null ? [] : [pupils]));
	const isFew = (group: PupilGroup) =>
		counts(group).some((count) => count > 0 && count < fewest) ||
		of(group).some(({ value, pupils }) => value === null && pupils === null);
	if (isFew('all')) return [...cohort];

	const isRestFew = (group: PupilGroup) =>
		counts('all').some((all) => counts(group).some((part) => part !== all && Math.abs(all - part) < fewest));
	const isOfUnknownSize = (group: PupilGroup) =>
		counts(group).length === 0 && of(group).some(({ publisher }) => publisher === 'school');
	const hiddenGroups = new Set<PupilGroup>(
		partitions.flatMap((parts) =>
			parts.some((group) => isFew(group) || isRestFew(group) || isOfUnknownSize(group)) ? parts : [],
		),
	);
	if (hiddenGroups.size === 0) return [];

	const shown = cohort.filter(({ group }) => !hiddenGroups.has(group));
	const measuresAtAnEnd = new Set(
		cohort.map(({ measure }) => measure).filter((measure) => isAtAnEnd(measure, shown)),
	);
	return cohort.filter(
		({ group, measure, publisher }) =>
			hiddenGroups.has(group) || (publisher === 'school' && measuresAtAnEnd.has(measure)),
	);
}

/** Whether what is shown of a measure says that all of the whole, or none, reached it. */
function isAtAnEnd(measure: MeasureKey, shown: readonly Counted[]): boolean {
	const sizes = shown.flatMap(({ group, pupils }) => (group === 'all' && pupils !== null ? [pupils] : []));
	return ranges[kindOf(measure).unit].some((end) => {
		const at = (group: PupilGroup) =>
			shown.find((figure) => figure.measure === measure && figure.group === group && figure.value === end);
		// A group of as many as there are in all is the whole by another name; of how many is not always known.
		const isWhole = (part: Counted | undefined) =>
			part !== undefined && (sizes.length === 0 || part.pupils === null || sizes.includes(part.pupils));
		return (
			at('all') !== undefined ||
			partitions.some(([one, other]) => (at(one) && at(other)) || isWhole(at(one)) || isWhole(at(other)))
		);
	});
}
