import { sql, type Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import type { Told } from '#platform/live/line.ts';
import { mayWrite } from '../access.ts';
import { beginDocument } from './beginning.server.ts';
import { type CaretRow, caretsOf, logAfter, type LogPart, numbersOf } from './queries.server.ts';

/**
 * The numbers by which reports are known to have moved on in anything, by review (migration 0038), as the job that watches for
 * all who listen.
 */
export async function reportNumbers(
	db: Transaction<Tables>,
	reviewIds: readonly string[],
): Promise<Map<string, number>> {
	const { rows } = await sql<{ review_id: string; number: number }>`
		select * from app_report_numbers(${reviewIds}::uuid[])`.execute(db);
	return new Map(rows.map(({ review_id, number }) => [review_id, number]));
}

/** Whether the actor reads the draft of a review's report, asked of the database alone: for streams that ask often. */
export async function stillReadsDraft(
	ctx: Context,
	review: { partnershipId: string; id: string },
): Promise<boolean> {
	const { rows } = await sql`select from report_document
		where partnership_id = ${review.partnershipId} and review_id = ${review.id}`.execute(ctx.db);
	return rows.length > 0;
}

/** What everybody who writes is told. */
export interface ReportNews extends Told {
	log: LogPart;
	carets: CaretRow[];
	/** The review's news: comments, lost words, editions and findings stand on the page and are loaded with it. */
	news: number;
}

/** The review whose report somebody may write, with a document to hear of, also before anything is written. Null for others. */
export async function openToWrite(ctx: Context, reviewId: string): Promise<OpenReview | null> {
	const review = await openReview(ctx, reviewId);
	if (!review?.bound || !mayWrite(review.roles, review.protocol)) return null;
	await beginDocument(ctx, review);
	return review;
}

/**
 * What is new since the log was at a number; after 0 all of it, and without a number only how far it is. Null for whoever does
 * not read the draft.
 */
export async function reportNews(
	ctx: Context,
	review: { partnershipId: string; id: string },
	after: number | null,
): Promise<ReportNews | null> {
	// Read before the rest, so that what moves meanwhile is told again rather than never.
	const numbers = await numbersOf(ctx, review);
	if (!numbers) return null;
	const { number, news } = numbers;
	const log =
		after === null
			? { after: numbers.log, number: numbers.log, updates: [] }
			: await logAfter(ctx, review, after);
	return { number, news, log, carets: await caretsOf(ctx, review) };
}
