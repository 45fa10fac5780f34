import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Card, CardStanding } from './board.ts';
import type { RoomPlan } from './plan.ts';

/** The room as the phone in it knows it. */
export interface OwnRoom {
	partnershipId: string;
	id: string;
	plan: RoomPlan;
	votesEach: number;
	looksFirst: boolean;
	round: string;
	roundUntil: Date | null;
	/** The round of cards that ended last, and until when its cards still come in. */
	lastRound: string;
	lastRoundUntil: Date | null;
	/** By which others come in; null while the door is shut. */
	code: string | null;
	/** The cards whose ideas are on the matrix. */
	onMatrix: string[];
	phoneNumber: number;
	/** What this phone wrote and has not taken back. */
	own: { id: string; round: string; topic: string; words: string; standing: CardStanding }[];
	/** What it voted for in this round. */
	votes: string[];
	ratings: { cardId: string; impact: number; effort: number }[];
}

/** Null for whoever is no phone in an open room. */
export async function ownRoom(ctx: Context): Promise<OwnRoom | null> {
	if (ctx.actor.kind !== 'participant') return null;
	const { rows } = await sql<OwnRoom>`
		select r.partnership_id as "partnershipId", r.id, r.plan, r.votes_each as "votesEach", r.looks_first as "looksFirst", r.round,
			r.round_until as "roundUntil", r.last_round as "lastRound", r.last_round_until as "lastRoundUntil", r.code, r.on_matrix as "onMatrix", r.phone_number::int as "phoneNumber",
			(select coalesce(json_agg(json_build_object('id', c.id, 'round', c.round, 'topic', c.topic, 'words', c.words,
				'standing', c.standing) order by c.written_at desc, c.id desc), '[]')
				from workshop_card c where c.partnership_id = r.partnership_id and c.participant_id = ${ctx.actor.id}
					and c.standing <> 'taken back') as own,
			(select coalesce(json_agg(v.card_id), '[]') from workshop_vote v where v.partnership_id = r.partnership_id
				and v.room_id = r.id and v.round = r.round and v.participant_id = ${ctx.actor.id}) as votes,
			(select coalesce(json_agg(json_build_object('cardId', t.card_id, 'impact', t.impact, 'effort', t.effort)), '[]')
				from workshop_rating t where t.partnership_id = r.partnership_id and t.room_id = r.id
					and t.participant_id = ${ctx.actor.id}) as ratings
		from workshop_room r`.execute(ctx.db);
	return rows[0] ?? null;
}

/** The cards that everybody in the room may see, in the order in which they came. */
export async function shownCards(ctx: Context, room: Pick<OwnRoom, 'partnershipId' | 'id'>): Promise<Card[]> {
	const { rows } = await sql<Card>`
		select id, round, topic, words, standing, under, heading, hand_votes as "handVotes", impact, effort,
			participant_id is not null as "fromPhone"
		from workshop_card
		where partnership_id = ${room.partnershipId} and room_id = ${room.id} and standing = 'shown'
		order by written_at, id limit 2000`.execute(ctx.db);
	return rows;
}

/** Whose secret this is, and how they stand; null for a secret of nobody. */
export async function participantOf(
	ctx: Context,
	tokenHash: string,
): Promise<{ id: string; standing: 'in' | 'over' | 'put out' } | null> {
	const { rows } = await sql<{ id: string; standing: 'in' | 'over' | 'put out' }>`
		select id, standing from participant_of(${tokenHash})`.execute(ctx.db);
	return rows[0] ?? null;
}
