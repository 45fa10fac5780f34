import { isDeepStrictEqual } from 'node:util';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { writeTo } from '#domain/partnership/letters.server.ts';
import type { Standing } from '#domain/partnership/model.ts';
import { partnershipCard } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { kindsOn } from '../days/days.ts';
import { ownDays, unsuitableDays } from '../days/queries.server.ts';
import type { PersonHere } from '../people.ts';
import * as inputs from './input.ts';
import { pollLetter } from './letter.ts';
import {
	daysToAskFor,
	furthestAhead,
	isOpen,
	mostDays,
	mostPeople,
	saidHere,
	waitedFor,
	type Poll,
} from './poll.ts';
import { asking, pollRun } from './opening.server.ts';
import * as store from './poll-store.server.ts';
import { nameIn, pollById } from './queries.server.ts';

/** The days between two that may be asked about, to be ticked. Nothing is kept. */
export const offerDays = (ctx: Context, input: unknown): Promise<Outcome<Day[]>> =>
	asking(ctx, inputs.offerDaysInput, input, async ({ input: { partnershipId, from, to, weekdays } }) => {
		if (to > addDays(ctx.today, furthestAhead)) return invalid({ to: 'Ask for days of the coming year.' });
		if (from <= ctx.today) return invalid({ from: 'Begin tomorrow at the earliest.' });
		const days = daysToAskFor(await calendarFor(ctx, partnershipId), { from, to }, weekdays);
		if (days.length === 0) return invalid({ to: 'None of these weekdays is in term between these days.' });
		if (days.length > mostDays)
			return invalid({ to: `These are ${days.length} days. Ask about ${mostDays} at most.` });
		return done(days);
	});

/**
 * Asks people which of some school days suit them, and writes to each but the asker. Refused for days that are over and for people the
 * asker may not ask. The same form sent again asks once; with something else in it, it says so.
 */
export const askForDays = (ctx: Context, origin: string, input: unknown): Promise<Outcome<{ id: string }>> =>
	asking(ctx, inputs.askForDaysInput, input, async ({ input: given, people, standing }) => {
		const { id, partnershipId, title, words, days, untilDay, personIds } = given;
		const span = { from: addDays(ctx.today, 1), to: addDays(ctx.today, furthestAhead) };
		const possible = new Set(daysToAskFor(await calendarFor(ctx, partnershipId), span, [1, 2, 3, 4, 5]));
		if (!days.every((day) => possible.has(day)))
			return invalid({ days: 'Ask for school days from tomorrow on, of the coming year.' });
		if (untilDay < ctx.today || untilDay > days.at(-1)!)
			return invalid({ untilDay: 'Choose a day from today until the last of the days you ask about.' });
		if (!areAmong(people, personIds)) return invalid({ personIds: 'Tick whom to ask.' });
		const asked = { title, words, days, untilDay };
		const made = await store.insertPoll(ctx, { id, partnershipId, ...asked, askedBy: standing.personId });
		if (made === 'taken') return missing;
		if (made === 'made before') {
			const { people: before, ...stands } = (await pollById(ctx, partnershipId, id))!;
			const sent = isDeepStrictEqual({ ...stands, ...asked }, stands);
			const same = sent && personIds.every((one) => before.some(({ personId }) => personId === one));
			return same ? done({ id }) : invalid({ '': askedBefore });
		}
		await store.insertPeople(ctx, { partnershipId, pollId: id }, personIds);
		await write(ctx, origin, { standing, poll: { id, ...asked }, personIds, again: false });
		return done({ id });
	});

const askedBefore =
	'This was asked already, in other words or of other people. Find it under Which days suit whom, and ask further people there.';

const areAmong = (people: readonly PersonHere[], personIds: readonly string[]): boolean =>
	personIds.every((id) => people.some((person) => person.personId === id));

