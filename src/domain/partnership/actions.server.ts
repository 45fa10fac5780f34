import { sql } from 'kysely';
import { findByUrn } from '#domain/register/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { queueLetter } from '#platform/mail/letter.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { linkAddress } from '#platform/session/links.ts';
import { newToken } from '#platform/session/token.ts';
import * as access from './access.ts';
import * as inputs from './input.ts';
import { invitationLetter } from './letters.ts';
import { isHead, type AppointmentRole, type ResponsibilityRole } from './model.ts';
import { members } from './queries.server.ts';
import { standingIn } from './standing.server.ts';
import * as store from './store.server.ts';
import { refusalOf } from './urn-words.ts';

/** How long an invitation's link signs in. */
const invitationDays = 14;

/** Anyone signed in may begin a partnership; they become its chair. */
export async function foundPartnership(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(inputs.foundPartnershipInput, input);
	if (!read.ok) return invalid(read.fields);
	if (ctx.actor.kind !== 'person') return denied;
	await store.insertPartnership(ctx, read.value);
	return done({ id: read.value.id });
}

/**
 * Takes in a member: one registered school, several run as one (KSA-1), or one that is not in the register. Refuses URNs
 * that do not exist, are closed or of another country, and a school that is already a member.
 */
export async function addMember(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(inputs.addMemberInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, fromDay, urns, name, place } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!access.mayChangeMembers(standing)) return denied;
	const schools: store.NewSchool[] = [];
	for (const urn of new Set(urns)) {
		const found = await findByUrn(ctx.db, urn);
		if (found.is !== 'found') return invalid({ urns: refusalOf(found, urn) });
		schools.push({
			urn: Number(urn),
			name: found.school.name,
			place: found.school.place,
			country: 'England',
		});
	}
	if (schools.length === 0) {
		if (name === '') return invalid({ urns: 'Choose a school from the register, or give its name below.' });
		if (place === '')
			return invalid({ place: 'Say where the school is, so that it can be told from others of its name.' });
		schools.push({ urn: null, name, place, country: '' });
	}
	const present = (await members(ctx, partnershipId, '')).filter(
		(member) => member.untilDay === null && member.id !== id,
	);
	const taken = schools.find(
		({ urn }) =>
			urn !== null && present.some((member) => member.schools.some((school) => school.urn === urn)),
	);
	if (taken) return invalid({ urns: `${taken.name} is already a member.` });
	await store.insertMember(
		ctx,
		{ id, partnershipId, fromDay, name: name || schools.map((school) => school.name).join(' and ') },
		schools,
	);
	return done({ id });
}

/** A member leaves on a day. What happened before stays as it was (HEP-1). */
export async function endMembership(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.endMembershipInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, memberId, untilDay } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const member = standing && (await members(ctx, partnershipId, '')).find(({ id }) => id === memberId);
	if (!standing || !member) return missing;
	if (!access.mayChangeMembers(standing)) return denied;
	if (untilDay < member.fromDay) return invalid({ untilDay: 'That is before the school joined.' });
	await store.endMember(ctx, partnershipId, memberId, untilDay);
	return done(null);
}

/**
 * Gives a person a role and writes to them. The person is known by their address. Refuses a role they already hold, and an
 * address that belongs to somebody of the partnership under another name.
 */
export async function invite(
	ctx: Context,
	origin: string,
	input: unknown,
): Promise<Outcome<{ id: string; personId: string }>> {
	const read = readInput(inputs.inviteInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, name, email, memberId, role, fromDay } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!access.mayInvite(standing)) return denied;
	if (inputs.isResponsibility(role) && !access.mayGiveResponsibility(standing, role)) return denied;
	const present = await members(ctx, partnershipId, '');
	const member = present.find((one) => one.id === memberId);
	if (!inputs.isResponsibility(role) && !member) return invalid({ memberId: 'Choose their school.' });

	const namesake = await knownByAddress(ctx, email);
	if (namesake && namesake.name.toLowerCase() !== name.toLowerCase()) {
		return invalid({
			email: `That address belongs to ${namesake.name}. Use theirs for them, or another for ${name}.`,
		});
	}
	const personId = await store.personFor(ctx, email, name);
	if (
		!inputs.isResponsibility(role) &&
		isHead(role) &&
		access.makesThemselvesHead(ctx.actor.id, personId, member!.heads)
	)
		return invalid({ email: notByThemselves });
	const newRole = { id, partnershipId, personId, role, fromDay, addedBy: ctx.actor.id };
	const added = inputs.isResponsibility(role)
		? await store.insertResponsibility(ctx, newRole)
		: await store.insertAppointment(ctx, newRole, memberId);
	if (!added)
		return (await isSameDeed(ctx, id))
			? done({ id, personId })
			: invalid({ email: `${name} already has this role.` });
	if (!inputs.isResponsibility(role) && isHead(role) && access.countsAtOnce(standing, role)) {
		await store.insertConfirmation(ctx, partnershipId, id, ctx.actor.id);
	}
	await sendInvitation(ctx, origin, {
		partnershipId,
		personId,
		email,
		name,
		role,
		memberName: member?.name ?? null,
	});
	return done({ id, personId });
}

