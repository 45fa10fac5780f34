import type { Context } from '#platform/context.ts';

/** Where letters to these people go. */
export const addressesOf = (ctx: Context, ids: readonly string[]): Promise<{ email: string }[]> =>
	ctx.db.selectFrom('person').select('email').where('id', 'in', ids).execute();
