import { redirect } from '@sveltejs/kit';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { lookedBackOn } from '#domain/improvement/look-back/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { notThere } from '../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** Opens at the latest school year whose reviews were looked back on, before the first at the present one. */
export const GET: RequestHandler = async ({ locals, params: { partnership } }) => {
	const day = await locals.within(async (ctx) => {
		if (!(await standingIn(ctx, partnership))) return null;
		const [latest] = await lookedBackOn(ctx, partnership);
		return latest ?? ctx.today;
	});
	if (day === null) notThere();
	redirect(303, `/partnerships/${partnership}/look-backs/${schoolYearName(day)}`);
};
