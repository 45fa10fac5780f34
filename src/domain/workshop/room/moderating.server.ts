import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import * as inputs from './input.ts';
import { ideasOf, type Card, type CardStanding } from './board.ts';
import * as cardStore from './card-store.server.ts';
import { onRoom } from './opening.server.ts';
import { boardOf, mostCards } from './queries.server.ts';
import { updateRoom } from './room-store.server.ts';

/** Types in cards from paper, a line each. The same form sent again types them once. Without phones a room needs no code for it. */
export const typeCards = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(
		ctx,
		inputs.typedCardsInput,
		input,
		async ({ input: typed, room, of, held, personId }) => {
			if (typed.topic !== '' && !room.plan.topics.some(({ key }) => key === typed.topic))
				return invalid({ topic: 'Choose what they answer.' });
			if (held + typed.cards.length > mostCards)
				return invalid({ cards: `A room holds ${mostCards.toLocaleString('en-GB')} cards.` });
			await cardStore.insertCards(
				ctx,
				of,
				typed.cards.map((words, nth) => ({
					id: nthOf(typed.id, nth),
					round: room.round || (room.plan.rounds.find(({ is }) => is === 'cards')?.key ?? ''),
					topic: typed.topic,
					words,
					standing: 'shown',
					participantId: null,
					personId,
				})),
			);
			return done(null);
		},
		true,
	);

/** An id for each of up to 4,096 rows that one form makes, the same whenever it is sent. */
const nthOf = (formId: string, nth: number): string =>
	formId.slice(0, -3) + nth.toString(16).padStart(3, '0');

/**
 * Lays cards together as one idea, under the first ticked; what lies under any of them comes along. With a single card ticked
 * its idea gets the heading. Their votes and places stay with them.
 */
export const groupCards = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.groupCardsInput, input, async ({ input: { cardIds, heading }, of }) => {
		const { cards } = await boardOf(ctx, of.partnershipId, of.roomId);
		const chosen = cardIds.map((id) => cards.find((card) => card.id === id));
		if (chosen.some((card) => !card)) return missing;
		const leads = [...new Set(chosen.map((card) => leadOf(card!)))];
		const first = leads[0]!;
		const theirs = cards.filter((card) => leads.includes(leadOf(card)));
		const below = theirs.filter(({ id }) => id !== first).map(({ id }) => id);
		if (below.length > 0) await cardStore.updateCards(ctx, of, below, { under: first });
		// Each card bears the name of its idea: whichever of them is hidden later, the idea keeps it.
		// The card that led may have been taken back since.
		const leading = theirs.find(({ id }) => id === first) ?? theirs[0]!;
		const named = heading || leading.heading;
		await cardStore.updateCards(
			ctx,
			of,
			theirs.map(({ id }) => id),
			{ heading: named },
		);
		return done(null);
	});

const leadOf = ({ id, under }: Card) => under ?? id;

/** The ticked cards, with all that belong to the same ideas. */
function withTheirIdeas(cards: readonly Card[], ticked: readonly Card[]): Card[] {
	const leads = new Set(ticked.map(leadOf));
	return cards.filter((card) => leads.has(leadOf(card)));
}

/** Takes ideas apart again: each card is an idea of its own. */
export const ungroupCards = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.standCardsInput, input, async ({ input: { cardIds }, of }) => {
		const { cards } = await boardOf(ctx, of.partnershipId, of.roomId);
		const ticked = cards.filter(({ id }) => cardIds.includes(id));
		const all = withTheirIdeas(cards, ticked).map(({ id }) => id);
		if (all.length === 0) return missing;
		await cardStore.updateCards(ctx, of, all, { under: null, heading: '' });
		return done(null);
	});

/** Hides cards from everybody with the ideas they lead, or lets them through. One that its writer took back stays taken back. */
const stand =
	(standing: CardStanding) =>
	(ctx: Context, input: unknown): Promise<Outcome> =>
		onRoom(
			ctx,
			inputs.standCardsInput,
			input,
			async ({ input: { cardIds }, room, of }) => {
				const { cards } = await boardOf(ctx, of.partnershipId, of.roomId);
				const ticked = cards.filter(({ id }) => cardIds.includes(id));
				const known = (standing === 'hidden' ? withTheirIdeas(cards, ticked) : ticked).map(({ id }) => id);
				if (known.length === 0) return missing;
				await cardStore.updateCards(ctx, of, known, { standing });
				await cardStore.freeVotes(ctx, of, room.round);
				return done(null);
			},
			true,
		);

export const hideCards = stand('hidden');
export const showCards = stand('shown');

/** Puts ideas on the matrix, or takes them off. */
const onMatrix =
	(put: boolean) =>
	(ctx: Context, input: unknown): Promise<Outcome> =>
		onRoom(ctx, inputs.standCardsInput, input, async ({ input: { cardIds }, room, of }) => {
			const { cards } = await boardOf(ctx, of.partnershipId, of.roomId);
			const ideas = ideasOf(cards).filter((idea) => idea.cards.some(({ id }) => cardIds.includes(id)));
			const theirs = ideas.flatMap((idea) => idea.cards.map(({ id }) => id));
			const others = room.onMatrix.filter((id) => !theirs.includes(id));
			await updateRoom(ctx, of, {
				onMatrix: [...others, ...(put ? ideas.map(({ id }) => id) : [])],
			});
			return done(null);
		});

export const putOnMatrix = onMatrix(true);
export const takeOffMatrix = onMatrix(false);

/**
 * Votes counted by hand, and where the room put an idea: without phones, or against them. An emptied place is that of the phones. Both are
 * the idea's: what its cards had of them before goes, unless it stays the same.
 */
export const placeCard = (ctx: Context, input: unknown): Promise<Outcome> =>
	onRoom(ctx, inputs.placeCardInput, input, async ({ input: { cardId, handVotes, impact, effort }, of }) => {
		if ((impact === null) !== (effort === null))
			return invalid({ [impact === null ? 'impact' : 'effort']: 'Give both, or neither.' });
		const { cards } = await boardOf(ctx, of.partnershipId, of.roomId);
		const idea = ideasOf(cards).find((one) => one.cards.some(({ id }) => id === cardId));
		if (!idea) return missing;
		const counted = idea.handVotes !== handVotes;
		const others = idea.cards.map(({ id }) => id).filter((id) => id !== idea.id);
		if (others.length > 0)
			await cardStore.updateCards(ctx, of, others, {
				...(counted && { handVotes: 0 }),
				...{ impact: null, effort: null },
			});
		await cardStore.updateCards(ctx, of, [idea.id], { ...(counted && { handVotes }), impact, effort });
		return done(null);
	});