const notByThemselves =
	'This school has a head. Somebody else who leads the partnership can make you one, too.';

/** Whether this very form was taken before: posted twice, it is one deed. */
async function isSameDeed(ctx: Context, id: string): Promise<boolean> {
	const { rows } =
		await sql`select 1 from appointment where id = ${id} union all select 1 from responsibility where id = ${id}`.execute(
			ctx.db,
		);
	return rows.length > 0;
}

async function knownByAddress(ctx: Context, email: string) {
	return ctx.db.selectFrom('person').select(['id', 'name']).where('email', '=', email).executeTakeFirst();
}

async function sendInvitation(
	ctx: Context,
	origin: string,
	to: {
		partnershipId: string;
		personId: string;
		email: string;
		name: string;
		role: AppointmentRole | ResponsibilityRole;
		memberName: string | null;
	},
) {
	if (ctx.actor.kind !== 'person') return;
	const { token, hash } = newToken();
	const expiresAt = new Date(ctx.now.getTime() + invitationDays * 24 * 60 * 60 * 1000);
	const invitation = {
		id: ctx.newId(),
		partnershipId: to.partnershipId,
		personId: to.personId,
		email: to.email,
		invitedBy: ctx.actor.id,
		expiresAt,
	};
	await store.insertInvitation(ctx, invitation, hash);
	const partnership = await ctx.db
		.selectFrom('partnership')
		.select('name')
		.where('id', '=', to.partnershipId)
		.executeTakeFirstOrThrow();
	const inviter = await ctx.db
		.selectFrom('person')
		.select('name')
		.where('id', '=', ctx.actor.id)
		.executeTakeFirstOrThrow();
	const link = linkAddress(origin, token);
	await queueLetter(
		ctx.db,
		invitationLetter({
			...to,
			partnership: partnership.name,
			inviter: inviter.name,
			link,
			days: invitationDays,
		}),
	);
}

/** A lead or chair confirms that a person heads their school; from then on the appointment counts. Not their own beside another's. */
export async function confirmHead(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.confirmHeadInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, appointmentId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!access.mayConfirmHeads(standing)) return denied;
	const appointment = await ctx.db
		.selectFrom('appointment')
		.select(['person_id', 'member_id'])
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', appointmentId)
		.executeTakeFirst();
	if (!appointment) return missing;
	const { heads = [] } =
		(await members(ctx, partnershipId, '')).find(({ id }) => id === appointment.member_id) ?? {};
	if (access.makesThemselvesHead(ctx.actor.id, appointment.person_id, heads))
		return invalid({ '': notByThemselves });
	await store.insertConfirmation(ctx, partnershipId, appointmentId, ctx.actor.id);
	return done(null);
}

/** Ends a role. Access ends with it; what the person wrote stays. A partnership keeps somebody who leads it. */
export async function endRole(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.endRoleInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, roleId, of, untilDay } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!access.mayEndAppointments(standing)) return denied;
	const role = await ctx.db
		.selectFrom(of)
		.select(['id', 'from_day', 'role'])
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', roleId)
		.executeTakeFirst();
	if (!role) return missing;
	if (untilDay < role.from_day) return invalid({ untilDay: 'That is before the role began.' });
	if (of === 'responsibility' && !access.mayGiveResponsibility(standing, role.role as ResponsibilityRole))
		return denied;
	if (of === 'responsibility' && (await isLastLead(ctx, partnershipId, role.id))) {
		return invalid({ untilDay: 'Somebody must lead the partnership. Invite the next lead or chair first.' });
	}
	await store.endRole(ctx, of, partnershipId, roleId, untilDay);
	return done(null);
}

async function isLastLead(ctx: Context, partnershipId: string, roleId: string): Promise<boolean> {
	const leaders = await ctx.db
		.selectFrom('responsibility')
		.select('id')
		.where('partnership_id', '=', partnershipId)
		.where('role', 'in', ['lead', 'chair', 'vice chair'])
		.where('until_day', 'is', null)
		.execute();
	return leaders.length === 1 && leaders[0]!.id === roleId;
}

/** Forms a group for a school year (KSA-1, CSC-1). */
export async function formGroup(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(inputs.formGroupInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, name, schoolYear, memberIds } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!access.mayChangeMembers(standing)) return denied;
	const present = (await members(ctx, partnershipId, schoolYear)).filter(({ untilDay }) => untilDay === null);
	if (!memberIds.every((memberId) => present.some((member) => member.id === memberId))) return missing;
	const inserted = await store.insertGroup(ctx, { id, partnershipId, name, schoolYear }, memberIds);
	if (!inserted) {
		const known = await ctx.db
			.selectFrom('member_group')
			.select('id')
			.where('id', '=', id)
			.executeTakeFirst();
		if (!known) return invalid({ name: `There is already a group called ${name} in ${schoolYear}.` });
	}
	return done({ id });
}
