import type { z } from 'zod';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { mayOrganise } from '#domain/partnership/access.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { writeTo } from '#domain/partnership/letters.server.ts';
import type { Standing } from '#domain/partnership/model.ts';
import { partnershipCard, presentGroups, roles } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { londonDay } from '#platform/day.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayRunPoll } from '../access.ts';
import { peopleHere, type PersonHere } from '../people.ts';
import * as inputs from './input.ts';
import { pollLetter } from './letter.ts';
import { askable, daysToAskFor, furthestAhead, isOpen, mostDays, silent, type Poll } from './poll.ts';
import * as store from './poll-store.server.ts';
import { pollById } from './queries.server.ts';

/** Whom the actor may ask for their days: nobody, where they neither organise the partnership nor lead a group of it. */
export async function askableBy(ctx: Context, standing: Standing): Promise<PersonHere[]> {
	const { partnershipId, personId } = standing;
	return askable(
		peopleHere(await roles(ctx, partnershipId), ctx.today),
		await presentGroups(ctx, partnershipId),
		{ personId, organises: mayOrganise(standing) },
	);
}

async function asking<S extends z.ZodType<{ partnershipId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: { input: z.output<S>; people: PersonHere[]; personId: string }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const standing = await standingIn(ctx, read.value.partnershipId);
	if (!standing) return missing;
	const people = await askableBy(ctx, standing);
	if (people.length === 0) return denied;
	return deed({ input: read.value, people, personId: standing.personId });
}

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
 * Asks people which of some days suit them, and writes to each but the asker. Refused for days that are over and for people the asker may
 * not ask. The same form sent again asks once.
 */
export const askForDays = (ctx: Context, origin: string, input: unknown): Promise<Outcome<{ id: string }>> =>
	asking(ctx, inputs.askForDaysInput, input, async ({ input: given, people, personId }) => {
		const { id, partnershipId, title, note, days, untilDay, personIds } = given;
		const outside = (day: Day) => day <= ctx.today || day > addDays(ctx.today, furthestAhead);
		if (days.some(outside)) return invalid({ days: 'Ask for days from tomorrow on, of the coming year.' });
		if (untilDay < ctx.today || untilDay > days.at(-1)!)
			return invalid({ untilDay: 'Choose a day from today until the last of the days you ask about.' });
		if (!areAmong(people, personIds)) return invalid({ personIds: 'Tick whom to ask.' });
		const asked = await store.insertPoll(ctx, {
			id,
			partnershipId,
			title,
			note,
			days,
			untilDay,
			askedBy: personId,
		});
		if (asked === 'taken') return missing;
		const poll = { partnershipId, pollId: id };
		if (asked === 'made before')
			return sentAgain(await pollById(ctx, partnershipId, id), { title, note, days, untilDay }, { id });
		await store.insertPeople(ctx, poll, personIds);
		await write(ctx, origin, poll, personIds, false);
		return done({ id });
	});

const areAmong = (people: readonly PersonHere[], personIds: readonly string[]): boolean =>
	personIds.every((id) => people.some((person) => person.personId === id));

/** Asks further people. Who was asked before hears nothing. */
export const askMore = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	asking(ctx, inputs.askMoreInput, input, async ({ input: given, people }) => {
		const running = await pollRun(ctx, given);
		if (running.is !== 'done') return running;
		if (!isOpen(running.value, ctx.today)) return invalid({ '': isOver });
		if (!areAmong(people, given.personIds)) return invalid({ personIds: 'Tick whom to ask.' });
		const added = await store.insertPeople(ctx, given, given.personIds);
		await write(ctx, origin, given, added, false);
		return done(null);
	});

const isOver = 'This is closed, or its days are over. Ask anew.';

/** Writes to those who have not answered; to nobody twice on one day. */
export async function remindOfPoll(ctx: Context, origin: string, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.pollInput, input);
	if (!read.ok) return invalid(read.fields);
	const running = await pollRun(ctx, read.value);
	if (running.is !== 'done') return running;
	if (!isOpen(running.value, ctx.today)) return invalid({ '': isOver });
	const waiting = silent(running.value).filter(({ toldAt }) => londonDay(toldAt) < ctx.today);
	if (waiting.length === 0) return invalid({ '': 'Everybody who has not answered had a letter today.' });
	const personIds = waiting.map(({ personId }) => personId);
	await store.markTold(ctx, read.value, personIds);
	await write(ctx, origin, read.value, personIds, true);
	return done(null);
}

/** Takes no more answers; those there are count on. */
export async function closePoll(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.pollInput, input);
	if (!read.ok) return invalid(read.fields);
	const running = await pollRun(ctx, read.value);
	if (running.is !== 'done') return running;
	await store.markClosed(ctx, read.value, (ctx.actor as { id: string }).id);
	return done(null);
}

/**
 * Says of each day to come how it suits the actor; said again it holds instead. Refused with a sentence at each day that is left out, and
 * where the poll is over. To whoever was not asked there is no poll.
 */
export async function answerPoll(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(inputs.pollInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, pollId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const poll = standing && (await pollById(ctx, partnershipId, pollId));
	if (!standing || !poll) return missing;
	if (!poll.people.some(({ personId }) => personId === standing.personId)) return denied;
	if (!isOpen(poll, ctx.today)) return invalid({ '': 'This was closed meanwhile, or its days are over.' });
	const said = readInput(inputs.answerInput(poll.days.filter((day) => day >= ctx.today)), input);
	if (!said.ok) return invalid(said.fields);
	const { answers, words } = said.value;
	const those = (answer: string) => [...answers].filter(([, one]) => one === answer).map(([day]) => day);
	const reply = { ifNeedBe: those('if need be'), cannot: those('cannot'), words };
	await store.upsertReply(ctx, read.value, { personId: standing.personId, ...reply });
	return done(null);
}

/** The poll, for whoever runs it. */
async function pollRun(
	ctx: Context,
	{ partnershipId, pollId }: { partnershipId: string; pollId: string },
): Promise<Outcome<Poll>> {
	const standing = await standingIn(ctx, partnershipId);
	const poll = standing && (await pollById(ctx, partnershipId, pollId));
	if (!standing || !poll) return missing;
	return mayRunPoll(standing, poll) ? done(poll) : denied;
}

/** Writes to these people about it, but not to the actor. */
async function write(
	ctx: Context,
	origin: string,
	{ partnershipId, pollId }: { partnershipId: string; pollId: string },
	personIds: readonly string[],
	again: boolean,
): Promise<void> {
	const poll = (await pollById(ctx, partnershipId, pollId))!;
	const { name: partnership } = (await partnershipCard(ctx, partnershipId))!;
	const me = (ctx.actor as { id: string }).id;
	const askedBy = (await roles(ctx, partnershipId)).find(({ personId }) => personId === me)!.name;
	const link = `${origin}/partnerships/${partnershipId}/polls/${pollId}`;
	await writeTo(
		ctx,
		personIds.filter((id) => id !== me),
		pollLetter(poll, { askedBy, partnership, link, again }),
	);
}
