import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { OfReview } from './store.server.ts';

/** Ticks the aims that an action serves, and takes the others' ticks away; of those that the actor reads. */
export async function replaceAims(
	ctx: Context,
	review: OfReview,
	{ actionId, aimIds, by }: { actionId: string; aimIds: readonly string[]; by: string },
): Promise<void> {
	await ctx.db
		.deleteFrom('action_aim')
		.where('partnership_id', '=', review.partnershipId)
		.where('action_id', '=', actionId)
		.where(({ not, eb }) => not(eb('aim_id', '=', sql<string>`any (${[...aimIds]}::uuid[])`)))
		.execute();
	await sql`
		insert into action_aim (partnership_id, review_id, action_id, aim_id, ticked_by, ticked_at)
		select ${review.partnershipId}, ${review.id}, ${actionId}, id, ${by}, ${ctx.now}
		from unnest(${[...aimIds]}::uuid[]) as ticked (id) on conflict do nothing`.execute(ctx.db);
}
