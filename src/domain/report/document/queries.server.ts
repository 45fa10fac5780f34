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

/** What was added after a number, at most so much at once; after 0 the whole, brought together. */
export async function logAfter(ctx: Context, review: Review, after: number): Promise<LogPart> {
	if (after === 0) {
		const log = await logOf(ctx, review);
		const sections = log ? [] : await sectionsOf(ctx, review);
		const updates = log?.updates ?? (sections.length > 0 ? [begun(sections)] : []);
		return { after, number: log?.number ?? 0, updates: updates.map(asTravelling) };
	}
	const { rows } = await sql<{ number: number; bytes: Uint8Array }>`
		select number, bytes from report_update
		where partnership_id = ${review.partnershipId} and review_id = ${review.id} and number > ${after}
		order by number limit ${most.updatesAtOnce}`.execute(ctx.db);
	return {
		after,
		number: rows.at(-1)?.number ?? after,
		updates: rows.map(({ bytes }) => asTravelling(bytes)),
	};
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

/** Everybody who has the document open, as far as they have said so within the last half minute. */
export async function caretsOf(ctx: Context, review: Review): Promise<CaretRow[]> {
	const { rows } = await sql<CaretRow>`
		select c.writer, c.person_id as "personId", p.name, c.caret from report_caret c
		join person p on p.id = c.person_id
		where c.partnership_id = ${review.partnershipId} and c.review_id = ${review.id}
			and c.seen_at > clock_timestamp() - interval '30 seconds'
		order by p.name, c.writer limit 200`.execute(ctx.db);
	return rows;
}

/** The number of everything about the report (see `reportNumbers`), that of its log and that of the review's news. Null for whoever does not read the draft. */
export async function numbersOf(
	ctx: Context,
	review: Review,
): Promise<{ number: number; log: number; news: number } | null> {
	const { rows } = await sql<{ number: number; log: number; news: number }>`
		select a.number, d.number as log, coalesce(n.number, 0) as news
		from app_report_numbers(array[${review.id}]::uuid[]) a
		join report_document d on d.partnership_id = ${review.partnershipId} and d.review_id = a.review_id
		left join news n on n.partnership_id = d.partnership_id and n.review_id = d.review_id`.execute(ctx.db);
	return rows[0] ?? null;
}
