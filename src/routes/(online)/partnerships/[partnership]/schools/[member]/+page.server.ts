import { randomUUIDv7 } from 'node:crypto';
import { monthAndYear } from '#domain/calendar/day.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { reviewsOf } from '#domain/agenda/reviews.server.ts';
import { mayEnterMeasure } from '#domain/outcome/access.ts';
import { enterMeasure } from '#domain/outcome/actions.server.ts';
import { kindOf, measureKeys, type MeasureKey } from '#domain/outcome/measures.ts';
import { schoolSeries } from '#domain/outcome/queries.server.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import { members } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import { history, schoolByUrn } from '#domain/register/queries.server.ts';
import { submit } from '../../../../../answer.ts';
import { outcomeChart, placeOfDay } from './outcome-chart.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = url.searchParams.get('measure') as MeasureKey;
	const measure = measureKeys.includes(asked) ? asked : 'ks2 rwm expected';
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		const member = (await members(ctx, params.partnership, schoolYearName(ctx.today))).find(
			({ id }) => id === params.member,
		);
		if (!standing || !member) return null;
		const reviews = await reviewsOf(ctx, params.partnership, { hostMemberId: member.id });
		const schools = [];
		// A member is one school, or two run as one: each keeps its own profile and figures (KSA-1).
		for (const { id, urn, name, place } of member.schools) {
			const series = await schoolSeries(ctx, { partnershipId: params.partnership, schoolId: id }, measure);
			const chart = outcomeChart(series?.find(({ group }) => group === 'all')?.runs ?? []);
			schools.push({
				id,
				name,
				place,
				registered: urn === null ? null : await schoolByUrn(ctx.db, urn),
				earlier: urn === null ? [] : (await history(ctx.db, urn)).filter((past) => past.urn !== urn),
				chart: chart && {
					...chart,
					marks: reviews
						.flatMap(({ firstDay }) =>
							firstDay === null
								? []
								: [{ at: placeOfDay(firstDay, chart.xs), label: monthAndYear(firstDay) }],
						)
						.filter(({ at }) => at >= 0 && at <= chart.xs.length - 1),
				},
			});
		}
		return {
			id: randomUUIDv7(),
			member,
			wholeCycle: headedMembers(standing).includes(member.id) || (await wholeCycle(ctx, standing)),
			reviews,
			schools,
			measure: { key: measure, ...kindOf(measure) },
			measures: measureKeys.map((key) => ({ value: key, label: kindOf(key).label })),
			mayEnter: mayEnterMeasure(standing, [member.id]),
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	default: (event) =>
		submit(event, enterMeasure, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: () => `/partnerships/${event.params.partnership}/schools/${event.params.member}`,
		}),
};
