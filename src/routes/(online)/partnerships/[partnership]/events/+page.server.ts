import {
	isSchoolYear,
	schoolYearFrom,
	schoolYearName,
	schoolYearSpan,
	startOf,
} from '#domain/calendar/school-year.ts';
import { coverageOf } from '#domain/event/coverage.ts';
import { leadingOf } from '#domain/event/leading.ts';
import { standsOn } from '#domain/event/model.ts';
import { mayPlanSome } from '#domain/event/plan-screen.server.ts';
import { eventsBetween } from '#domain/event/queries.server.ts';
import { groups } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { notThere } from '../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing) return null;
		const asked = url.searchParams.get('year') ?? '';
		const present = schoolYearName(ctx.today);
		const year = isSchoolYear(asked) ? asked : present;
		const start = startOf(year);
		const events = await eventsBetween(ctx, params.partnership, schoolYearSpan(start));
		const ofYear = (await groups(ctx, params.partnership)).filter(({ schoolYear }) => schoolYear === year);
		const listed = events.map((event) => ({ ...event, stands: standsOn(event, ctx.today) }));
		return {
			...{ year, isPresent: year === present },
			...{ before: schoolYearFrom(start - 1), after: schoolYearFrom(start + 1) },
			coming: listed.filter(({ stands }) => stands !== 'over'),
			held: listed.filter(({ stands }) => stands === 'over').toReversed(),
			coverage: coverageOf(events, ctx.today),
			leading: leadingOf(ofYear, events, ctx.today),
			plans: await mayPlanSome(ctx, standing),
		};
	});
	return found ?? notThere();
};
