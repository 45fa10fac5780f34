import { newHeadships } from '#domain/agenda/handover/queries.server.ts';
import { home } from '#domain/agenda/home.server.ts';
import { myPolls } from '#domain/capacity/poll/queries.server.ts';
import { ringingConcerns } from '#domain/concern/screen.server.ts';
import { myPartnerships } from '#domain/partnership/queries.server.ts';
import { agreementsAsked } from '#domain/protocol/agreement/queries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.within(async (ctx) => ({
		...(await home(ctx)),
		concerns: await ringingConcerns(ctx),
		asked: await agreementsAsked(ctx),
		polls: (await myPolls(ctx)).filter(({ answeredAt }) => answeredAt === null),
		partnerships: await myPartnerships(ctx),
		newAt: await newHeadships(ctx),
		day: ctx.today,
	}));
