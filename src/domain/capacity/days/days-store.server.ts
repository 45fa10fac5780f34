import type { Context } from '#platform/context.ts';
import type { OwnUnsuitable } from './days.ts';

/** Keeps days of the actor's own; those that are there already, or under an id that is taken, are left out. */
export async function insertDays(
	ctx: Context,
	personId: string,
	days: readonly OwnUnsuitable[],
): Promise<void> {
	if (days.length === 0) return;
	await ctx.db
		.insertInto('unavailable')
		.values(
			days.map(({ id, kind, fromDay, toDay, weekday, words }) => ({
				...{ id, person_id: personId, kind, weekday, words, added_at: ctx.now },
				...{ from_day: fromDay, to_day: toDay },
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteDays(ctx: Context, personId: string, ids: readonly string[]): Promise<void> {
	await ctx.db.deleteFrom('unavailable').where('id', 'in', ids).where('person_id', '=', personId).execute();
}
