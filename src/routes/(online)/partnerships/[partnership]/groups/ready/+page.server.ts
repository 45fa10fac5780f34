import { groupsReady } from '#domain/agenda/readiness/readiness.server.ts';
import { notThere } from '../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => (await groupsReady(ctx, params.partnership)) ?? notThere());
