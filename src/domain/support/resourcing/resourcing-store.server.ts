import type { Context } from '#platform/context.ts';
import type { Resource } from '../request/model.ts';

export async function insertResource(
	ctx: Context,
	partnershipId: string,
	{
		requestId,
		number,
		days,
		pounds,
		words,
		by,
	}: Pick<Resource, 'number' | 'days' | 'pounds' | 'words'> & {
		requestId: string;
		by: string;
	},
): Promise<void> {
	await ctx.db
		.insertInto('support_resource')
		.values({
			...{ partnership_id: partnershipId, request_id: requestId, number, days, pounds, words },
			...{ decided_by: by, decided_at: ctx.now },
		})
		.execute();
}
