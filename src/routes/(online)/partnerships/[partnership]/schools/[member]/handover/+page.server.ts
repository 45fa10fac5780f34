import { handoverOf } from '#domain/agenda/handover/handover.server.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const handover = await handoverOf(ctx, params.partnership, params.member);
		return handover && { ...handover, today: ctx.today };
	});
	return found ?? notThere();
};
