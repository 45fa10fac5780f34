import { eventsOfReview } from '#domain/event/link-queries.server.ts';
import { traceFromFinding } from '#domain/improvement/trace/trace.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { notThere } from '../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const trace = await locals.within(async (ctx) => {
		const found = await traceFromFinding(ctx, params.review, params.finding);
		const review = found && (await openReview(ctx, params.review));
		if (!found || !review) return null;
		const events = (await eventsOfReview(ctx, review)).filter(({ thingId }) => thingId === params.finding);
		return { ...found, events, today: ctx.today };
	});
	return trace ?? notThere();
};
