import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { queueLetter } from '#platform/mail/letter.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { linkAddress } from '#platform/session/links.ts';
import { newToken } from '#platform/session/token.ts';
import * as access from '../access.ts';
import * as inputs from '../input.ts';
import { invitationLetter } from '../letters.ts';
import { isHead, type AppointmentRole, type ResponsibilityRole } from '../model.ts';
import { presentMembers } from '../queries.server.ts';
import { invitingNames, isRoleMade, personByAddress } from '../role-queries.server.ts';
import { standingIn } from '../standing.server.ts';
import * as store from '../store.server.ts';

/** How long an invitation's link signs in. */
const invitationDays = 14;

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
	const member = (await presentMembers(ctx, partnershipId)).find((one) => one.id === memberId);
	if (!inputs.isResponsibility(role) && !member) return invalid({ memberId: 'Choose their school.' });

	const namesake = await personByAddress(ctx, partnershipId, email);
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
		return invalid({ email: access.notByThemselves });
	const newRole = { id, partnershipId, personId, role, fromDay, addedBy: ctx.actor.id };
	const added = inputs.isResponsibility(role)
		? await store.insertResponsibility(ctx, newRole)
		: await store.insertAppointment(ctx, newRole, memberId);
	if (!added)
		return (await isRoleMade(ctx, newRole))
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
		name: to.name,
		invitedBy: ctx.actor.id,
		expiresAt,
	};
	await store.insertInvitation(ctx, invitation, hash);
	const names = await invitingNames(ctx, to.partnershipId, ctx.actor.id);
	const link = linkAddress(origin, token);
	await queueLetter(
		ctx.db,
		invitationLetter({
			...to,
			...names,
			link,
			days: invitationDays,
		}),
	);
}
