import { type RawBuilder, sql } from 'kysely';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import type { Context } from '#platform/context.ts';
import { type GroupData, mostData } from './group-data.ts';

/** No school is in more groups at once. */
const mostGroups = 20;

/** What these groups look at, by name; those that have chosen nothing are left out. To guests none of them is there. */
export const dataOfGroups = (
	ctx: Context,
	partnershipId: string,
	groupIds: readonly string[],
): Promise<GroupData[]> => chosenData(ctx, partnershipId, sql`g.id = any (${[...groupIds]}::uuid[])`);

/** What a school's groups of this school year look at, in the same way. */
export const dataOfMember = (ctx: Context, partnershipId: string, memberId: string): Promise<GroupData[]> =>
	chosenData(
		ctx,
		partnershipId,
		sql`g.school_year = ${schoolYearName(ctx.today)} and exists (select from group_membership m
			where m.partnership_id = g.partnership_id and m.group_id = g.id and m.member_id = ${memberId})`,
	);

async function chosenData(
	ctx: Context,
	partnershipId: string,
	ofGroups: RawBuilder<unknown>,
): Promise<GroupData[]> {
	const { rows } = await sql<GroupData>`
		select g.id as "groupId", g.name as "groupName", chosen.data
		from member_group g
		cross join lateral (
			select json_agg(json_build_object('id', d.id, 'measure', d.measure, 'together', d.together, 'why', d.why)
				order by d.chosen_at, d.id) as data
			from (select * from group_data where partnership_id = g.partnership_id and group_id = g.id and taken_off_at is null
				order by chosen_at, id limit ${mostData}) d
		) chosen
		where g.partnership_id = ${partnershipId} and chosen.data is not null and ${ofGroups}
		order by g.name, g.id limit ${mostGroups}`.execute(ctx.db);
	return rows;
}

/** Whether a group ever chose this, taken off since or not; with what is given, whether it chose just that. */
export async function wasChosen(
	ctx: Context,
	{ partnershipId, groupId, dataId }: { partnershipId: string; groupId: string; dataId: string },
	what: { measure?: string; together?: string; why?: string } = {},
): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('group_data')
		.select('id')
		.where(({ and }) => and({ partnership_id: partnershipId, group_id: groupId, id: dataId, ...what }))
		.executeTakeFirst();
	return row !== undefined;
}
