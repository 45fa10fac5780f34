import type { Context } from '#platform/context.ts';

/** Gives the actor's feed a new address; the one before stops. */
export async function upsertFeed(ctx: Context, personId: string, tokenHash: string): Promise<void> {
	const feed = { token_hash: tokenHash, made_at: ctx.now };
	await ctx.db
		.insertInto('calendar_feed')
		.values({ person_id: personId, ...feed })
		.onConflict((conflict) => conflict.column('person_id').doUpdateSet(feed))
		.execute();
}

export async function deleteFeed(ctx: Context, personId: string): Promise<void> {
	await ctx.db.deleteFrom('calendar_feed').where('person_id', '=', personId).execute();
}
