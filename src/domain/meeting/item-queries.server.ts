import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** What somebody put on an agenda. */
export interface AgendaItem {
	id: string;
	title: string;
	/** In words; empty where nobody is named. */
	ledBy: string;
	lastsMinutes: number | null;
	/** Orders them; others may lie between. */
	position: number;
	version: number;
}

/** More is no meeting's. */
export const mostItems = 30;

/** The items of a meeting in their order. */
export async function itemsOf(ctx: Context, partnershipId: string, meetingId: string): Promise<AgendaItem[]> {
	const { rows } = await sql<AgendaItem>`
		select id, title, led_by as "ledBy", lasts_minutes as "lastsMinutes", position, version from agenda_item
		where partnership_id = ${partnershipId} and meeting_id = ${meetingId} and removed_at is null
		order by position, id limit ${mostItems}`.execute(ctx.db);
	return rows;
}
