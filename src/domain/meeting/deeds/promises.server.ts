import type { z } from 'zod';
import { asPeopleSay } from '#domain/calendar/day.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { dropPromiseInput, notePromiseInput, tellPromiseInput } from '../input.ts';
import * as store from '../promise-store.server.ts';
import { peopleHere } from '../people.server.ts';
import { promiseById, promisesOf } from '../promise-queries.server.ts';
import { atMeeting, openMeeting } from './opening.server.ts';

/** More is no meeting's. */
const most = 40;

/**
 * Notes what somebody promised at a meeting: theirs to do by a day, on their Home and in their reminders until it is told done. Refused
 * before the day of the meeting, for a day before that, and of somebody who has left. The same form sent again is one promise.
 */
export const notePromise = (ctx: Context, input: unknown): Promise<Outcome> =>
	atMeeting(
		ctx,
		notePromiseInput,
		input,
		({ runs }) => runs,
		async ({ input: promise, partnershipId, meeting, by }) => {
			if (meeting.day > ctx.today)
				return invalid({ '': 'What is promised can be noted from the day of the meeting on.' });
			const { personId, words, due } = promise;
			await takePartnershipTurn(ctx, partnershipId);
			const before = await promisesOf(ctx, partnershipId, meeting.id);
			const same = before.find(({ id }) => id === promise.id);
			if (same) return sentAgain(same, { personId, words, due }, null);
			if (due < meeting.day)
				return invalid({ due: `The meeting was on ${asPeopleSay(meeting.day)}. Choose a day after it.` });
			const people = await peopleHere(ctx, partnershipId, meeting);
			if (!people.some((one) => one.personId === personId))
				return invalid({
					personId: 'They are not in the partnership any more. Choose somebody who can do it.',
				});
			if (before.length >= most) return invalid({ '': `${most} things are promised already.` });
			const made = await store.insertPromise(ctx, { ...promise, notedBy: by });
			return made === 'taken' ? missing : done(null);
		},
	);

/** Tells a promise done, or not done after all: by whoever made it, or whoever minutes the meeting. */
export const tellPromise = (ctx: Context, input: unknown): Promise<Outcome> =>
	onPromise(
		ctx,
		tellPromiseInput,
		input,
		async ({ input: { partnershipId, promiseId, done: said }, by, isOwn, runs }) => {
			if (!isOwn && !(await runs())) return denied;
			await store.markPromise(ctx, { partnershipId, id: promiseId }, said === 'yes' ? by : null);
			return done(null);
		},
	);

/** Nobody waits for it any more: it was noted by mistake, or is not wanted now. */
export const dropPromise = (ctx: Context, input: unknown): Promise<Outcome> =>
	onPromise(ctx, dropPromiseInput, input, async ({ input: { partnershipId, promiseId }, by, runs }) => {
		if (!(await runs())) return denied;
		await store.markDropped(ctx, { partnershipId, id: promiseId }, by);
		return done(null);
	});

async function onPromise<S extends z.ZodType<{ partnershipId: string; promiseId: string }>>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: {
		input: z.output<S>;
		by: string;
		isOwn: boolean;
		runs: () => Promise<boolean>;
	}) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, promiseId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const promise = standing && (await promiseById(ctx, partnershipId, promiseId));
	if (!standing || !promise) return missing;
	return deed({
		...{ input: read.value, by: standing.personId, isOwn: promise.personId === standing.personId },
		runs: async () => (await openMeeting(ctx, partnershipId, promise.meetingId))?.runs ?? false,
	});
}
