import { sql } from 'kysely';
import type { Answers } from '#domain/form/answer.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Span } from '#domain/calendar/school-year.ts';
import type { Context } from '#platform/context.ts';
import type { OfReview } from '../store.server.ts';
import type { LookBackAnswers, LookBackSide } from './look-back.ts';

/** The look-back answers the actor may read: their own side's, and both once both sides have answered. */
export async function lookBacks(ctx: Context, review: OfReview): Promise<LookBackAnswers[]> {
	const { rows } = await sql<LookBackAnswers>`
		select l.side, l.answers, p.name as "answeredBy", l.answered_at as "answeredAt", l.version
		from look_back l join person p on p.id = l.answered_by
		where l.partnership_id = ${review.partnershipId} and l.review_id = ${review.id}
		order by l.side limit 2`.execute(ctx.db);
	return rows;
}

interface AnswersOfReview {
	reviewId: string;
	hostName: string;
	firstDay: string;
	protocolVersionId: string;
	kind: string;
	side: LookBackSide;
	answers: Answers;
}

/** More are written of the reviews of no school year. */
const most = 200;

/**
 * What was written of the reviews that began in a span, the latest first, once both sides had answered; as far as the actor's audience
 * keys reach (R4).
 */
export async function answersOfReviews(
	ctx: Context,
	partnershipId: string,
	during: Span,
): Promise<AnswersOfReview[]> {
	const { rows } = await sql<AnswersOfReview>`
		select r.id as "reviewId", m.name as "hostName", r.first_day as "firstDay", r.protocol_version_id as "protocolVersionId", r.kind,
			l.side, l.answers
		from review r
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		join look_back l on l.partnership_id = r.partnership_id and l.review_id = r.id and l.keys = l.opens_to
		where r.partnership_id = ${partnershipId} and r.first_day between ${during.from} and ${during.to}
		order by r.first_day desc, m.name, r.id, l.side limit ${most}`.execute(ctx.db);
	return rows;
}

/** The first days of the reviews that were looked back on, the latest first, a day for each school year; as far as the actor may know. */
export async function lookedBackOn(ctx: Context, partnershipId: string): Promise<Day[]> {
	const { rows } = await sql<{ day: Day }>`
		select max(r.first_day) as day from look_back l
		join review r on r.partnership_id = l.partnership_id and r.id = l.review_id
		where l.partnership_id = ${partnershipId} and l.keys = l.opens_to
		group by extract(year from r.first_day - interval '7 months') order by 1 desc limit 50`.execute(ctx.db);
	return rows.map(({ day }) => day);
}
