import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { conflict, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayBringPeople } from '../access.ts';
import { bringInput, comeInput, lowerOthersInput, stayAwayInput, takeOutInput } from '../input.ts';
import { comingTo, invitedMembers, peopleAt, type ComingSchool } from '../joining-queries.server.ts';
import { deleteJoinings, insertJoinings, lowerOthersOf, upsertOthers } from '../joining-store.server.ts';
import { placesLeft, standsOn, type JointEvent } from '../model.ts';
import { eventById } from '../queries.server.ts';
import { atEvent, type OpenEvent } from './opening.server.ts';

/**
 * A head says who comes from their school: people who work there, and how many others. Those who were ticked or unticked since the form
 * was opened are added and taken out, so that two forms add up; the number of others is by version. Refused beyond the places that are
 * left, for an event that is over or called off, for a school that is not invited, and for somebody who comes for another school at which
 * they work still.
 */
export const bringPeople = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(
		ctx,
		bringInput,
		input,
		({ standing }, { memberId }) => mayBringPeople(standing, memberId),
		async ({ input: sent, by, ...open }) => {
			const { memberId, personIds, seen, others, othersVersion } = sent;
			const turn = await takeTurn(ctx, open, memberId);
			if (turn.is !== 'done') return turn;
			const { event, school, coming } = turn.value;
			const there = school?.people.map(({ personId }) => personId) ?? [];
			const added = personIds.filter((id) => !seen.includes(id) && !there.includes(id));
			const removed = seen.filter((id) => !personIds.includes(id) && there.includes(id));
			const work = await peopleAt(ctx, open.partnershipId, [memberId]);
			if (!added.every((id) => work.some(({ personId }) => personId === id)))
				return invalid({ personIds: 'Somebody ticked does not work there any more. Open the page again.' });
			const elsewhere = joinedElsewhere(coming, memberId, added);
			if (elsewhere.comes) return invalid({ personIds: elsewhere.comes });
			const before = { number: school?.others ?? 0, version: school?.othersVersion ?? 0 };
			if (before.number !== others && before.version !== othersVersion) return conflict(school);
			// Whoever does not work there any more held no place.
			const freed = (school?.people ?? []).filter(
				({ personId, left }) => !left && removed.includes(personId),
			);
			const more = added.length - freed.length + others - before.number;
			const adds = added.length > 0 || others > before.number;
			const full = adds ? whyFull(event, more) : null;
			if (full) return invalid({ [others > before.number ? 'others' : 'personIds']: full });
			await deleteJoinings(ctx, sent, [...removed, ...elsewhere.worked]);
			// A number that comes down makes room for people, and the other way round.
			const sayOthers = async () =>
				before.number === others ||
				(await upsertOthers(ctx, sent, { memberId, number: others, version: othersVersion, by }));
			const first = others < before.number && !(await sayOthers());
			if (first) return conflict(school);
			await insertJoinings(ctx, sent, { memberId, personIds: added, by });
			if (others > before.number && !(await sayOthers())) return conflict(school);
			return done(null);
		},
	);

/**
 * Somebody says that they come themselves, from a school at which they work. Joining again changes nothing, and where they joined for a
 * school at which they work no longer, they come for this one. Refused while they come for another.
 */
export const come = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(
		ctx,
		comeInput,
		input,
		({ standing }, { memberId }) => standing.appointments.some((post) => post.memberId === memberId),
		async ({ input: sent, by, ...open }) => {
			const turn = await takeTurn(ctx, open, sent.memberId);
			if (turn.is !== 'done') return turn;
			const { event, school, coming } = turn.value;
			if (school?.people.some(({ personId }) => personId === by)) return done(null);
			const elsewhere = joinedElsewhere(coming, sent.memberId, [by]);
			if (elsewhere.comes) return invalid({ '': elsewhere.comes });
			const full = whyFull(event, 1);
			if (full) return invalid({ '': full });
			await deleteJoinings(ctx, sent, elsewhere.worked);
			await insertJoinings(ctx, sent, { memberId: sent.memberId, personIds: [by], by });
			return done(null);
		},
	);

