import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { presentGroups } from '../queries.server.ts';
import { type GroupFocus, mostItemsEver, partOf } from './group-focus.ts';

/** No partnership has more groups whose focus is read at once; nor has a group more schools. */
const most = 200;

/** What these groups look into, by name; those that have not written it are left out. To guests none of them is there. */
export async function focusesOf(
	ctx: Context,
	partnershipId: string,
	groupIds: readonly string[],
): Promise<GroupFocus[]> {
	if (groupIds.length === 0) return [];
	const { rows } = await sql<GroupFocus>`
		select f.group_id as "groupId", g.name as "groupName", g.school_year as "schoolYear", f.words, f.version,
			shown_name(f.partnership_id, f.written_by) as "writtenBy", (f.written_at at time zone 'Europe/London')::date as "writtenOn",
			coalesce((select json_agg(i order by length(i.letter), i.letter) from (
				select id, letter, form, words, version, dropped_at is not null as dropped from group_item
				where partnership_id = f.partnership_id and group_id = f.group_id limit ${mostItemsEver}) i), '[]') as items,
			coalesce((select json_agg(p) from (
				select member_id as "memberId", aspect, not_applicable as "notApplicable", reason, version,
					shown_name(partnership_id, said_by) as "saidBy", (said_at at time zone 'Europe/London')::date as "saidOn"
				from group_part where partnership_id = f.partnership_id and group_id = f.group_id limit ${most}) p), '[]') as parts
		from group_focus f
		join member_group g on g.partnership_id = f.partnership_id and g.id = f.group_id
		where f.partnership_id = ${partnershipId} and f.group_id = any (${[...groupIds]}::uuid[])
		order by g.name limit ${most}`.execute(ctx.db);
	return rows;
}

/** What the groups of some schools look into, this year and in those to come: by school, with its own aspect. */
export async function focusesOfMembers(
	ctx: Context,
	partnershipId: string,
	memberIds: readonly string[],
): Promise<Record<string, { groupName: string; words: string; aspect: string }[]>> {
	const groups = await presentGroups(ctx, partnershipId);
	const focuses = await focusesOf(
		ctx,
		partnershipId,
		groups.map(({ id }) => id),
	);
	const ofMember = (memberId: string) =>
		groups
			.filter(({ members }) => members.some(({ id }) => id === memberId))
			.flatMap(({ id, name }) => {
				const focus = focuses.find(({ groupId }) => groupId === id);
				return focus
					? [{ groupName: name, words: focus.words, aspect: partOf(focus, memberId)?.aspect ?? '' }]
					: [];
			});
	return Object.fromEntries(memberIds.map((memberId) => [memberId, ofMember(memberId)]));
}

export const focusOf = async (
	ctx: Context,
	partnershipId: string,
	groupId: string,
): Promise<GroupFocus | null> => (await focusesOf(ctx, partnershipId, [groupId]))[0] ?? null;
