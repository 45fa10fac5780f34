import { schoolYearName } from '#domain/calendar/school-year.ts';
import { kindOf } from '#domain/outcome/measures.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import { members } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import { history, schoolByUrn } from '#domain/register/queries.server.ts';
import { notThere } from '../../../../../refusals.ts';
import { schoolCharts } from './school-charts.server.ts';
import type { PageServerLoad } from './$types';

const headline = 'ks2 rwm expected';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		const member = (await members(ctx, params.partnership, schoolYearName(ctx.today))).find(
			({ id }) => id === params.member,
		);
		if (!standing || !member) return null;
		const { reviews, charts } = await schoolCharts(ctx, params.partnership, member, headline, ['all']);
		const schools = [];
		for (const [place, { id, urn, name, place: where }] of member.schools.entries())
			schools.push({
				...{ id, name, place: where, figures: charts[place]! },
				registered: urn === null ? null : await schoolByUrn(ctx.db, urn),
				earlier: urn === null ? [] : (await history(ctx.db, urn)).filter((past) => past.urn !== urn),
			});
		return {
			...{ member, reviews, schools, measure: kindOf(headline) },
			wholeCycle: headedMembers(standing).includes(member.id) || (await wholeCycle(ctx, standing)),
		};
	});
	return found ?? notThere();
};
