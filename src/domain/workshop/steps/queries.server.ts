import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { OfReview } from '../store.server.ts';
import type { StepWords } from './step-store.server.ts';

/** One step of the plan while it is written. */
export interface StepRow extends StepWords {
	id: string;
	version: number;
	writtenBy: string;
	/** Whether the head has made it an action. */
	takenUp: boolean;
}

/** The steps of a review's next-steps plan by day, without those that were dropped. */
export async function stepsOf(ctx: Context, review: OfReview): Promise<StepRow[]> {
	const { rows } = await sql<StepRow>`
		select s.id, s.card_id as "cardId", s.finding_id as "findingId", s.title, s.owner, s.due,
			s.measure_of_success as "measureOfSuccess", s.version, shown_name(s.partnership_id, s.written_by) as "writtenBy",
			taken.id is not null as "takenUp"
		from workshop_step s left join steps_taken_up(${review.id}) as taken (id) on taken.id = s.id
		where s.partnership_id = ${review.partnershipId} and s.review_id = ${review.id} and s.dropped_at is null
		order by s.due, s.written_at, s.id limit 60`.execute(ctx.db);
	return rows;
}
