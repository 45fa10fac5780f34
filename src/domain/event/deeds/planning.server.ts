import { sql } from 'kysely';
import { asPeopleSay, later } from '#domain/calendar/day.ts';
import { headedMembers, type Standing } from '#domain/partnership/model.ts';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayPlanEvent, mayRunEvent } from '../access.ts';
import { insertEvent, markCalledOff, updateEvent, type SaidOfEvent } from '../event-store.server.ts';
import { callOffInput, changeEventInput, planEventInput } from '../input.ts';
import { peopleOfEvent } from '../joining-queries.server.ts';
import { calledOffLetter, movedLetter } from '../letter.ts';
import { insertFindingLink } from '../link-store.server.ts';
import { linkableFindings } from '../link-queries.server.ts';
import { yearGroups, type JointEvent } from '../model.ts';
import { eventById } from '../queries.server.ts';
import { latestWriteUp } from '../write-up-queries.server.ts';
import { atEvent, factsOfEvent } from './opening.server.ts';
import { tell } from './telling.server.ts';
import { comingUninvited, placesOf, takeOff } from './uninviting.server.ts';

/**
 * Plans an event (HEP-9). Refused on days that are over, and with a leader, a school, a theme or a group that is not of the partnership
 * today. From a finding of the planner's own published report (CSC-21) it is linked in the same deed. The same form sent again is one event.
 */
export async function planEvent(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(planEventInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, findingId, ...form } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	const said = asSaid(form);
	const facts = await factsOfEvent(ctx, partnershipId, said);
	if (said.groupId && !facts.group) return missing;
	if (!mayPlanEvent(standing, facts)) return mayPlanAny(standing) ? invalid({ '': notYours }) : denied;
	const faults = await faultsOf(ctx, partnershipId, said, null);
	if (faults) return invalid(faults);
	if (said.fromDay < ctx.today)
		return invalid({ fromDay: `${asPeopleSay(said.fromDay)} is over. Choose a day to come.` });
	const finding = findingId === null ? null : await ownFinding(ctx, partnershipId, standing, findingId);
	if (findingId !== null && !finding) return missing;
	const of = { partnershipId, id };
	const made = await insertEvent(ctx, of, said, standing.personId);
	if (made === 'taken') return missing;
	if (made === 'made before') return sentAgain(await eventById(ctx, partnershipId, id), said, { id });
	if (finding) {
		const link = { findingId: finding.id, reviewId: finding.reviewId, by: standing.personId };
		await insertFindingLink(ctx, { partnershipId, eventId: id }, link);
	}
	return done({ id });
}

/**
 * Changes an event. Those who have a part in it are told by letter where its time or place is another and it is not over. Schools for which
 * it is no more give back their places, and are told. Refused for fewer places than are taken, once it is written up for other days, and
 * where it would be the actor's no longer. Where somebody else changed it meanwhile, theirs comes back.
 */
export const changeEvent = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	atEvent(
		ctx,
		changeEventInput,
		input,
		({ runs }) => runs,
		async ({ input: sent, event, standing }) => {
			const { partnershipId, eventId, version, ...form } = sent;
			await takePartnershipTurn(ctx, partnershipId);
			if (event.calledOff) return invalid({ '': 'This event was called off. Plan another.' });
			const said = asSaid(form);
			const facts = await factsOfEvent(ctx, partnershipId, said);
			if (said.groupId && !facts.group) return missing;
			if (!mayRunEvent(standing, { ...facts, plannedBy: event.plannedBy })) return invalid({ '': notYours });
			const faults =
				(await faultsOf(ctx, partnershipId, said, event)) ??
				(await whyDaysStay(ctx, partnershipId, event, said));
			if (faults) return invalid(faults);
			const before = await eventById(ctx, partnershipId, eventId);
			if (before?.version !== version) return sentAgain(before, said, null);
			const telling = { origin, partnershipId, eventId, by: standing.personId };
			// Who came to an event that is over stays so.
			const uninvited = said.toDay < ctx.today ? [] : await comingUninvited(ctx, telling, said);
			const full = whyMorePlaces(before, said.places, before.taken - placesOf(uninvited));
			if (full) return invalid({ places: full });
			await takeOff(ctx, telling, before, uninvited);
			if (!(await updateEvent(ctx, { partnershipId, id: eventId, version }, said)))
				return sentAgain(before, said, null);
			const after = (await eventById(ctx, partnershipId, eventId))!;
			if (isElsewhere(event, after) && later(event.toDay, after.toDay) >= ctx.today)
				await tell(ctx, telling, await peopleOfEvent(ctx, telling), (around) => movedLetter(after, around));
			return done(null);
		},
	);

