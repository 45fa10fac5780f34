import type { Context } from '#platform/context.ts';
import { pupilGroups, type MeasureKey, type PupilGroup } from './measures.ts';
import { seriesOf, type Run } from './model.ts';
import { shownFigures } from './shown.server.ts';

/**
 * A school's figures of one measure by pupil group and year: the published ones of its URN and its earlier URNs, what was brought in,
 * and its own, as far as the actor may read them; small numbers hidden so that they cannot be worked out. Groups without a figure are
 * left out, in the order of `pupilGroups`. Null where the actor has no such school.
 */
export async function schoolSeries(
	ctx: Context,
	school: { partnershipId: string; schoolId: string },
	measure: MeasureKey,
): Promise<{ group: PupilGroup; runs: Run[] }[] | null> {
	const found = await ctx.db
		.selectFrom('school')
		.select('id')
		.where('partnership_id', '=', school.partnershipId)
		.where('id', '=', school.schoolId)
		.executeTakeFirst();
	if (!found) return null;
	const figures = await shownFigures(ctx, school.partnershipId, [school.schoolId], measure);
	return pupilGroups.flatMap((group) => {
		const ofGroup = figures.filter((figure) => figure.group === group);
		return ofGroup.length === 0 ? [] : [{ group, runs: seriesOf(measure, ofGroup, ctx.today) }];
	});
}

/** The members that a school belongs to today. Empty for a school that the actor's partnership does not have. */
export async function membersOfSchool(
	ctx: Context,
	partnershipId: string,
	schoolId: string,
): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('member_school as ms')
		.innerJoin('member as m', (join) =>
			join.onRef('m.partnership_id', '=', 'ms.partnership_id').onRef('m.id', '=', 'ms.member_id'),
		)
		.select('m.id')
		.where('ms.partnership_id', '=', partnershipId)
		.where('ms.school_id', '=', schoolId)
		.where(({ eb, or }) => or([eb('m.until_day', 'is', null), eb('m.until_day', '>', ctx.today)]))
		.limit(10)
		.execute();
	return rows.map(({ id }) => id);
}

/** Whether this very entry was taken before: a form posted twice is one deed. */
export async function isEntered(
	ctx: Context,
	entry: { partnershipId: string; schoolId: string; id: string },
): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('measure')
		.select('id')
		.where('partnership_id', '=', entry.partnershipId)
		.where('school_id', '=', entry.schoolId)
		.where('id', '=', entry.id)
		.executeTakeFirst();
	return row !== undefined;
}
