import { mayPlanActions } from '#domain/improvement/access.ts';
import { answerableFindings, hostPeople } from '#domain/improvement/queries.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { byVotes, cornerOf, ideasOf, isView, onMatrix } from '../room/board.ts';
import { runsWorkshop } from '../room/opening.server.ts';
import { whoReads } from '../room/screen.server.ts';
import { boardOf, roomsOf } from '../room/queries.server.ts';
import { stepsOf } from './queries.server.ts';

const mostIdeas = 12;

/**
 * The next-steps plan as those write it who run the workshop, beside the ideas of its last sitting: those on the matrix first. Null for
 * everybody else.
 */
export async function stepsScreen(ctx: Context, reviewId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || !runsWorkshop(review)) return null;
	const room = (await roomsOf(ctx, review)).findLast(({ openedAt }) => openedAt !== null);
	const board = room && (await boardOf(ctx, review.partnershipId, room.id));
	const ideas = board ? ideasOf(board.cards, board.votes, board.ratings).filter((idea) => !isView(idea)) : [];
	const first = room ? onMatrix(ideas, room.onMatrix) : [];
	const chosen = [...first, ...byVotes(ideas).filter((idea) => !first.includes(idea))].slice(0, mostIdeas);
	const topics = new Map(room?.plan.topics.map(({ key, findingId }) => [key, findingId]));
	return {
		hostName: review.hostName,
		readers: whoReads(review),
		steps: await stepsOf(ctx, review),
		ideas: chosen.map((idea) => ({
			id: idea.id,
			words: idea.words,
			votes: idea.votes,
			corner: cornerOf(idea),
			findingId: topics.get(idea.topic) ?? null,
		})),
		findings: await answerableFindings(ctx, review),
		kinds: Object.fromEntries(review.protocol.evidence.kinds.map(({ key, label }) => [key, label])),
		people: await hostPeople(ctx, review.hostMemberId),
		plans: mayPlanActions(review.roles),
		open: review.followUpOpen,
		today: ctx.today,
	};
}