/** Somebody does not come after all; their place is free again. */
export const stayAway = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(
		ctx,
		stayAwayInput,
		input,
		() => true,
		async ({ input: sent, event, by }) => {
			if (standsOn(event, ctx.today) === 'over') return invalid({ '': over });
			await deleteJoinings(ctx, sent, [by]);
			return done(null);
		},
	);

/** Whoever runs an event takes somebody off the list. */
export const takeOut = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(
		ctx,
		takeOutInput,
		input,
		({ runs }) => runs,
		async ({ input: sent, event }) => {
			if (standsOn(event, ctx.today) === 'over') return invalid({ '': over });
			await deleteJoinings(ctx, sent, [sent.personId]);
			return done(null);
		},
	);

/** Whoever runs an event makes room: they lower how many others a school brings. That more come is said by the school itself. */
export const lowerOthers = (ctx: Context, input: unknown): Promise<Outcome> =>
	atEvent(
		ctx,
		lowerOthersInput,
		input,
		({ runs }) => runs,
		async ({ input: sent, event, partnershipId }) => {
			if (standsOn(event, ctx.today) === 'over') return invalid({ '': over });
			await takePartnershipTurn(ctx, partnershipId);
			const { memberId, others: number, othersVersion: version } = sent;
			const school = (await comingTo(ctx, sent)).find((one) => one.memberId === memberId);
			if (!school) return missing;
			if (number === school.others) return done(null);
			if (number > school.others)
				return invalid({
					others: `${school.others} come, as the school says. Give fewer; that more come it says itself.`,
				});
			return (await lowerOthersOf(ctx, sent, { memberId, number, version })) ? done(null) : conflict(school);
		},
	);

const over = 'This event is over. Who came is said in what is written up of it.';

/** Of people, who joined for another school at which they worked, and why the others cannot come for this one; null where they can. */
function joinedElsewhere(
	coming: readonly ComingSchool[],
	memberId: string,
	personIds: readonly string[],
): { worked: string[]; comes: string | null } {
	const joined = coming
		.filter((school) => school.memberId !== memberId)
		.flatMap(({ memberName, people }) => people.map((person) => ({ ...person, memberName })))
		.filter(({ personId }) => personIds.includes(personId));
	const comes = joined.find(({ left }) => !left);
	return {
		worked: joined.filter(({ left }) => left).map(({ personId }) => personId),
		comes: comes
			? `${comes.name} comes for ${comes.memberName} already. Nobody comes for two schools.`
			: null,
	};
}

/** The event as it stands once nobody else joins at the same moment, with who comes by then, from the school and from all. */
async function takeTurn(
	ctx: Context,
	{ partnershipId, event: { id } }: Pick<OpenEvent, 'partnershipId' | 'event'>,
	memberId: string,
): Promise<Outcome<{ event: JointEvent; school: ComingSchool | null; coming: ComingSchool[] }>> {
	await takePartnershipTurn(ctx, partnershipId);
	const event = await eventById(ctx, partnershipId, id);
	if (!event) return missing;
	if (event.calledOff) return invalid({ '': 'This event was called off.' });
	if (standsOn(event, ctx.today) === 'over') return invalid({ '': over });
	const invited = await invitedMembers(ctx, partnershipId, event);
	if (!invited.some((member) => member.id === memberId)) return missing;
	const coming = await comingTo(ctx, { partnershipId, eventId: id });
	return done({ event, coming, school: coming.find((school) => school.memberId === memberId) ?? null });
}

/** Why so many more cannot come, or others in place of some; null where they can. */
function whyFull(event: JointEvent, more: number): string | null {
	const left = placesLeft(event);
	if (left === null || event.taken + more <= event.places!) return null;
	return left === 0
		? 'The last place has been taken. Ask whoever leads it whether there is room after all.'
		: `${left === 1 ? 'One place is' : `${left} places are`} left. Choose who comes.`;
}
