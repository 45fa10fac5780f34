import { thenAndNowOf } from '#domain/improvement/then-and-now/screen.server.ts';
import { notThere } from '../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => (await thenAndNowOf(ctx, params.review)) ?? notThere());
