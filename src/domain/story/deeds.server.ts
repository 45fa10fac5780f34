import type { z } from 'zod';
import { membersOfSchool } from '#domain/outcome/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayTellStory } from './access.ts';
import { changeEventInput, profileYearInput, takeBackEventInput, tellEventInput } from './input.ts';
import { eventsOf, profileYears } from './queries.server.ts';
import * as store from './story-store.server.ts';

/** More are told of no school. */
const mostEvents = 100;

/** Tells what happened at a school beside its reviews: an inspection, a review by others, a change (CEN-8). Its head does, for its own people or for all. */
export const tellEvent = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, tellEventInput, input, async ({ partnershipId, memberId, id, ...said }, by) => {
		const of = { partnershipId, memberId };
		const events = await eventsOf(ctx, of);
		const before = events.find((event) => event.id === id);
		if (before) return sentAgain(before, said, null);
		if (events.length >= mostEvents)
			return invalid({ '': `There is room for ${mostEvents}. Take one back first.` });
		return (await store.insertEvent(ctx, of, id, said, by)) === 'taken' ? missing : done(null);
	});

/** Puts right what was told. Where somebody else did meanwhile, what stands comes back. */
export const changeEvent = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(
		ctx,
		changeEventInput,
		input,
		async ({ partnershipId, memberId, eventId, version, ...said }, by) => {
			const of = { partnershipId, memberId };
			if (await store.updateEvent(ctx, of, { id: eventId, version, said, by })) return done(null);
			const standing = (await eventsOf(ctx, of)).find(({ id }) => id === eventId);
			return standing ? sentAgain(standing, said, null) : missing;
		},
	);

export const takeBackEvent = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, takeBackEventInput, input, async ({ eventId, ...of }, by) => {
		await store.takeBackEvent(ctx, of, eventId, by);
		return done(null);
	});

/** Says how a school was in a school year: its roll, and shares of it in percent (KSA-1). Each of two schools run as one keeps its own. */
export const enterProfileYear = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, profileYearInput, input, async ({ partnershipId, memberId, ...year }, by) => {
		if (!(await membersOfSchool(ctx, partnershipId, year.schoolId)).includes(memberId)) return missing;
		if (await store.upsertProfileYear(ctx, partnershipId, year, by)) return done(null);
		const standing = (await profileYears(ctx, { partnershipId, memberId })).find(
			({ schoolId, schoolYear }) => schoolId === year.schoolId && schoolYear === year.schoolYear,
		);
		const { version: _, ...said } = year;
		return sentAgain(standing, said, null);
	});

async function ofSchool<S extends z.ZodType<{ partnershipId: string; memberId: string }>>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (input: z.output<S>, personId: string) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const standing = await standingIn(ctx, read.value.partnershipId);
	if (!standing) return missing;
	if (!mayTellStory(standing, read.value.memberId)) return denied;
	return deed(read.value, standing.personId);
}
