import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { WriteUp } from './write-up.ts';

interface OfEvent {
	partnershipId: string;
	eventId: string;
}

/** Saves of a write-up, the latest first. */
export async function writeUpsOf(ctx: Context, { partnershipId, eventId }: OfEvent): Promise<WriteUp[]> {
	const { rows } = await sql<WriteUp>`
		select version, came, done, found, materials, moderated, shown_name(partnership_id, written_by) as "writtenBy",
			written_at as "writtenAt"
		from event_write_up where partnership_id = ${partnershipId} and event_id = ${eventId}
		order by version desc limit 30`.execute(ctx.db);
	return rows;
}

export const latestWriteUp = async (ctx: Context, of: OfEvent): Promise<WriteUp | null> =>
	(await writeUpsOf(ctx, of))[0] ?? null;

/** What one school takes from an event. */
export interface Takeaway {
	memberId: string;
	memberName: string;
	words: string;
	version: number;
	writtenBy: string;
}

export async function takeawaysOf(ctx: Context, { partnershipId, eventId }: OfEvent): Promise<Takeaway[]> {
	const { rows } = await sql<Takeaway>`
		select t.member_id as "memberId", m.name as "memberName", t.words, t.version,
			shown_name(t.partnership_id, t.written_by) as "writtenBy"
		from event_takeaway t join member m on m.partnership_id = t.partnership_id and m.id = t.member_id
		where t.partnership_id = ${partnershipId} and t.event_id = ${eventId}
		order by m.name, m.id limit 200`.execute(ctx.db);
	return rows;
}
