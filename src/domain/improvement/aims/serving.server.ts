import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { invalid, type Outcome } from '#platform/outcome.ts';
import { aimsFor } from './queries.server.ts';

/** Refused where an aim is ticked that is none of these, or closed since it was served. */
export async function refusalOfAims(
	ctx: Context,
	review: OpenReview,
	{ aimIds, before }: { aimIds: readonly string[]; before: readonly string[] },
): Promise<Outcome<never> | null> {
	if (aimIds.length === 0) return null;
	const aims = await aimsFor(ctx, review);
	const there = aims.filter(({ id, closed }) => !closed || before.includes(id)).map(({ id }) => id);
	return aimIds.every((id) => there.includes(id))
		? null
		: invalid({ aimIds: 'Choose from the list: one of these was closed meanwhile.' });
}
