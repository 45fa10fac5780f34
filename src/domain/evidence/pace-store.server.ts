import { rowOf, type ReviewKey } from '#domain/review/review-key.ts';
import type { Context } from '#platform/context.ts';

export async function insertPace(
	ctx: Context,
	review: ReviewKey,
	said: { day: string; minutesBehind: number; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('pace')
		.values({
			...rowOf(review),
			id: ctx.newId(),
			day: said.day,
			minutes_behind: said.minutesBehind,
			said_by: said.by,
			said_at: ctx.now,
		})
		.execute();
}
