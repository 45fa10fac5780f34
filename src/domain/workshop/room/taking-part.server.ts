import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import type { z } from 'zod';
import { ideasOf, onMatrix } from './board.ts';
import * as cardStore from './card-store.server.ts';
import * as inputs from './input.ts';
import { ownRoom, shownCards, type OwnRoom } from './phone-queries.server.ts';
import { roundOf, roundOfCard, type Round, type RoundKind } from './plan.ts';
import { mostCards } from './queries.server.ts';
import { holdOwnRoom, type OfRoom } from './room-store.server.ts';

/** As many cards as one phone may write in a round. */
export const mostCardsEach = 20;

interface Part<I> {
	input: I;
	room: OwnRoom;
	of: OfRoom;
	/** How many cards the room has, also of others. */
	held: number;
	round: Round;
	participantId: string;
}

/** The round a deed belongs to; null where the room does not ask for it. */
type RoundOf<I> = (room: OwnRoom, input: I) => Round | null;

const goingOn =
	(kind: RoundKind): RoundOf<unknown> =>
	(room) => {
		const round = roundOf(room.plan, room.round);
		return round?.is === kind ? round : null;
	};

const movedOn = invalid({ '': 'The workshop has moved on: that round is over.' });

/**
 * What everything a phone does begins with: the input read, its room found, the round asked for. What phones send at once is done one
 * after another, so that nobody has a vote too many.
 */
async function inRound<S extends z.ZodType>(
	ctx: Context,
	schema: S,
	input: unknown,
	roundFor: RoundOf<z.output<S>>,
	deed: (part: Part<z.output<S>>) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	if (ctx.actor.kind !== 'participant') return missing;
	const held = await holdOwnRoom(ctx);
	const room = held === null ? null : await ownRoom(ctx);
	if (held === null || !room) return missing;
	const round = roundFor(room, read.value);
	if (!round) return movedOn;
	const of = { partnershipId: room.partnershipId, roomId: room.id };
	return deed({ input: read.value, room, of, held, round, participantId: ctx.actor.id });
}

/**
 * Adds a card. The same card sent again is one card; in other words it is corrected. One that was begun comes in for a minute after its
 * round. Refused when this round asks for none, after twenty, and where the room is full.
 */
export const addCard = (ctx: Context, input: unknown): Promise<Outcome> =>
	inRound(
		ctx,
		inputs.cardInput,
		input,
		(room, card) => roundOfCard(room, card.round || room.round, ctx.now),
		async ({ input: card, room, of, held, round, participantId }) => {
			const before = room.own.find(({ id }) => id === card.id);
			if (before?.words === card.words && before.topic === card.topic) return done(null);
			const own = room.own.filter((one) => one.round === round.key && one !== before);
			if (own.length >= mostCardsEach)
				return invalid({ words: `You have written ${mostCardsEach} cards. Take one back to write another.` });
			if (held >= mostCards)
				return invalid({ words: 'The room has all the cards it can hold. Say your idea aloud.' });
			if (card.topic !== '' && !room.plan.topics.some(({ key }) => key === card.topic))
				return invalid({ topic: 'Choose what it answers.' });
			if (before && before.standing !== 'hidden')
				await cardStore.updateCards(ctx, of, [before.id], { standing: 'taken back' });
			const made = await cardStore.insertCard(ctx, of, {
				...card,
				id: before ? ctx.newId() : card.id,
				round: round.key,
				standing: room.looksFirst ? 'waiting' : 'shown',
				participantId,
				personId: null,
			});
			return made === 'taken' ? missing : done(null);
		},
	);

/** Takes back a card of one's own, while its round goes on. One that was hidden stays with whoever runs the workshop. */
export const takeBackCard = (ctx: Context, input: unknown): Promise<Outcome> =>
	inRound(
		ctx,
		inputs.takeBackInput,
		input,
		goingOn('cards'),
		async ({ input: { cardId }, room, of, round }) => {
			const card = room.own.find(({ id }) => id === cardId);
			if (!card) return missing;
			if (card.round !== round.key) return movedOn;
			if (card.standing === 'hidden')
				return invalid({ '': 'Whoever runs the workshop has taken it off the screen already.' });
			await cardStore.updateCards(ctx, of, [cardId], { standing: 'taken back' });
			return done(null);
		},
	);

/** Gives an idea one of one's votes, or takes it back. What was given to a card that is hidden since is free again. */
export const giveVote = (ctx: Context, input: unknown): Promise<Outcome> =>
	inRound(
		ctx,
		inputs.voteInput,
		input,
		goingOn('votes'),
		async ({ input: vote, room, of, round, participantId }) => {
			const cards = await shownCards(ctx, room);
			const idea = ideasOf(cards).find((one) => one.cards.some(({ id }) => id === vote.cardId));
			if (!idea) return invalid({ '': 'That idea has just been taken away.' });
			const given = cards.filter(({ id }) => room.votes.includes(id));
			const here = given.filter(({ id }) => idea.cards.some((card) => card.id === id));
			if (vote.gives === 'no') {
				const cardIds = here.map(({ id }) => id);
				if (cardIds.length > 0)
					await cardStore.deleteVotes(ctx, of, { round: round.key, cardIds, participantId });
				return done(null);
			}
			if (here.length > 0) return done(null);
			if (given.length >= room.votesEach)
				return invalid({ '': `You have given all ${room.votesEach} votes. Take one back first.` });
			await cardStore.insertVote(ctx, of, { round: round.key, cardId: idea.id, participantId });
			return done(null);
		},
	);

/** Says where one would put an idea on the matrix; the last word counts. */
export const rateIdea = (ctx: Context, input: unknown): Promise<Outcome> =>
	inRound(
		ctx,
		inputs.rateInput,
		input,
		goingOn('matrix'),
		async ({ input: { cardId, impact, effort }, room, of, participantId }) => {
			const ideas = onMatrix(ideasOf(await shownCards(ctx, room)), room.onMatrix);
			const idea = ideas.find(({ cards }) => cards.some(({ id }) => id === cardId));
			if (!idea) return invalid({ '': 'That idea is not on the matrix any longer.' });
			const saidBefore = new Set(room.ratings.map((one) => one.cardId));
			const cardIds = idea.cards.map(({ id }) => id).filter((id) => id === idea.id || saidBefore.has(id));
			await cardStore.upsertRatings(ctx, of, { cardIds, impact, effort, participantId });
			return done(null);
		},
	);
