import { readersNow, type Readers } from '#domain/review/readers.ts';
import { answerableFindings } from '#domain/improvement/queries.server.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { byVotes, ideasOf, onMatrix, supportAsked, writtenUp } from './board.ts';
import { mostOutcome } from '../input.ts';
import { runnersInWords } from '../runners.ts';
import { mayPutRight, runsWorkshop } from './opening.server.ts';
import { boardOf, roomOf, roomsOf, type Room } from './queries.server.ts';

/** A review with one of its rooms, for whoever runs it; null for everybody else. */
export async function openRoomOf(
	ctx: Context,
	reviewId: string,
	roomId: string,
): Promise<{ review: OpenReview; room: Room } | null> {
	const review = await openReview(ctx, reviewId);
	if (!review || !runsWorkshop(review)) return null;
	const room = await roomOf(ctx, review, roomId);
	return room && { review, room };
}

/** How often a room has changed; null for whoever does not run it. */
export async function roomNumber(ctx: Context, reviewId: string, roomId: string): Promise<number | null> {
	return (await openRoomOf(ctx, reviewId, roomId))?.room.number ?? null;
}

/** All that whoever runs a room has before them; null for everybody else. */
export async function deskScreen(ctx: Context, reviewId: string, roomId: string) {
	const opened = await openRoomOf(ctx, reviewId, roomId);
	if (!opened) return null;
	const { review, room } = opened;
	const { cards, votes, ratings, joined } = await boardOf(ctx, review.partnershipId, roomId);
	const ideas = ideasOf(cards, votes, ratings);
	const openToday = room.openedOn === ctx.today && room.closedAt === null;
	return {
		partnershipId: review.partnershipId,
		readers: whoReads(review),
		room: doorOf(room, ctx.now),
		hostName: review.hostName,
		held: review.facts.lastDay !== null && review.facts.lastDay <= ctx.today,
		today: ctx.today,
		openToday,
		/** Whether it is over, and may still be put right. */
		putsRight: room.closedAt !== null && (await mayPutRight(ctx, review)),
		team: review.protocol.workshop.team,
		staffRead: readersNow('findings', review).includes('staff'),
		// What staff work on is chosen from them, also on a further day.
		findings: openToday || room.closedAt ? [] : await answerableFindings(ctx, review),
		kinds: Object.fromEntries(review.protocol.evidence.kinds.map(({ key, label }) => [key, label])),
		ideas,
		matrix: onMatrix(ideas, room.onMatrix),
		supportAsked: supportAsked(ideas),
		/** Only the school’s head asks for it. */
		mayAskForSupport: review.roles.has('host head'),
		apart: cards.filter(({ standing }) => standing === 'waiting' || standing === 'hidden'),
		joined,
	};
}

/** Who reads what is prepared and written in a room, in words: by the same rule as its keys. */
export const whoReads = ({ protocol }: OpenReview): Readers => ({
	now: `This is read by ${runnersInWords(protocol)}. What stands on the wall is read by everybody in the room.`,
	later: null,
});

/** What is on the wall: cards that may be seen, and no more. */
export async function wallScreen(ctx: Context, reviewId: string, roomId: string) {
	const opened = await openRoomOf(ctx, reviewId, roomId);
	if (!opened) return null;
	const { review, room } = opened;
	const { cards, votes, ratings, joined } = await boardOf(ctx, review.partnershipId, roomId);
	const ideas = ideasOf(cards, votes, ratings);
	return {
		room: doorOf(room, ctx.now),
		hostName: review.hostName,
		ideas: byVotes(ideas),
		matrix: onMatrix(ideas, room.onMatrix),
		joined,
	};
}

/** What came of the last sitting, for its write-up to begin from; '' where there was none. */
export async function outcomeOf(ctx: Context, review: OpenReview): Promise<string> {
	const room = (await roomsOf(ctx, review)).findLast(({ openedAt }) => openedAt !== null);
	if (!room) return '';
	const { cards, votes, ratings } = await boardOf(ctx, review.partnershipId, room.id);
	return writtenUp(room.plan, ideasOf(cards, votes, ratings), mostOutcome);
}

/** A code that has run out lets nobody in, and is not shown. */
const doorOf = (room: Room, now: Date): Room =>
	room.codeUntil && room.codeUntil <= now ? { ...room, code: null, codeUntil: null } : room;
