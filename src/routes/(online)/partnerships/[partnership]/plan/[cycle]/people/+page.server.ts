import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { cycleByPerson } from '#domain/planning/cycle/glance.server.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		const glance = standing && (await cycleByPerson(ctx, standing, params.cycle));
		if (!standing || !glance) notThere();
		return { glance, whole: await wholeCycle(ctx, standing) };
	});
