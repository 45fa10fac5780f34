import { sql, type Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { Context } from '#platform/context.ts';
import type { OfReview } from '../store.server.ts';
import type { Card, Rated } from './board.ts';
import { votesRound, type RoomPlan } from './plan.ts';

/** One sitting of a workshop. */
export interface Room {
	id: string;
	day: string;
	plan: RoomPlan;
	version: number;
	seats: number;
	votesEach: number;
	looksFirst: boolean;
	/** By which phones come in, until when; null while the door is shut. */
	code: string | null;
	codeUntil: Date | null;
	openedAt: Date | null;
	openedOn: string | null;
	closedAt: Date | null;
	/** The round the room is in; '' before the first. */
	round: string;
	/** When its time is over; null where no clock runs. */
	roundUntil: Date | null;
	/** The cards whose ideas are on the matrix. */
	onMatrix: string[];
	number: number;
	phoneNumber: number;
}

const columns = sql`r.id, r.day, r.plan, r.version, r.seats, r.votes_each as "votesEach", r.looks_first as "looksFirst", r.code,
	r.code_until as "codeUntil", r.opened_at as "openedAt", r.opened_on as "openedOn", r.closed_at as "closedAt", r.round,
	r.round_until as "roundUntil", r.on_matrix as "onMatrix", r.number::int as number, r.phone_number::int as "phoneNumber"`;

/** The sittings of a review's workshop by day, as far as the actor's keys reach. */
export async function roomsOf(ctx: Context, review: OfReview): Promise<Room[]> {
	const { rows } = await sql<Room>`select ${columns} from workshop_room r
		where r.partnership_id = ${review.partnershipId} and r.review_id = ${review.id}
		order by r.day, r.prepared_at, r.id limit 50`.execute(ctx.db);
	return rows;
}

export async function roomOf(ctx: Context, review: OfReview, roomId: string): Promise<Room | null> {
	const { rows } = await sql<Room>`select ${columns} from workshop_room r
		where r.partnership_id = ${review.partnershipId} and r.review_id = ${review.id} and r.id = ${roomId}`.execute(
		ctx.db,
	);
	return rows[0] ?? null;
}

export const mostCards = 2000;

/** All that a room has written, voted and placed. What phones said that were put out is not in it. */
export interface RoomBoard {
	cards: Card[];
	/** Card → votes of the round that counts (`votesRound`). */
	votes: Map<string, number>;
	ratings: Rated[];
	/** How many phones are in since the room was opened last. */
	joined: number;
}

interface BoardRow extends Pick<RoomBoard, 'cards' | 'ratings' | 'joined'> {
	plan: RoomPlan;
	round: string;
	votes: { round: string; cardId: string; count: number }[];
}

/** The board of a room that the actor runs. */
export async function boardOf(ctx: Context, partnershipId: string, roomId: string): Promise<RoomBoard> {
	const { rows } = await sql<BoardRow>`
		select r.plan, r.round,
			(select coalesce(json_agg(json_build_object('id', c.id, 'round', c.round, 'topic', c.topic, 'words', c.words,
				'standing', c.standing, 'under', c.under, 'heading', c.heading, 'handVotes', c.hand_votes, 'impact', c.impact,
				'effort', c.effort, 'fromPhone', c.participant_id is not null) order by c.written_at, c.id), '[]')
				from (select * from workshop_card where partnership_id = ${partnershipId} and room_id = ${roomId}
					and standing <> 'taken back' order by written_at, id limit ${mostCards}) c) as cards,
			(select coalesce(json_agg(json_build_object('round', v.round, 'cardId', v.card_id, 'count', v.count)), '[]') from (
				select x.round, x.card_id, count(*)::int as count from workshop_vote x
				join workshop_participant p on p.partnership_id = x.partnership_id and p.id = x.participant_id and p.put_out_at is null
				where x.partnership_id = ${partnershipId} and x.room_id = ${roomId} group by x.round, x.card_id) v) as votes,
			(select coalesce(json_agg(json_build_object('cardId', t.card_id, 'participantId', t.participant_id, 'impact', t.impact,
				'effort', t.effort)), '[]') from workshop_rating t
				join workshop_participant p on p.partnership_id = t.partnership_id and p.id = t.participant_id and p.put_out_at is null
				where t.partnership_id = ${partnershipId} and t.room_id = ${roomId}) as ratings,
			(select count(*)::int from workshop_participant p where p.partnership_id = ${partnershipId} and p.room_id = ${roomId}
				and p.put_out_at is null and p.joined_at >= r.opened_at) as joined
		from workshop_room r where r.partnership_id = ${partnershipId} and r.id = ${roomId}`.execute(ctx.db);
	const { plan, round, cards, votes, ratings, joined } = rows[0]!;
	const counted = votesRound(plan, round, new Set(votes.map((one) => one.round)));
	const ofRound = votes.filter((one) => one.round === counted);
	return { cards, votes: new Map(ofRound.map(({ cardId, count }) => [cardId, count])), ratings, joined };
}

/** Whose phone a card came from; null for one from paper or of another room. */
export async function phoneOf(
	ctx: Context,
	partnershipId: string,
	roomId: string,
	cardId: string,
): Promise<string | null> {
	const card = await ctx.db
		.selectFrom('workshop_card')
		.select('participant_id')
		.where('partnership_id', '=', partnershipId)
		.where('room_id', '=', roomId)
		.where('id', '=', cardId)
		.executeTakeFirst();
	return card?.participant_id ?? null;
}

/** How often each room has changed, by `room:…`, and what its phones show, by `phones:…`. For the job that watches. */
export async function roomNumbers(
	db: Transaction<Tables>,
	names: readonly string[],
): Promise<Map<string, number>> {
	const ids = [...new Set(names.map((name) => name.slice(name.indexOf(':') + 1)))];
	const rows = await db
		.selectFrom('workshop_room')
		.select(['id', 'number', 'phone_number'])
		.where('id', 'in', ids)
		.execute();
	return new Map(
		rows.flatMap(({ id, number, phone_number }) => [
			[`room:${id}`, Number(number)],
			[`phones:${id}`, Number(phone_number)],
		]),
	);
}
