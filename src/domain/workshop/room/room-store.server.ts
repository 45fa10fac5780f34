import { sql } from 'kysely';
import type { OfReview } from '../store.server.ts';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { RoomPlan } from './plan.ts';

export interface OfRoom {
	partnershipId: string;
	roomId: string;
}

export interface NewRoom {
	id: string;
	day: string;
	plan: RoomPlan;
	seats: number;
	preparedBy: string;
	keys: string[];
}

export async function insertRoom(ctx: Context, review: OfReview, room: NewRoom): Promise<Insertion> {
	return insertOnce(
		ctx.db,
		'workshop_room',
		{
			partnership_id: review.partnershipId,
			id: room.id,
			review_id: review.id,
			day: room.day,
			plan: JSON.stringify(room.plan),
			seats: room.seats,
			prepared_by: room.preparedBy,
			prepared_at: ctx.now,
			keys: room.keys,
		},
		['review_id', 'prepared_by'],
	);
}

/** What of a room changes while it is run. */
export interface Running {
	code?: string | null;
	codeUntil?: Date | null;
	openedAt?: Date;
	openedOn?: string;
	closedAt?: Date;
	round?: string;
	roundUntil?: Date | null;
	lastRound?: string;
	lastRoundUntil?: Date;
	onMatrix?: string[];
}

export async function updateRoom(
	ctx: Context,
	{ partnershipId, roomId }: OfRoom,
	running: Running,
): Promise<void> {
	await ctx.db
		.updateTable('workshop_room')
		.set({
			...(running.code !== undefined && { code: running.code }),
			...(running.codeUntil !== undefined && { code_until: running.codeUntil }),
			...(running.openedAt && { opened_at: running.openedAt }),
			...(running.openedOn && { opened_on: running.openedOn }),
			...(running.closedAt && { closed_at: running.closedAt }),
			...(running.round !== undefined && { round: running.round }),
			...(running.roundUntil !== undefined && { round_until: running.roundUntil }),
			...(running.lastRound !== undefined && { last_round: running.lastRound }),
			...(running.lastRoundUntil && { last_round_until: running.lastRoundUntil }),
			...(running.onMatrix && { on_matrix: running.onMatrix }),
		})
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', roomId)
		.execute();
}

/** Sets the places. Whoever has the former plan open sees it before saving theirs. */
export async function updateSeats(
	ctx: Context,
	{ partnershipId, roomId }: OfRoom,
	seats: number,
): Promise<void> {
	await ctx.db
		.updateTable('workshop_room')
		.set(({ eb }) => ({ seats, version: eb('version', '+', 1) }))
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', roomId)
		.execute();
}

export interface ChangedPlan {
	version: number;
	day: string;
	plan: RoomPlan;
	seats: number;
	votesEach: number;
	looksFirst: boolean;
}

/** False where the plan is no longer at `version`. */
export async function updatePlan(
	ctx: Context,
	{ partnershipId, roomId }: OfRoom,
	changed: ChangedPlan,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('workshop_room')
		.set({
			day: changed.day,
			plan: JSON.stringify(changed.plan),
			seats: changed.seats,
			votes_each: changed.votesEach,
			looks_first: changed.looksFirst,
			version: changed.version + 1,
		})
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', roomId)
		.where('version', '=', changed.version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Puts a phone out; what it wrote is hidden with it. */
export async function putOut(
	ctx: Context,
	{ partnershipId, roomId }: OfRoom,
	participantId: string,
): Promise<void> {
	await ctx.db
		.updateTable('workshop_participant')
		.set({ put_out_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('room_id', '=', roomId)
		.where('id', '=', participantId)
		.where('put_out_at', 'is', null)
		.execute();
	await ctx.db
		.updateTable('workshop_card')
		.set({ standing: 'hidden' })
		.where('partnership_id', '=', partnershipId)
		.where('room_id', '=', roomId)
		.where('participant_id', '=', participantId)
		.where('standing', 'in', ['shown', 'waiting'])
		.execute();
}

/**
 * Keeps others' deeds out of a room until this one is whole: the room itself is held before any card of it, so that no two wait for each
 * other. Returns how many cards it has; null for whoever neither runs it nor is in it.
 */
export async function holdRoom(ctx: Context, roomId: string): Promise<number | null> {
	const { rows } = await sql<{ cards: number | null }>`select hold_room(${roomId}) as cards`.execute(ctx.db);
	return rows[0]!.cards;
}

/** The same for the room in which the acting phone is. */
export async function holdOwnRoom(ctx: Context): Promise<number | null> {
	const { rows } = await sql<{
		cards: number | null;
	}>`select hold_room(own) as cards from app_own_room() as own`.execute(ctx.db);
	return rows[0]?.cards ?? null;
}

/** A phone comes in by a code: 'in', or why not (the database decides, migration 0057). */
export async function join(
	ctx: Context,
	code: string,
	participant: { id: string; tokenHash: string },
): Promise<'in' | 'no place' | 'no such code'> {
	const { rows } = await sql<{ became: 'in' | 'no place' | 'no such code' }>`
		select join_workshop(${code}, ${participant.id}, ${participant.tokenHash}, ${ctx.now}) as became`.execute(
		ctx.db,
	);
	return rows[0]!.became;
}
