import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { isId } from '#platform/text.ts';

/**
 * Has what is written in a report, and what is made of it, wait for each other until each is whole. It is held by its name and not
 * by a row: who publishes may not read the draft. Whoever adds to it takes the same turn by `take_report_turn` (migration 0044).
 */
export const takeTurn = async (ctx: Context, reviewId: string): Promise<void> => {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`report ${reviewId.toLowerCase()}`}, 0))`.execute(
		ctx.db,
	);
};

/**
 * A deed that decides by what is written or changes what the report holds besides. It takes its turn before it holds the review, as
 * all of them do: two that took them the other way round would wait for each other for ever.
 */
export async function inTurn<T>(
	ctx: Context,
	input: unknown,
	deed: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const { reviewId } = (input ?? {}) as { reviewId?: unknown };
	if (typeof reviewId === 'string' && isId(reviewId)) await takeTurn(ctx, reviewId);
	return deed();
}