/** Calls an event off, with the reason; those who have a part in it are told by letter. Its row stays. Refused once it was written up. */
export const callOffEvent = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	atEvent(
		ctx,
		callOffInput,
		input,
		({ runs }) => runs,
		async ({ input: { because, ...of }, event, by }) => {
			await takePartnershipTurn(ctx, of.partnershipId);
			if (await latestWriteUp(ctx, of))
				return invalid({ '': 'This event is written up: it was held, and it stays.' });
			const off = { by, because };
			if (!(await markCalledOff(ctx, { partnershipId: of.partnershipId, id: of.eventId }, off)))
				return done(null);
			if (event.toDay >= ctx.today)
				await tell(ctx, { origin, ...of, by }, await peopleOfEvent(ctx, of), (around) =>
					calledOffLetter(event, { ...around, because }),
				);
			return done(null);
		},
	);

const notYours =
	'You plan events that your own school is host to, or that somebody of your school leads, and as a group’s lead those for your group. Choose such a place or leader.';

const mayPlanAny = (standing: Standing): boolean => headedMembers(standing).length > 0;

type Form = Omit<ReturnType<typeof planEventInput.parse>, 'id' | 'partnershipId' | 'findingId'>;

/** An event of one day ends on it; schools are named once, and year groups stand in their order. */
function asSaid({ forWhom, toDay, invitedIds, ...form }: Form): SaidOfEvent {
	return {
		...form,
		...forWhom,
		toDay: toDay ?? form.fromDay,
		yearGroups: yearGroups.filter((group) => form.yearGroups.includes(group)),
		invitedIds: [...new Set(invitedIds)].toSorted(),
	};
}

/** What is chosen is of the partnership today; what stood there before may stay. */
async function faultsOf(
	ctx: Context,
	partnershipId: string,
	said: SaidOfEvent,
	before: JointEvent | null,
): Promise<FieldErrors | null> {
	const here = (await presentMembers(ctx, partnershipId)).map(({ id }) => id);
	const mayStay = [...(before?.invitedIds ?? []), ...(before?.atMemberId ? [before.atMemberId] : [])];
	const isHere = (id: string) => here.includes(id) || mayStay.includes(id);
	const faults: FieldErrors = {};
	if (said.atMemberId && !isHere(said.atMemberId))
		faults['atMemberId'] = 'Choose a school of the partnership.';
	if (!said.invitedIds.every(isHere)) faults['invitedIds'] = 'Tick schools of the partnership.';
	if (said.ledBy && said.ledBy !== before?.ledBy && !(await standsHere(ctx, partnershipId, said.ledBy)))
		faults['ledBy'] = 'They are not in the partnership any more. Choose somebody else.';
	if (said.themeId && said.themeId !== before?.themeId) {
		const themes = await themesOf(ctx, partnershipId);
		if (!themes.some(({ id, retired }) => id === said.themeId && !retired))
			faults['themeId'] = 'Choose the theme from the list.';
	}
	return Object.keys(faults).length > 0 ? faults : null;
}

async function standsHere(ctx: Context, partnershipId: string, personId: string): Promise<boolean> {
	const { rows } = await sql<{ here: boolean }>`
		select stands_in(${partnershipId}, ${personId}) as here`.execute(ctx.db);
	return rows[0]!.here;
}

/** Days change while an event is ahead, to days that are not over, and stay once it is written up. */
async function whyDaysStay(
	ctx: Context,
	partnershipId: string,
	event: JointEvent,
	said: SaidOfEvent,
): Promise<FieldErrors | null> {
	if (said.fromDay === event.fromDay && said.toDay === event.toDay) return null;
	if (await latestWriteUp(ctx, { partnershipId, eventId: event.id }))
		return { fromDay: 'This event is written up: its days stay.' };
	return said.fromDay !== event.fromDay && said.fromDay < ctx.today
		? { fromDay: `${asPeopleSay(said.fromDay)} is over. Choose a day to come.` }
		: null;
}

/** Why so few places cannot be; null where they can. As many as there were may stay, though more come since somebody returned. */
function whyMorePlaces({ places: before }: JointEvent, places: number | null, taken: number): string | null {
	if (places === null || places >= taken || (before !== null && places >= before)) return null;
	return `${taken} ${taken === 1 ? 'place is' : 'places are'} taken already. Keep at least as many.`;
}

const isElsewhere = (before: JointEvent, after: JointEvent): boolean =>
	(['fromDay', 'toDay', 'fromTime', 'toTime', 'atMemberId', 'place'] as const).some(
		(field) => before[field] !== after[field],
	);

async function ownFinding(ctx: Context, partnershipId: string, standing: Standing, findingId: string) {
	const own = await linkableFindings(ctx, partnershipId, headedMembers(standing));
	return own.find(({ id }) => id === findingId) ?? null;
}
