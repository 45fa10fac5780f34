import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { AppointmentRole, ResponsibilityRole, Standing } from './model.ts';

/** What the actor is in a partnership today, or null where they are nothing: to them it does not exist. */
export const standingIn = async (ctx: Context, partnershipId: string): Promise<Standing | null> =>
	(await standingsIn(ctx, [partnershipId])).get(partnershipId) ?? null;

/** The same for several partnerships, with as many queries as for one; those in which they are nothing are left out. */
export async function standingsIn(ctx: Context, partnershipIds: string[]): Promise<Map<string, Standing>> {
	if (ctx.actor.kind !== 'person' || partnershipIds.length === 0) return new Map();
	const personId = ctx.actor.id;
	const responsibilities = await ctx.db
		.selectFrom('responsibility')
		.select(['partnership_id', 'role'])
		.where('partnership_id', 'in', partnershipIds)
		.where('person_id', '=', personId)
		.where('from_day', '<=', ctx.today)
		.where(({ eb, or }) => or([eb('until_day', 'is', null), eb('until_day', '>', ctx.today)]))
		.execute();
	const appointments = await ctx.db
		.selectFrom('appointment as a')
		.leftJoin('appointment_confirmation as c', (join) =>
			join.onRef('c.partnership_id', '=', 'a.partnership_id').onRef('c.appointment_id', '=', 'a.id'),
		)
		.select([
			'a.partnership_id',
			'a.member_id',
			'a.role',
			sql<boolean>`c.appointment_id is not null`.as('confirmed'),
		])
		.where('a.partnership_id', 'in', partnershipIds)
		.where('a.person_id', '=', personId)
		.where('a.from_day', '<=', ctx.today)
		.where(({ eb, or }) => or([eb('a.until_day', 'is', null), eb('a.until_day', '>', ctx.today)]))
		.execute();
	const standings = new Map<string, Standing>();
	const standingOf = (partnershipId: string): Standing => {
		const known = standings.get(partnershipId);
		if (known) return known;
		const standing: Standing = { partnershipId, personId, responsibilities: [], appointments: [] };
		standings.set(partnershipId, standing);
		return standing;
	};
	for (const { partnership_id, role } of responsibilities)
		standingOf(partnership_id).responsibilities.push(role as ResponsibilityRole);
	for (const { partnership_id, member_id, role, confirmed } of appointments)
		standingOf(partnership_id).appointments.push({
			memberId: member_id,
			role: role as AppointmentRole,
			confirmed,
		});
	return standings;
}
