import { sql } from 'kysely';
import type { ReviewKey } from '#domain/review/review-key.ts';
import type { Context } from '#platform/context.ts';
import type { SaidPace } from './day.ts';

/** The last word on each day's pace, as far as the actor reads the timetable. */
export async function saidPace(ctx: Context, review: ReviewKey): Promise<SaidPace[]> {
	const { rows } = await sql<Omit<SaidPace, 'saidAt'> & { saidAt: Date }>`
		select distinct on (s.day) s.day, s.minutes_behind as "minutesBehind", p.name as by, s.said_at as "saidAt"
		from pace s join person p on p.id = s.said_by
		where s.partnership_id = ${review.partnershipId} and s.review_id = ${review.id}
		order by s.day, s.said_at desc, s.id desc limit 30`.execute(ctx.db);
	return rows.map((row) => ({ ...row, saidAt: row.saidAt.toISOString() }));
}
