import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import * as access from '../access.ts';
import * as inputs from '../input.ts';
import { isLead, type ResponsibilityRole } from '../model.ts';
import { memberById } from '../queries.server.ts';
import { leadingRoles, roleById } from '../role-queries.server.ts';
import { standingIn } from '../standing.server.ts';
import * as store from '../store.server.ts';

/** A lead or chair confirms that a person heads their school; from then on the appointment counts. Not their own beside another's. */
export async function confirmHead(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.confirmHeadInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, appointmentId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!access.mayConfirmHeads(standing)) return denied;
	const appointment = await roleById(ctx, 'appointment', partnershipId, appointmentId);
	if (!appointment) return missing;
	const { heads = [] } = (await memberById(ctx, partnershipId, appointment.memberId ?? '')) ?? {};
	if (access.makesThemselvesHead(ctx.actor.id, appointment.personId, heads))
		return invalid({ '': access.notByThemselves });
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
	const role = await roleById(ctx, of, partnershipId, roleId);
	if (!role) return missing;
	if (untilDay < role.fromDay) return invalid({ untilDay: 'That is before the role began.' });
	if (of === 'responsibility' && !access.mayGiveResponsibility(standing, role.role as ResponsibilityRole))
		return denied;
	if (isLead(role.role) && (await nobodyElseLeads(ctx, partnershipId, roleId, untilDay))) {
		return invalid({ untilDay: 'Somebody must lead the partnership. Invite the next lead or chair first.' });
	}
	const ended = await store.endRole(ctx, of, partnershipId, roleId, untilDay);
	return ended || role.untilDay === untilDay
		? done(null)
		: invalid({ untilDay: 'This role has ended already.' });
}

/** Whether nobody would lead once this role has ended: whoever begins later does not lead yet. */
async function nobodyElseLeads(
	ctx: Context,
	partnershipId: string,
	roleId: string,
	untilDay: string,
): Promise<boolean> {
	const leading = await leadingRoles(ctx, partnershipId, untilDay < ctx.today ? ctx.today : untilDay);
	return leading.every((id) => id === roleId);
}
