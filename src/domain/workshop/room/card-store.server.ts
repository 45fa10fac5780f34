import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { CardStanding } from './board.ts';
import type { OfRoom } from './room-store.server.ts';

export interface NewCard {
	id: string;
	round: string;
	topic: string;
	words: string;
	standing: CardStanding;
	/** Whose phone, or who typed it in. */
	participantId: string | null;
	personId: string | null;
}

export const insertCard = (ctx: Context, room: OfRoom, card: NewCard): Promise<Insertion> =>
	insertOnce(ctx.db, 'workshop_card', rowOf(ctx, room, card), ['room_id', 'participant_id', 'person_id']);

/** Cards typed in together. Those that are there already stay as they are. */
export async function insertCards(ctx: Context, room: OfRoom, cards: readonly NewCard[]): Promise<void> {
	await ctx.db
		.insertInto('workshop_card')
		.values(cards.map((card) => rowOf(ctx, room, card)))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

const rowOf = (ctx: Context, { partnershipId, roomId }: OfRoom, card: NewCard) => ({
	partnership_id: partnershipId,
	id: card.id,
	room_id: roomId,
	round: card.round,
	topic: card.topic,
	words: card.words,
	participant_id: card.participantId,
	person_id: card.personId,
	standing: card.standing,
	written_at: ctx.now,
});

export interface CardChange {
	standing?: CardStanding;
	under?: string | null;
	heading?: string;
	handVotes?: number;
	impact?: number | null;
	effort?: number | null;
}

/** Changes cards of a room by their ids; what is not among them stays, and so does what was taken back. Returns how many there were. */
export async function updateCards(
	ctx: Context,
	{ partnershipId, roomId }: OfRoom,
	ids: readonly string[],
	change: CardChange,
): Promise<number> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('workshop_card')
		.set({
			...(change.standing !== undefined && { standing: change.standing }),
			...(change.under !== undefined && { under: change.under }),
			...(change.heading !== undefined && { heading: change.heading }),
			...(change.handVotes !== undefined && { hand_votes: change.handVotes }),
			...(change.impact !== undefined && { impact: change.impact }),
			...(change.effort !== undefined && { effort: change.effort }),
		})
		.where('partnership_id', '=', partnershipId)
		.where('room_id', '=', roomId)
		.where('id', 'in', ids)
		.where('standing', '<>', 'taken back')
		.executeTakeFirst();
	return Number(numUpdatedRows);
}

export interface Vote {
	round: string;
	cardId: string;
	participantId: string;
}

export async function insertVote(ctx: Context, { partnershipId, roomId }: OfRoom, vote: Vote): Promise<void> {
	await ctx.db
		.insertInto('workshop_vote')
		.values({
			partnership_id: partnershipId,
			room_id: roomId,
			round: vote.round,
			card_id: vote.cardId,
			participant_id: vote.participantId,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteVotes(
	ctx: Context,
	{ partnershipId, roomId }: OfRoom,
	votes: { round: string; cardIds: readonly string[]; participantId: string },
): Promise<void> {
	await ctx.db
		.deleteFrom('workshop_vote')
		.where('partnership_id', '=', partnershipId)
		.where('room_id', '=', roomId)
		.where('round', '=', votes.round)
		.where('card_id', 'in', votes.cardIds)
		.where('participant_id', '=', votes.participantId)
		.execute();
}

/** Gives back the votes of a round that lie on cards which are not shown. */
export async function freeVotes(
	ctx: Context,
	{ partnershipId, roomId }: OfRoom,
	round: string,
): Promise<void> {
	await ctx.db
		.deleteFrom('workshop_vote')
		.where('partnership_id', '=', partnershipId)
		.where('room_id', '=', roomId)
		.where('round', '=', round)
		.where(({ eb, selectFrom }) =>
			eb(
				'card_id',
				'in',
				selectFrom('workshop_card')
					.select('id')
					.where('partnership_id', '=', partnershipId)
					.where('room_id', '=', roomId)
					.where('standing', '<>', 'shown'),
			),
		)
		.execute();
}

/** Puts cards where a phone would have them; what it said of any of them before counts no more. */
export async function upsertRatings(
	ctx: Context,
	{ partnershipId, roomId }: OfRoom,
	rating: { cardIds: readonly string[]; participantId: string; impact: number; effort: number },
): Promise<void> {
	const { impact, effort } = rating;
	await ctx.db
		.insertInto('workshop_rating')
		.values(
			rating.cardIds.map((cardId) => ({
				partnership_id: partnershipId,
				room_id: roomId,
				card_id: cardId,
				participant_id: rating.participantId,
				impact,
				effort,
			})),
		)
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'room_id', 'participant_id', 'card_id'])
				.doUpdateSet({ impact, effort }),
		)
		.execute();
}
