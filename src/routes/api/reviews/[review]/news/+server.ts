import { json } from '@sveltejs/kit';
import { dayNews } from '#domain/evidence/screen.server.ts';
import { findingsNews } from '#domain/report/sorting/screen.server.ts';
import type { Context } from '#platform/context.ts';
import { server } from '#platform/server.ts';
import { live } from '../../../../../live.ts';
import { heardOf, wantsStream } from '../../../../news-request.ts';
import { notThere } from '../../../../refusals.ts';
import type { RequestHandler } from './$types';

/**
 * That something of a review's day or its findings has changed, and no more: a number, to whoever may see either. To who asks for a stream of
 * events, whenever it moves on; to others, as it is now.
 */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
	const number = await locals.within((ctx) => newsFor(ctx, params.review));
	if (number === null) return notThere();
	if (!wantsStream(request)) return json({ number });
	const [owner, session] = [locals.person!.id, locals.session!];
	const { signIn } = await server();
	return (await live()).stream({
		name: params.review.toLowerCase(),
		owner,
		number,
		since: heardOf(request, url),
		still: async () =>
			(await signIn.isStill(session, owner)) &&
			(await locals.within((ctx) => newsFor(ctx, params.review))) !== null,
	});
};

const newsFor = async (ctx: Context, review: string): Promise<number | null> =>
	(await dayNews(ctx, review)) ?? findingsNews(ctx, review);
