import { home } from '#domain/agenda/home.server.ts';
import { myPartnerships } from '#domain/partnership/queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.within(async (ctx) => ({
		...(await home(ctx)),
		partnerships: await myPartnerships(ctx),
		day: ctx.today,
	}));
