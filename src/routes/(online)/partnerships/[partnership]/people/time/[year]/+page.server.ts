import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import { isSchoolYear, schoolYearFrom, startOf } from '#domain/calendar/school-year.ts';
import { setCost } from '#domain/capacity/time/deeds.server.ts';
import { timeScreen } from '#domain/capacity/time/screen.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing || !isSchoolYear(params.year)) notThere();
		const start = startOf(params.year);
		return {
			year: params.year,
			before: schoolYearFrom(start - 1),
			after: schoolYearFrom(start + 1),
			whole: await wholeCycle(ctx, standing),
			time: await timeScreen(ctx, standing, params.year),
		};
	});

export const actions: Actions = {
	default: (event) =>
		submit(event, setCost, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: () => `/partnerships/${event.params.partnership}/people/time/${event.params.year}`,
		}),
};
