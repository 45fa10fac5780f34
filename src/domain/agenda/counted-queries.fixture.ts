import type { Context } from '#platform/context.ts';

/** How many statements something asks of the database, with what it gave. */
export async function countedQueries<T>(
	ctx: Context,
	work: (ctx: Context) => Promise<T>,
): Promise<{ count: number; result: T }> {
	let count = 0;
	const db = ctx.db.withPlugin({
		transformQuery: ({ node }) => {
			count += 1;
			return node;
		},
		transformResult: async ({ result }) => result,
	}) as Context['db'];
	const result = await work({ ...ctx, db });
	return { count, result };
}
