import { knowsOfEveryReview } from '#domain/partnership/access.ts';
import type { Standing } from '#domain/partnership/model.ts';
import { protocolsEver } from '#domain/protocol/queries.server.ts';
import { seesWholeCycle } from '#domain/review/access.ts';
import type { Context } from '#platform/context.ts';

/** Whether the reviews that the actor finds in their partnership are all there are; whoever runs it need not be asked about. */
export const wholeCycle = async (ctx: Context, standing: Standing): Promise<boolean> =>
	seesWholeCycle(
		standing,
		knowsOfEveryReview(standing) ? [] : await protocolsEver(ctx, standing.partnershipId),
	);
