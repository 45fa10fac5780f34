import { redirect } from '@sveltejs/kit';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { notThere } from '../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** The calendar opens at the present school year. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const today = await locals.within(async (ctx) =>
		(await standingIn(ctx, params.partnership)) ? ctx.today : null,
	);
	if (today === null) notThere();
	redirect(303, `/partnerships/${params.partnership}/calendar/${schoolYearName(today)}`);
};
