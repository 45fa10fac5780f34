import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import type { z } from 'zod';
import { ideasOf, onMatrix } from './board.ts';
import * as cardStore from './card-store.server.ts';
import * as inputs from './input.ts';
import { ownRoom, shownCards, type OwnRoom } from './phone-queries.server.ts';
import { roundOf, type Round, type RoundKind } from './plan.ts';
import type { OfRoom } from './room-store.server.ts';

/** As many cards as one phone may write in a round. */
export const mostCardsEach = 20;

interface Part<I> {
	input: I;
	room: OwnRoom;
	of: OfRoom;
	round: Round;
	participantId: string;
}

/**
 * What everything a phone does begins with: the input read, its room found, the round asked for. What one phone sends at once is done one
 * after another, so that nobody has a vote too many.
 */
async function inRound<S extends z.ZodType>(
	ctx: Context,
	schema: S,
	input: unknown,
	kind: RoundKind,
	deed: (part: Part<z.output<S>>) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	if (ctx.actor.kind !== 'participant') return missing;
	await sql`select pg_advisory_xact_lock(hashtext(${ctx.actor.id}))`.execute(ctx.db);
	const room = await ownRoom(ctx);
	if (!room) return missing;
	const round = roundOf(room.plan, room.round);
	if (round?.is !== kind)
		return invalid({ '': 'The workshop has moved on. What you see below is where it is now.' });
	const of = { partnershipId: room.partnershipId, roomId: room.id };
	return deed({ input: read.value, room, of, round, participantId: ctx.actor.id });
}

/** Adds a card. The same card sent again is one card. Refused when this round asks for none, and after twenty. */
export const addCard = (ctx: Context, input: unknown): Promise<Outcome> =>
	inRound(ctx, inputs.cardInput, input, 'cards', async ({ input: card, room, of, round, participantId }) => {
		const own = room.own.filter((one) => one.round === round.key);
		if (own.some(({ id }) => id === card.id)) return done(null);
		if (own.length >= mostCardsEach)
			return invalid({ words: `You have written ${mostCardsEach} cards. Take one back to write another.` });
		if (card.topic !== '' && !room.plan.topics.some(({ key }) => key === card.topic))
			return invalid({ topic: 'Choose what it answers.' });
		const made = await cardStore.insertCard(ctx, of, {
			...card,
			round: round.key,
			standing: room.looksFirst ? 'waiting' : 'shown',
			participantId,
			personId: null,
		});
		return made === 'taken' ? missing : done(null);
	});

/** Takes back a card of one's own, while its round goes on. */
export const takeBackCard = (ctx: Context, input: unknown): Promise<Outcome> =>
	inRound(ctx, inputs.takeBackInput, input, 'cards', async ({ input: { cardId }, room, of, round }) => {
		const card = room.own.find(({ id }) => id === cardId);
		if (!card || card.round !== round.key) return missing;
		await cardStore.updateCards(ctx, of, [cardId], { standing: 'taken back' });
		return done(null);
	});

/** Gives an idea one of one's votes, or takes it back. What was given to a card that is hidden since is free again. */
export const giveVote = (ctx: Context, input: unknown): Promise<Outcome> =>
	inRound(ctx, inputs.voteInput, input, 'votes', async ({ input: vote, room, of, round, participantId }) => {
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
	});

/** Says where one would put an idea on the matrix; the last word counts. */
export const rateIdea = (ctx: Context, input: unknown): Promise<Outcome> =>
	inRound(ctx, inputs.rateInput, input, 'matrix', async ({ input: rating, room, of, participantId }) => {
		const ideas = onMatrix(ideasOf(await shownCards(ctx, room)), room.onMatrix);
		if (!ideas.some(({ id }) => id === rating.cardId))
			return invalid({ '': 'That idea is not on the matrix any longer.' });
		await cardStore.upsertRating(ctx, of, { ...rating, participantId });
		return done(null);
	});