/** Asks further people. Who was asked before hears nothing. */
export const askMore = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	asking(ctx, inputs.askMoreInput, input, async ({ input: given, people, standing }) => {
		const running = await pollRun(ctx, given);
		if (running.is !== 'done') return running;
		const { poll } = running.value;
		if (!isOpen(poll, ctx.today)) return invalid({ '': isOver });
		if (!areAmong(people, given.personIds)) return invalid({ personIds: 'Tick whom to ask.' });
		if (poll.people.length + given.personIds.length > mostPeople)
			return invalid({ personIds: `Ask ${mostPeople} people at most.` });
		const added = await store.insertPeople(ctx, given, given.personIds);
		await write(ctx, origin, { standing, poll, personIds: added, again: false });
		return done(null);
	});

const isOver = 'This is closed, or its days are over. Ask anew.';

/** Writes to those who have not answered; to nobody twice on one day. */
export async function remindOfPoll(ctx: Context, origin: string, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.pollInput, input);
	if (!read.ok) return invalid(read.fields);
	const running = await pollRun(ctx, read.value);
	if (running.is !== 'done') return running;
	const { poll, standing } = running.value;
	if (!isOpen(poll, ctx.today)) return invalid({ '': isOver });
	const waiting = waitedFor(poll).map(({ personId }) => personId);
	const personIds = waiting.length > 0 ? await store.markTold(ctx, read.value, waiting) : [];
	if (personIds.length === 0) return invalid({ '': 'Everybody who has not answered had a letter today.' });
	await write(ctx, origin, { standing, poll, personIds, again: true });
	return done(null);
}

/** Asks and reminds nobody any more. What was answered counts on, and can be changed until the last of the days. */
export async function closePoll(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.pollInput, input);
	if (!read.ok) return invalid(read.fields);
	const running = await pollRun(ctx, read.value);
	if (running.is !== 'done') return running;
	await store.markClosed(ctx, read.value, running.value.standing.personId);
	return done(null);
}

/**
 * Says of each day to come how it suits the actor; said again it holds instead. Refused with a sentence at each day that is left out, and
 * once all days are over. To whoever was not asked there is no poll.
 */
export async function answerPoll(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.pollInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, pollId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const poll = standing && (await pollById(ctx, partnershipId, pollId));
	if (!standing || !poll) return missing;
	const me = standing.personId;
	if (!poll.people.some(({ personId }) => personId === me)) return denied;
	const ahead = poll.days.filter((day) => day >= ctx.today);
	if (ahead.length === 0) return invalid({ '': 'These days are over.' });
	const answered = readInput(inputs.answerInput(ahead), input);
	if (!answered.ok) return invalid(answered.fields);
	const { answers, words } = answered.value;
	const now = await unsuitableDays(ctx, partnershipId, [me], { from: ahead[0]!, to: ahead.at(-1)! });
	const said = saidHere(
		answers,
		kindsOn(await ownDays(ctx), ahead),
		new Map(now.map(({ day, kind }) => [day, kind])),
	);
	await store.upsertAnswer(ctx, read.value, { personId: me, said, words });
	return done(null);
}

interface Writing {
	/** Of who writes. They get no letter themselves. */
	standing: Standing;
	poll: Pick<Poll, 'id' | 'title' | 'words' | 'days' | 'untilDay'>;
	personIds: readonly string[];
	again: boolean;
}

async function write(
	ctx: Context,
	origin: string,
	{ standing: { partnershipId, personId: me }, poll, personIds, again }: Writing,
): Promise<void> {
	const { name: partnership } = (await partnershipCard(ctx, partnershipId))!;
	const askedBy = await nameIn(ctx, partnershipId, me);
	const link = `${origin}/partnerships/${partnershipId}/polls/${poll.id}`;
	await writeTo(
		ctx,
		personIds.filter((id) => id !== me),
		pollLetter(poll, { askedBy, partnership, link, again, today: ctx.today }),
	);
}
