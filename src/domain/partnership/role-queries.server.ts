import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { leadRoles, type AppointmentRole, type ResponsibilityRole } from './model.ts';

/** The person with this address, as far as the actor may know of them. */
export const personByAddress = (ctx: Context, partnershipId: string, email: string) =>
	ctx.db
		.selectFrom('person')
		.select(['id', sql<string>`shown_name(${partnershipId}, id)`.as('name')])
		.where('email', '=', email)
		.executeTakeFirst();

export const personById = (ctx: Context, id: string) =>
	ctx.db.selectFrom('person').select(['id', 'name']).where('id', '=', id).executeTakeFirst();

/** One role, present or ended. */
export interface Role {
	personId: string;
	role: AppointmentRole | ResponsibilityRole;
	fromDay: string;
	untilDay: string | null;
	/** Null for a responsibility. */
	memberId: string | null;
}

export async function roleById(
	ctx: Context,
	of: 'appointment' | 'responsibility',
	partnershipId: string,
	id: string,
): Promise<Role | null> {
	const { rows } = await sql<Role>`
		select person_id as "personId", role, from_day as "fromDay", until_day as "untilDay",
			${of === 'appointment' ? sql.ref('member_id') : sql`null`} as "memberId"
		from ${sql.table(of)} where partnership_id = ${partnershipId} and id = ${id}`.execute(ctx.db);
	return rows[0] ?? null;
}

/** Whether this very role was given to this person: a form posted twice is one deed. */
export async function isRoleMade(
	ctx: Context,
	role: { id: string; partnershipId: string; personId: string },
): Promise<boolean> {
	const made = (table: 'appointment' | 'responsibility') =>
		sql`select 1 from ${sql.table(table)} where partnership_id = ${role.partnershipId} and id = ${role.id}
			and person_id = ${role.personId}`;
	const { rows } = await sql`${made('appointment')} union all ${made('responsibility')}`.execute(ctx.db);
	return rows.length > 0;
}

/** The responsibilities by which a partnership is led on a day, those with an end in sight left out. */
export async function leadingRoles(ctx: Context, partnershipId: string, day: string): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('responsibility')
		.select('id')
		.where('partnership_id', '=', partnershipId)
		.where('role', 'in', leadRoles)
		.where('from_day', '<=', day)
		.where('until_day', 'is', null)
		.execute();
	return rows.map(({ id }) => id);
}

/** How a letter names an invitation's partnership and whoever invites. */
export async function invitingNames(
	ctx: Context,
	partnershipId: string,
	personId: string,
): Promise<{ partnership: string; inviter: string }> {
	return ctx.db
		.selectFrom('partnership')
		.innerJoin('person', (join) => join.on('person.id', '=', personId))
		.select(['partnership.name as partnership', 'person.name as inviter'])
		.where('partnership.id', '=', partnershipId)
		.executeTakeFirstOrThrow();
}
