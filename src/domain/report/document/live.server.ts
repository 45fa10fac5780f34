import { sql, type Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import type { Told } from '#platform/live/line.ts';
import { mayWrite } from '../access.ts';
import { beginDocument } from './beginning.server.ts';
import { type CaretRow, type LogPart, newsOfReport, wholeLog } from './queries.server.ts';

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

/** Somebody who hears of a report. */
export interface Hearer {
	personId: string;
	reviewId: string;
}

/** Which of them still read its draft, in their order, in one question; as the job that watches. */
export async function stillReadDraft(
	db: Transaction<Tables>,
	hearers: readonly Hearer[],
): Promise<readonly boolean[]> {
	const pairOf = ({ personId, reviewId }: Hearer) => `${personId} ${reviewId}`;
	// Somebody with several pages open is asked for once.
	const pairs = [...new Map(hearers.map((hearer) => [pairOf(hearer), hearer])).values()];
	const people = pairs.map(({ personId }) => personId);
	const reviews = pairs.map(({ reviewId }) => reviewId);
	const { rows } = await sql<{ reads: boolean[] }>`
		select who_reads_drafts(${people}::uuid[], ${reviews}::uuid[]) as reads`.execute(db);
	const reading = new Set(pairs.filter((_, nth) => rows[0]!.reads[nth]).map(pairOf));
	return hearers.map((hearer) => reading.has(pairOf(hearer)));
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
	const told = await newsOfReport(ctx, review, after === 0 ? null : after);
	if (!told) return null;
	const { number, news, carets, log, since } = told;
	if (after === 0) return { number, news, carets, log: await wholeLog(ctx, review) };
	const from = after ?? log;
	return { number, news, carets, log: { after: from, number: from + since.length, updates: since } };
}
