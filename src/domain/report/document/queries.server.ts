import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { most } from '#platform/joint-document/shape.ts';
import { sectionsOf } from '../queries.server.ts';
import { begun } from './changes.ts';

// As far as the actor reads the document: row-level security leaves the rest out.

interface Review {
	partnershipId: string;
	id: string;
}

/** The log brought together up to some number, and what came after; null where nothing is written yet. */
export async function logOf(
	ctx: Context,
	review: Review,
): Promise<{ number: number; updates: Uint8Array[] } | null> {
	const { rows } = await sql<{ number: number; bytes: Uint8Array }>`
		with state as (select number, bytes from report_state
			where partnership_id = ${review.partnershipId} and review_id = ${review.id})
		select number, bytes from state
		union all
		select number, bytes from report_update
		where partnership_id = ${review.partnershipId} and review_id = ${review.id}
			and number > coalesce((select number from state), 0)
		order by number`.execute(ctx.db);
	const last = rows.at(-1);
	return last ? { number: last.number, updates: rows.map(({ bytes }) => bytes) } : null;
}

/** A stretch of the log: what came after one number, up to another. */
export interface LogPart {
	after: number;
	number: number;
	/** In base64, as they travel. */
	updates: string[];
}

/** All of it, brought together. */
export async function wholeLog(ctx: Context, review: Review): Promise<LogPart> {
	const log = await logOf(ctx, review);
	const sections = log ? [] : await sectionsOf(ctx, review);
	const updates = log?.updates ?? (sections.length > 0 ? [begun(sections)] : []);
	return { after: 0, number: log?.number ?? 0, updates: updates.map(asTravelling) };
}

const asTravelling = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Who wrote under these numbers, or has only shown where they are; those that nobody has shown yet are left out. */
export async function writersOf(
	ctx: Context,
	review: Review,
): Promise<Map<number, { id: string; name: string }>> {
	const { rows } = await sql<{ writer: number; id: string; name: string }>`
		select w.writer, w.person_id as id, coalesce(p.name, '') as name from (
			select writer, person_id from report_writer
			where partnership_id = ${review.partnershipId} and review_id = ${review.id}
			union
			select writer, person_id from report_caret
			where partnership_id = ${review.partnershipId} and review_id = ${review.id}) w
		left join person p on p.id = w.person_id`.execute(ctx.db);
	return new Map(rows.map(({ writer, ...person }) => [writer, person]));
}

export interface LostWordsRow {
	id: string;
	heading: string;
	block: string;
	author: string;
	authorId: string;
	words: string;
	lostAt: Date;
	/** Who deleted what they stood in, or wrote where it was gone already. */
	by: string;
}

/** Lost words that nobody has settled yet, oldest first. */
export async function lostWordsOf(ctx: Context, review: Review): Promise<LostWordsRow[]> {
	const { rows } = await sql<LostWordsRow>`
		select l.id, l.heading, l.block, p.name as author, l.author_id as "authorId", l.words,
			u.written_at as "lostAt", b.name as by
		from lost_words l
		join report_update u on u.partnership_id = l.partnership_id and u.review_id = l.review_id and u.number = l.number
		join person p on p.id = l.author_id
		join person b on b.id = u.author_id
		where l.partnership_id = ${review.partnershipId} and l.review_id = ${review.id} and l.settled_at is null
		order by l.number, l.id limit 100`.execute(ctx.db);
	return rows;
}

export interface VersionRow {
	id: string;
	number: number;
	name: string;
	madeBy: string;
	madeAt: Date;
}

/** The named moments of the document, newest first. */
export async function versionsOf(ctx: Context, review: Review): Promise<VersionRow[]> {
	const { rows } = await sql<VersionRow>`
		select v.id, v.number, v.name, p.name as "madeBy", v.made_at as "madeAt"
		from report_version v join person p on p.id = v.made_by
		where v.partnership_id = ${review.partnershipId} and v.review_id = ${review.id}
		order by v.number desc, v.made_at desc limit 100`.execute(ctx.db);
	return rows;
}

/** The log up to a number, from its beginning: what the document said then. */
export async function logUpTo(ctx: Context, review: Review, number: number): Promise<Uint8Array[]> {
	const { rows } = await sql<{ bytes: Uint8Array }>`
		select bytes from report_update
		where partnership_id = ${review.partnershipId} and review_id = ${review.id} and number <= ${number}
		order by number`.execute(ctx.db);
	return rows.map(({ bytes }) => bytes);
}

/** Where somebody is in the document. */
export interface CaretRow {
	writer: number;
	personId: string;
	name: string;
	/** As the joint document names places; null where they have the page open and are nowhere in it. */
	caret: unknown;
}

/** What everybody who writes is told. */
export interface NewsRow {
	/** Of everything about the report (see `reportNumbers`). */
	number: number;
	/** Of its log. */
	log: number;
	/** Of the review's news. */
	news: number;
	/** Everybody who has the document open, as far as they have said so within the last half minute. */
	carets: CaretRow[];
	/** What was added to the log after a number, at most so much at once; in base64, as it travels. */
	since: string[];
}

/** All that is told of a report, as it stands at one moment. Null for whoever does not read the draft. */
export async function newsOfReport(
	ctx: Context,
	review: Review,
	after: number | null,
): Promise<NewsRow | null> {
	const { rows } = await sql<NewsRow>`
		select * from report_news(${review.partnershipId}, ${review.id}, ${after}, ${most.updatesAtOnce})`.execute(
		ctx.db,
	);
	return rows[0] ?? null;
}
