import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayChangeMembers } from '../access.ts';
import { chooseLeadInput, formGroupInput } from '../input.ts';
import { groups, presentMembers } from '../queries.server.ts';
import { standingIn } from '../standing.server.ts';
import * as store from '../store.server.ts';

/** Forms a group for a school year (KSA-1, CSC-1). */
export async function formGroup(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(formGroupInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, name, schoolYear, memberIds } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!mayChangeMembers(standing)) return denied;
	const present = await presentMembers(ctx, partnershipId);
	if (!memberIds.every((memberId) => present.some((member) => member.id === memberId))) return missing;
	const inserted = await store.insertGroup(ctx, { id, partnershipId, name, schoolYear }, memberIds);
	if (!inserted && !(await groups(ctx, partnershipId)).some((group) => group.id === id))
		return invalid({ name: `There is already a group called ${name} in ${schoolYear}.` });
	return done({ id });
}

/** Gives a group its lead: a head of one of its schools (CSC-1). Another choice replaces it. */
export async function chooseLead(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(chooseLeadInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, groupId, leadId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const group = standing && (await groups(ctx, partnershipId)).find(({ id }) => id === groupId);
	if (!standing || !group) return missing;
	if (!mayChangeMembers(standing)) return denied;
	if (!group.heads.some(({ personId }) => personId === leadId))
		return invalid({ leadId: 'Choose a head of one of its schools.' });
	await store.setLead(ctx, partnershipId, groupId, leadId);
	return done(null);
}
