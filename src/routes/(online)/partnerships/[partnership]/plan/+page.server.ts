import { redirect } from '@sveltejs/kit';
import { mayOpenCycle } from '#domain/planning/cycle/access.ts';
import { cycleAt } from '#domain/planning/cycle/cycle.ts';
import { cyclesOf } from '#domain/planning/cycle/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { notThere } from '../../../../refusals.ts';
import type { PageServerLoad } from './$types';

/** The cycle of today, or what to do before there is one. */
export const load: PageServerLoad = async ({ locals, params: { partnership } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		if (!standing) return null;
		return {
			cycle: cycleAt(await cyclesOf(ctx, partnership), ctx.today),
			opens: mayOpenCycle(standing),
			hasProtocol: (await protocolInForce(ctx, partnership)) !== null,
		};
	});
	if (!found) notThere();
	const { cycle, ...empty } = found;
	if (cycle && empty.hasProtocol) redirect(303, `/partnerships/${partnership}/plan/${cycle.id}`);
	return empty;
};
