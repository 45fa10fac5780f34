import { findByUrn } from '#domain/register/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import * as access from '../access.ts';
import * as inputs from '../input.ts';
import { isOver } from '../model.ts';
import { memberById, members } from '../queries.server.ts';
import { standingIn } from '../standing.server.ts';
import * as store from '../store.server.ts';
import { beginThemes } from '../themes/deeds.server.ts';
import { refusalOf } from '../urn-words.ts';

/** Anyone signed in may begin a partnership; they become its chair, and it has themes to begin with. */
export async function foundPartnership(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(inputs.foundPartnershipInput, input);
	if (!read.ok) return invalid(read.fields);
	if (ctx.actor.kind !== 'person') return denied;
	await store.insertPartnership(ctx, read.value);
	if (!(await standingIn(ctx, read.value.id))) return missing;
	await beginThemes(ctx, read.value.id);
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
		(member) => !isOver(member, fromDay) && member.id !== id,
	);
	const taken = schools.find(
		({ urn }) =>
			urn !== null && present.some((member) => member.schools.some((school) => school.urn === urn)),
	);
	if (taken) return invalid({ urns: `${taken.name} is already a member.` });
	const inserted = await store.insertMember(
		ctx,
		{ id, partnershipId, fromDay, name: name || schools.map((school) => school.name).join(' and ') },
		schools,
	);
	return inserted === 'taken' ? missing : done({ id });
}

/**
 * A member leaves on a day. What happened before stays as it was (HEP-1). Until it has left, another day can be given; from
 * then on it keeps the day.
 */
export async function endMembership(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.endMembershipInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, memberId, untilDay } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const member = standing && (await memberById(ctx, partnershipId, memberId));
	if (!standing || !member) return missing;
	if (!access.mayChangeMembers(standing)) return denied;
	if (untilDay < member.fromDay) return invalid({ untilDay: 'That is before the school joined.' });
	const ended = await store.endMember(ctx, partnershipId, memberId, untilDay);
	return ended || member.untilDay === untilDay
		? done(null)
		: invalid({ untilDay: `${member.name} has left already.` });
}
