import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';

/** Founds a partnership with its founder as first chair. The same id twice is one partnership. */
export async function insertPartnership(
	ctx: Context,
	partnership: { id: string; name: string; groupWord: string },
) {
	await sql`select found_partnership(${partnership.id}, ${partnership.name}, ${partnership.groupWord}, ${ctx.newId()})`.execute(
		ctx.db,
	);
}

export interface NewSchool {
	urn: number | null;
	name: string;
	place: string;
	country: string;
}

/** A member with its schools. A school already known to the partnership by its URN keeps its row. */
export async function insertMember(
	ctx: Context,
	member: { id: string; partnershipId: string; name: string; fromDay: string },
	schools: NewSchool[],
): Promise<Insertion> {
	const row = {
		partnership_id: member.partnershipId,
		id: member.id,
		name: member.name,
		from_day: member.fromDay,
	};
	const inserted = await insertOnce(ctx.db, 'member', row, ['name']);
	if (inserted !== 'made') return inserted;
	const schoolIds = await insertSchools(ctx, member.partnershipId, schools);
	await ctx.db
		.insertInto('member_school')
		.values(
			schoolIds.map((school_id) => ({
				partnership_id: member.partnershipId,
				member_id: member.id,
				school_id,
			})),
		)
		.execute();
	return inserted;
}

async function insertSchools(ctx: Context, partnershipId: string, schools: NewSchool[]): Promise<string[]> {
	const rows = schools.map((school) => ({ partnership_id: partnershipId, id: ctx.newId(), ...school }));
	await ctx.db
		.insertInto('school')
		.values(rows)
		.onConflict((conflict) => conflict.columns(['partnership_id', 'urn']).doNothing())
		.execute();
	const urns = schools.flatMap(({ urn }) => (urn === null ? [] : [urn]));
	const known =
		urns.length === 0
			? []
			: await ctx.db
					.selectFrom('school')
					.select('id')
					.where('partnership_id', '=', partnershipId)
					.where('urn', 'in', urns)
					.execute();
	return [...known.map(({ id }) => id), ...rows.filter(({ urn }) => urn === null).map(({ id }) => id)];
}

/** A member leaves on a day, or on another day until the one it was to leave on has passed. False where it has left before. */
export async function endMember(
	ctx: Context,
	partnershipId: string,
	memberId: string,
	untilDay: string,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('member')
		.set({ until_day: untilDay })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', memberId)
		.where(({ eb, or }) => or([eb('until_day', 'is', null), eb('until_day', '>=', ctx.today)]))
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** The person with this address, made if there is none. Tells nobody whether there was one. */
export async function personFor(ctx: Context, email: string, name: string): Promise<string> {
	const { rows } = await sql<{
		id: string;
	}>`select person_for_invitation(${ctx.newId()}, ${email}, ${name}) as id`.execute(ctx.db);
	return rows[0]!.id;
}

export interface NewRole {
	id: string;
	partnershipId: string;
	personId: string;
	role: string;
	fromDay: string;
	addedBy: string;
}

/** Returns false where the person already holds the role. */
export async function insertAppointment(ctx: Context, role: NewRole, memberId: string): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('appointment')
		.values({ ...roleRow(role), member_id: memberId })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Returns false where the person already carries the responsibility. */
export async function insertResponsibility(ctx: Context, role: NewRole): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('responsibility')
		.values(roleRow(role))
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

const roleRow = ({ id, partnershipId, personId, role, fromDay, addedBy }: NewRole) => ({
	partnership_id: partnershipId,
	id,
	person_id: personId,
	role,
	from_day: fromDay,
	added_by: addedBy,
});

export async function insertConfirmation(
	ctx: Context,
	partnershipId: string,
	appointmentId: string,
	confirmedBy: string,
) {
	await ctx.db
		.insertInto('appointment_confirmation')
		.values({ partnership_id: partnershipId, appointment_id: appointmentId, confirmed_by: confirmedBy })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Ends a role on a day, or on another day while it is still to end; a role that has ended keeps its day. */
export async function endRole(
	ctx: Context,
	of: 'appointment' | 'responsibility',
	partnershipId: string,
	id: string,
	untilDay: string,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable(of)
		.set({ until_day: untilDay })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where(({ eb, or }) => or([eb('until_day', 'is', null), eb('until_day', '>', ctx.today)]))
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** An invitation and the sign-in link it carries. */
export async function insertInvitation(
	ctx: Context,
	invitation: {
		id: string;
		partnershipId: string;
		personId: string;
		email: string;
		/** As typed; shown for them until they have accepted. */
		name: string;
		invitedBy: string;
		expiresAt: Date;
	},
	tokenHash: string,
) {
	await ctx.db
		.insertInto('invitation')
		.values({
			partnership_id: invitation.partnershipId,
			id: invitation.id,
			person_id: invitation.personId,
			email: invitation.email,
			name: invitation.name,
			invited_by: invitation.invitedBy,
			invited_at: ctx.now,
			expires_at: invitation.expiresAt,
		})
		.execute();
	await sql`select open_invitation_link(${ctx.newId()}, ${invitation.id}, ${tokenHash}, ${invitation.expiresAt})`.execute(
		ctx.db,
	);
}

export async function insertGroup(
	ctx: Context,
	group: { id: string; partnershipId: string; name: string; schoolYear: string },
	memberIds: string[],
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('member_group')
		.values({
			partnership_id: group.partnershipId,
			id: group.id,
			name: group.name,
			school_year: group.schoolYear,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows === 0n) return false;
	await ctx.db
		.insertInto('group_membership')
		.values(
			memberIds.map((member_id) => ({ partnership_id: group.partnershipId, group_id: group.id, member_id })),
		)
		.execute();
	return true;
}

export async function setLead(ctx: Context, partnershipId: string, groupId: string, leadId: string) {
	await ctx.db
		.updateTable('member_group')
		.set({ lead_id: leadId })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', groupId)
		.execute();
}
