import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { AppointmentRole, ResponsibilityRole, Standing } from './model.ts';

/** What the actor is in a partnership today, or null where they are nothing: to them it does not exist. */
export async function standingIn(ctx: Context, partnershipId: string): Promise<Standing | null> {
	if (ctx.actor.kind !== 'person') return null;
	const personId = ctx.actor.id;
	const responsibilities = await ctx.db
		.selectFrom('responsibility')
		.select('role')
		.where('partnership_id', '=', partnershipId)
		.where('person_id', '=', personId)
		.where('from_day', '<=', ctx.today)
		.where(({ eb, or }) => or([eb('until_day', 'is', null), eb('until_day', '>', ctx.today)]))
		.execute();
	const appointments = await ctx.db
		.selectFrom('appointment as a')
		.leftJoin('appointment_confirmation as c', (join) =>
			join.onRef('c.partnership_id', '=', 'a.partnership_id').onRef('c.appointment_id', '=', 'a.id'),
		)
		.select(['a.member_id', 'a.role', sql<boolean>`c.appointment_id is not null`.as('confirmed')])
		.where('a.partnership_id', '=', partnershipId)
		.where('a.person_id', '=', personId)
		.where('a.from_day', '<=', ctx.today)
		.where(({ eb, or }) => or([eb('a.until_day', 'is', null), eb('a.until_day', '>', ctx.today)]))
		.execute();
	if (responsibilities.length + appointments.length === 0) return null;
	return {
		partnershipId,
		personId,
		responsibilities: responsibilities.map(({ role }) => role as ResponsibilityRole),
		appointments: appointments.map((row) => ({
			memberId: row.member_id,
			role: row.role as AppointmentRole,
			confirmed: row.confirmed,
		})),
	};
}
