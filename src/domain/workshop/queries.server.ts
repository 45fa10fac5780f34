import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { OfReview } from './store.server.ts';

export interface WorkshopRow {
	heldOn: string;
	outcome: string;
	version: number;
	recordedBy: string;
	recordedAt: Date;
}

/** The workshop as written up, or null where it was not yet or the actor's audience keys do not reach it. */
export async function workshopOf(ctx: Context, review: OfReview): Promise<WorkshopRow | null> {
	const { rows } = await sql<WorkshopRow>`
		select w.held_on as "heldOn", w.outcome, w.version, p.name as "recordedBy", w.recorded_at as "recordedAt"
		from workshop w join person p on p.id = w.recorded_by
		where w.partnership_id = ${review.partnershipId} and w.review_id = ${review.id}`.execute(ctx.db);
	return rows[0] ?? null;
}
