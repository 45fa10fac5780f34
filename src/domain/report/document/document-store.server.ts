import { sql } from 'kysely';
import type { LostWords } from '#platform/joint-document/lost-words.ts';
import type { Context } from '#platform/context.ts';

interface Of {
	partnershipId: string;
	reviewId: string;
}

const row = (of: Of) => ({ partnership_id: of.partnershipId, review_id: of.reviewId });

/** Makes the document where there is none yet. */
export async function insertDocument(ctx: Context, of: Of, keys: string[]): Promise<void> {
	await ctx.db
		.insertInto('report_document')
		.values({ ...row(of), keys })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export interface Update {
	/** Made on the device. */
	id: string;
	bytes: Uint8Array;
}

/** Adds updates after `last`; the document's number is then that of the last of them. */
export async function insertUpdates(
	ctx: Context,
	of: Of,
	authorId: string,
	last: number,
	updates: readonly Update[],
): Promise<void> {
	const values = updates.map(
		({ id, bytes }, index) =>
			sql`(${of.partnershipId}, ${of.reviewId}, ${last + 1 + index}, ${id}, ${authorId}, ${ctx.now}, ${Buffer.from(bytes)})`,
	);
	await sql`
		with counted as (update report_document set number = ${last + updates.length}
			where partnership_id = ${of.partnershipId} and review_id = ${of.reviewId})
		insert into report_update (partnership_id, review_id, number, id, author_id, written_at, bytes)
		values ${sql.join(values)}`.execute(ctx.db);
}

export async function insertWriters(
	ctx: Context,
	of: Of,
	personId: string,
	writers: readonly number[],
): Promise<void> {
	if (writers.length === 0) return;
	await ctx.db
		.insertInto('report_writer')
		.values(writers.map((writer) => ({ ...row(of), writer, person_id: personId })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Keeps the log up to a number as one piece. */
export async function upsertState(ctx: Context, of: Of, number: number, bytes: Uint8Array): Promise<void> {
	const state = { number, bytes: Buffer.from(bytes) };
	await ctx.db
		.insertInto('report_state')
		.values({ ...row(of), ...state })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'review_id'])
				.doUpdateSet(state)
				.where('report_state.number', '<', number),
		)
		.execute();
}

export async function insertLostWords(
	ctx: Context,
	of: Of,
	number: number,
	lost: readonly (LostWords & { authorId: string })[],
): Promise<void> {
	for (const { part, block, authorId, words } of lost) {
		// What one goes on writing there, batch by batch, is one thing to put back.
		const { numUpdatedRows } = await ctx.db
			.updateTable('lost_words')
			.set({ words: sql`words || ${words}` })
			.where('partnership_id', '=', of.partnershipId)
			.where('review_id', '=', of.reviewId)
			.where('block', '=', block)
			.where('author_id', '=', authorId)
			.where('settled_at', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows > 0n || words.trim() === '') continue;
		await ctx.db
			.insertInto('lost_words')
			.values({
				...row(of),
				id: ctx.newId(),
				number,
				heading: part,
				block,
				author_id: authorId,
				words,
			})
			.execute();
	}
}

/** Settles lost words once; false where somebody has before. */
export async function settleLostWords(
	ctx: Context,
	of: Of,
	id: string,
	settled: { by: string; putBack: boolean },
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('lost_words')
		.set({ settled_by: settled.by, settled_at: ctx.now, put_back: settled.putBack })
		.where('partnership_id', '=', of.partnershipId)
		.where('review_id', '=', of.reviewId)
		.where('id', '=', id)
		.where('settled_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function insertVersion(
	ctx: Context,
	of: Of,
	version: { id: string; number: number; name: string; madeBy: string },
): Promise<void> {
	await ctx.db
		.insertInto('report_version')
		.values({
			...row(of),
			id: version.id,
			number: version.number,
			name: version.name,
			made_by: version.madeBy,
			made_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Says where somebody is in a document that there is. A number that another uses already stays theirs. Whoever comes clears away old ones. */
export async function upsertCaret(
	ctx: Context,
	of: Of,
	personId: string,
	writer: number,
	caret: object | null,
): Promise<void> {
	const where = caret && JSON.stringify(caret);
	const moved = await sql`
		update report_caret set caret = ${where}, seen_at = clock_timestamp()
		where partnership_id = ${of.partnershipId} and review_id = ${of.reviewId} and writer = ${writer}`.execute(
		ctx.db,
	);
	if (moved.numAffectedRows) return;
	await sql`
		with left_behind as (
			delete from report_caret where partnership_id = ${of.partnershipId} and review_id = ${of.reviewId}
				and seen_at < clock_timestamp() - interval '1 hour')
		insert into report_caret (partnership_id, review_id, writer, person_id, caret)
		select ${of.partnershipId}, ${of.reviewId}, ${writer}, ${personId}, ${where}::jsonb
		where exists (select from report_document
			where partnership_id = ${of.partnershipId} and review_id = ${of.reviewId})
		on conflict do nothing`.execute(ctx.db);
}
