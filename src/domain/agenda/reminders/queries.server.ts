import type { Context } from '#platform/context.ts';
import type { Choice, Kind, Told } from './rule.ts';

/** How often the actor wants to be reminded; daily until they say otherwise. */
export async function choiceOf(ctx: Context): Promise<Choice> {
	const row = await ctx.db.selectFrom('letter_choice').select('reminders').executeTakeFirst();
	return (row?.reminders as Choice | undefined) ?? 'daily';
}

/** What the actor was told before of these reviews. */
export async function toldOf(ctx: Context, reviewIds: readonly string[]): Promise<Told[]> {
	if (reviewIds.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('reminder')
		.select(['review_id as reviewId', 'stage as key', 'due', 'kind', 'told_on as on'])
		.where('review_id', 'in', reviewIds)
		.execute();
	return rows.map((row) => ({ ...row, kind: row.kind as Kind }));
}

/** The actor's own name and address, for a letter to themselves. */
export async function ownAddress(
	ctx: Context,
	personId: string,
): Promise<{ name: string; email: string } | null> {
	const row = await ctx.db
		.selectFrom('person')
		.select(['name', 'email'])
		.where('id', '=', personId)
		.executeTakeFirst();
	return row ?? null;
}
