import type { Context } from '#platform/context.ts';
import { ideasOf, onMatrix, type Idea } from './board.ts';
import { ownRoom, shownCards } from './phone-queries.server.ts';
import { roundOf, topicLetter } from './plan.ts';

/** What the phone in a room shows now; null where it is in none. Others' cards come to it only to be voted on or placed. */
export async function phoneScreen(ctx: Context) {
	const room = await ownRoom(ctx);
	if (!room) return null;
	const round = roundOf(room.plan, room.round);
	const ideas = round?.is === 'votes' || round?.is === 'matrix' ? ideasOf(await shownCards(ctx, room)) : [];
	const rated = new Map(room.ratings.map((one) => [one.cardId, one]));
	const votedFor = (idea: Idea) => idea.cards.some(({ id }) => room.votes.includes(id));
	return {
		id: room.id,
		number: room.phoneNumber,
		round,
		roundUntil: room.roundUntil,
		looksFirst: room.looksFirst,
		topics: room.plan.topics.map(({ key, words }, nth) => ({ key, letter: topicLetter(nth), words })),
		own:
			round?.is === 'cards'
				? room.own
						.filter((card) => card.round === room.round)
						.map(({ standing, ...card }) => ({ ...card, waiting: standing === 'waiting' }))
				: [],
		/** In all rounds. */
		written: room.own.length,
		votes:
			round?.is === 'votes'
				? {
						left:
							room.votesEach -
							ideas.flatMap(({ cards }) => cards.filter(({ id }) => room.votes.includes(id))).length,
						each: room.votesEach,
						ideas: ideas.map((idea) => ({ id: idea.id, words: idea.words, mine: votedFor(idea) })),
					}
				: null,
		matrix:
			round?.is === 'matrix'
				? onMatrix(ideas, room.onMatrix).map(({ id, words, cards }) => ({
						...{ id, words },
						mine: cards.map((card) => rated.get(card.id)).find((one) => one !== undefined) ?? null,
					}))
				: null,
	};
}

export type PhoneScreen = NonNullable<Awaited<ReturnType<typeof phoneScreen>>>;
