import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { AppointmentRole, ResponsibilityRole, Standing } from './model.ts';

/** What the actor is in a partnership today, or null where they are nothing: to them it does not exist. */
export const standingIn = async (ctx: Context, partnershipId: string): Promise<Standing | null> =>
	(await standingsIn(ctx, [partnershipId])).get(partnershipId) ?? null;

/** The same for several partnerships in one query; those in which they are nothing are left out. */
export async function standingsIn(ctx: Context, partnershipIds: string[]): Promise<Map<string, Standing>> {
	if (ctx.actor.kind !== 'person' || partnershipIds.length === 0) return new Map();
	const personId = ctx.actor.id;
	const { rows } = await sql<Held>`
		select partnership_id as "partnershipId", null::uuid as "memberId", role, true as confirmed from responsibility
		where partnership_id = any (${partnershipIds}::uuid[]) and person_id = ${personId}
			and from_day <= ${ctx.today} and (until_day is null or until_day > ${ctx.today})
		union all
		select a.partnership_id, a.member_id, a.role, c.appointment_id is not null
		from appointment a
		left join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
		where a.partnership_id = any (${partnershipIds}::uuid[]) and a.person_id = ${personId}
			and a.from_day <= ${ctx.today} and (a.until_day is null or a.until_day > ${ctx.today})`.execute(ctx.db);
	const standings = new Map<string, Standing>();
	for (const { partnershipId, memberId, role, confirmed } of rows) {
		const standing = standings.get(partnershipId) ?? {
			partnershipId,
			personId,
			responsibilities: [],
			appointments: [],
		};
		standings.set(partnershipId, standing);
		if (memberId === null) standing.responsibilities.push(role as ResponsibilityRole);
		else standing.appointments.push({ memberId, role: role as AppointmentRole, confirmed });
	}
	return standings;
}

/** One role: a responsibility is held in the partnership, an appointment at one of its members. */
interface Held {
	partnershipId: string;
	memberId: string | null;
	role: string;
	confirmed: boolean;
}
