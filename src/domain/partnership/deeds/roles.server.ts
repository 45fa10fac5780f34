import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import * as access from '../access.ts';
import * as inputs from '../input.ts';
import type { ResponsibilityRole } from '../model.ts';
import { members } from '../queries.server.ts';
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
