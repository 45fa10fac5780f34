import { randomBytes } from 'node:crypto';
import { answerableFindings } from '#domain/improvement/queries.server.ts';
import { addDays } from '#domain/calendar/day.ts';
import { readersNow } from '#domain/review/readers.ts';
import { onReview } from '#domain/review/deeds/opening.server.ts';
import type { Context } from '#platform/context.ts';
import { conflict, denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { firstOnMatrix, ideasOf } from './board.ts';
import { codeFrom, codeHours } from './code.ts';
import * as inputs from './input.ts';
import { onRoom, runsWorkshop } from './opening.server.ts';
import { grace, keepKeys, most, proposedRounds, proposedTopic, roundOf, type RoomPlan } from './plan.ts';
import { runnersKeys } from '../runners.ts';
import { boardOf, phoneOf } from './queries.server.ts';
import { freeVotes } from './card-store.server.ts';
import * as store from './room-store.server.ts';

/**
 * Prepares a sitting of the workshop (HEP-7, NFS-14) with the rounds of the protocol's way of working. Findings become what it works on of
 * themselves only where the host's staff read them (NFS-12). Refused without a day of the review.
 */
export const prepareRoom = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(
		ctx,
		inputs.prepareRoomInput,
		input,
		() => true,
		async ({ review, input: { id }, personId }) => {
			if (!runsWorkshop(review)) return denied;
			const { lastDay } = review.facts;
			if (!lastDay) return invalid({ '': 'The workshop follows the review, whose day is not set yet.' });
			// What staff do not read is shown to them by nobody's oversight: it is ticked, in words for them, or not shown.
			const open = readersNow('findings', review).includes('staff');
			const findings = open ? (await answerableFindings(ctx, review)).slice(0, most.topics) : [];
			const made = await store.insertRoom(ctx, review, {
				id,
				day: lastDay < ctx.today ? addDays(ctx.today, 1) : addDays(lastDay, 1),
				plan: {
					topics: findings.map(({ id: findingId, seen }, nth) => ({
						key: String.fromCharCode(97 + nth),
						findingId,
						words: proposedTopic(seen),
					})),
					rounds: proposedRounds(review.protocol.workshop),
				},
				seats: 60,
				preparedBy: personId,
				keys: runnersKeys(review),
			});
			return made === 'taken' ? missing : done({ id });
		},
	);

/** Changes all of the plan at once. Somebody else's change meanwhile is a conflict. */
export const changeRoomPlan = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.changePlanInput, input, async ({ review, input: changed, room, of }) => {
		const { topics, rounds, day, seats, votesEach, looksFirst, version } = changed;
		if (review.facts.lastDay && day < review.facts.lastDay)
			return invalid({ day: 'The workshop follows the review.' });
		const readable = new Set((await answerableFindings(ctx, review)).map(({ id }) => id));
		if (!topics.every(({ findingId }) => readable.has(findingId)))
			return invalid({ shown: 'One of these findings is not there any longer. Open the page again.' });
		const { cards } = await boardOf(ctx, of.partnershipId, of.roomId);
		const kept = keepKeys(room.plan.topics, topics, new Set(cards.map(({ topic }) => topic)));
		if (!kept) return invalid({ shown: 'This room has had too many questions. Prepare another sitting.' });
		const plan: RoomPlan = { topics: kept, rounds };
		const was = { day, plan, seats, votesEach, looksFirst, version };
		if (await store.updatePlan(ctx, of, was)) return done(null);
		return conflict(room);
	});

const hour = 3_600_000;
const newDoor = (ctx: Context) => ({
	code: codeFrom(randomBytes(64)),
	codeUntil: new Date(ctx.now.getTime() + codeHours * hour),
});

/** Opens the room: from now on phones come in by its code. On a further day it is opened anew, with its cards. Refused before the review is over. */
export const openRoom = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.roomInput, input, async ({ review, room, of }) => {
		const { lastDay } = review.facts;
		if (!lastDay || lastDay > ctx.today)
			return invalid({ '': 'The workshop follows the review, which has not been held yet.' });
		if (room.openedAt && room.openedOn === ctx.today) return done(null);
		await store.updateRoom(ctx, of, { ...newDoor(ctx), openedAt: ctx.now, openedOn: ctx.today });
		return done(null);
	});

/** Shuts the door to further phones, opens it again, or gives it a new code because the old one has got about. */
export const setDoor = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.doorInput, input, async ({ input: { door }, room, of }) => {
		if (!room.openedAt) return invalid({ '': 'Open the room first.' });
		if (door === 'open' && room.code && room.codeUntil! > ctx.now) return done(null);
		await store.updateRoom(ctx, of, door === 'shut' ? { code: null, codeUntil: null } : newDoor(ctx));
		return done(null);
	});

/** Sets how many phones may be in, also while the room is open. Those who are in stay in. */
export const setSeats = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.seatsInput, input, async ({ input: { seats }, of }) => {
		await store.updateSeats(ctx, of, seats);
		return done(null);
	});

const minute = 60_000;

/** Goes to a round and starts its clock. Where it is a matrix, the ideas with most votes are put on it. */
export const startRound = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.startRoundInput, input, async ({ input: { round: key }, room, of }) => {
		const round = roundOf(room.plan, key);
		if (!round) return invalid({ '': 'That round is not in the plan any longer.' });
		if (!room.openedAt) return invalid({ '': 'Open the room first.' });
		if (room.round === key) return done(null);
		await freeVotes(ctx, of, key);
		await store.updateRoom(ctx, of, {
			round: key,
			roundUntil: new Date(ctx.now.getTime() + round.minutes * minute),
			...(roundOf(room.plan, room.round)?.is === 'cards' && {
				lastRound: room.round,
				lastRoundUntil: new Date(ctx.now.getTime() + grace),
			}),
			...(round.is === 'matrix' && room.onMatrix.length === 0 && { onMatrix: await mostWanted(ctx, of) }),
		});
		return done(null);
	});

async function mostWanted(ctx: Context, { partnershipId, roomId }: store.OfRoom): Promise<string[]> {
	const { cards, votes, ratings } = await boardOf(ctx, partnershipId, roomId);
	return firstOnMatrix(ideasOf(cards, votes, ratings)).map(({ id }) => id);
}

/** Gives the round some minutes more, from now where its time is over; or stops its clock (0). */
export const setTimer = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.timerInput, input, async ({ input: { minutes }, room, of }) => {
		if (room.round === '') return invalid({ '': 'Start a round first.' });
		const from = Math.max(room.roundUntil?.getTime() ?? 0, ctx.now.getTime());
		await store.updateRoom(ctx, of, {
			roundUntil: minutes === 0 ? null : new Date(from + minutes * minute),
		});
		return done(null);
	});

/** Puts out the phone from which a card came, with all it wrote. Nobody learns whose it is. */
export const putOutPhone = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.putOutInput, input, async ({ input: { cardId }, room, of }) => {
		const phone = await phoneOf(ctx, of.partnershipId, of.roomId, cardId);
		if (!phone) return missing;
		await store.putOut(ctx, of, phone);
		await freeVotes(ctx, of, room.round);
		return done(null);
	});

/** Ends the workshop: phones are thanked and can write no more; cards, votes and places stay. */
export const closeRoom = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.roomInput, input, async ({ room, of }) => {
		if (!room.openedAt) return invalid({ '': 'It has not been opened.' });
		await store.updateRoom(ctx, of, { code: null, codeUntil: null, closedAt: ctx.now, roundUntil: null });
		return done(null);
	});
