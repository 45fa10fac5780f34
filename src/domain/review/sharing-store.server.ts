import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { packable, type Releasable } from './input.ts';
import { thingOf } from './packs.ts';
import { rowOf, type ReviewKey } from './review-key.ts';

/** Gives all rows of a thing their readers' keys at once, those too that the actor may not read. */
export async function setThingKeys(
	ctx: Context,
	review: ReviewKey,
	thing: string,
	keys: string[],
): Promise<void> {
	await sql`select set_thing_keys(${review.id}, ${thing}, ${keys}::text[])`.execute(ctx.db);
}

export async function insertRelease(
	ctx: Context,
	review: ReviewKey,
	release: { id: string; thing: string; audience: string; releasedBy: string },
): Promise<void> {
	await ctx.db
		.insertInto('release')
		.values({
			...rowOf(review),
			id: release.id,
			thing: release.thing,
			audience: release.audience,
			released_by: release.releasedBy,
			released_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function endRelease(
	ctx: Context,
	review: ReviewKey,
	releaseId: string,
	takenBackBy: string,
): Promise<void> {
	await ctx.db
		.updateTable('release')
		.set({ taken_back_at: ctx.now, taken_back_by: takenBackBy })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('id', '=', releaseId)
		.where('taken_back_at', 'is', null)
		.execute();
}

export interface NewLink {
	id: string;
	thing: string;
	forWhom: string;
	tokenHash: string;
	lastDay: string;
	madeBy: string;
	/** What a pack holds, for what kind of reader it is, and whom of the team it names. */
	pack?: { contents: readonly string[]; reader: string; speakers: readonly string[] };
}

/** False where the id is taken: the same form sent again. The host's heads and the bound team know of the link. */
export async function insertLink(ctx: Context, review: ReviewKey, link: NewLink): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('shared_link')
		.values({
			...rowOf(review),
			id: link.id,
			thing: link.thing,
			for_whom: link.forWhom,
			token_hash: link.tokenHash,
			last_day: link.lastDay,
			made_by: link.madeBy,
			made_at: ctx.now,
			keys: [`host:${review.id}`, `team:${review.id}`],
			...(link.pack && {
				contents: [...link.pack.contents],
				reader: link.pack.reader,
				speakers: [...link.pack.speakers],
			}),
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Ends one link, or all that show a thing, packs that hold it among them; one that has ended keeps its moment. */
export async function endLinks(
	ctx: Context,
	review: ReviewKey,
	of: { linkId: string } | { thing: Releasable },
	endedBy: string,
): Promise<void> {
	const holding = 'thing' in of ? packable.filter((one) => thingOf[one] === of.thing) : [];
	await ctx.db
		.updateTable('shared_link')
		.set({ ended_at: ctx.now, ended_by: endedBy })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('ended_at', 'is', null)
		.where((link) =>
			'linkId' in of
				? link('id', '=', of.linkId)
				: link.or([link('thing', '=', of.thing), sql<boolean>`contents && ${holding}::text[]`]),
		)
		.execute();
}

/** Whom a token stands for, and that what it opens was read or taken away; null for a token of no living link. */
export async function noteOpening(
	ctx: Context,
	tokenHash: string,
	deed: 'read' | 'printed',
): Promise<string | null> {
	const { rows } = await sql<{ id: string }>`
		select open_shared_link as id
		from open_shared_link(${tokenHash}, ${ctx.newId()}, ${ctx.now}, ${deed})`.execute(ctx.db);
	return rows[0]?.id ?? null;
}
