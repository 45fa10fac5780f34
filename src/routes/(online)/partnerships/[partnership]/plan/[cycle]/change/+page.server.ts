import { standingIn } from '#domain/partnership/standing.server.ts';
import { mayOpenCycle } from '#domain/planning/cycle/access.ts';
import { changeCycle } from '#domain/planning/cycle/deeds.server.ts';
import { cyclesOf } from '#domain/planning/cycle/queries.server.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const cycle = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing || !mayOpenCycle(standing)) return undefined;
		return (await cyclesOf(ctx, params.partnership)).find(({ id }) => id === params.cycle);
	});
	return cycle ? { cycle } : notThere();
};

export const actions: Actions = {
	default: (event) => {
		const { partnership, cycle } = event.params;
		return submit(event, changeCycle, {
			input: (form) => ({ ...form, partnershipId: partnership, cycleId: cycle }),
			success: ({ id }) => `/partnerships/${partnership}/plan/${id}`,
		});
	},
};
