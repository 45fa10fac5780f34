import { randomUUIDv7 } from 'node:crypto';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { mayOpenCycle } from '#domain/planning/cycle/access.ts';
import { openCycle } from '#domain/planning/cycle/deeds.server.ts';
import { cycleToOpen } from '#domain/planning/cycle/screen.server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		if (!standing || !mayOpenCycle(standing)) return null;
		return { id: randomUUIDv7(), next: await cycleToOpen(ctx, partnership) };
	});
	return found ?? notThere();
};

export const actions: Actions = {
	default: (event) =>
		submit(event, openCycle, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: ({ id }) => `/partnerships/${event.params.partnership}/plan/${id}`,
		}),
};
