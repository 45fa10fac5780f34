import { schoolYearName } from '#domain/calendar/school-year.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import { members } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import { history, schoolByUrn } from '#domain/register/queries.server.ts';
import { notThere } from '../../../../../refusals.ts';
import { headlineCharts } from './school-charts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		const member = (await members(ctx, params.partnership, schoolYearName(ctx.today))).find(
			({ id }) => id === params.member,
		);
		if (!standing || !member) return null;
		const { reviews, charts } = await headlineCharts(ctx, params.partnership, member);
		const schools = [];
		for (const { id, urn, name, place } of member.schools)
			schools.push({
				...{ id, name, place, figures: charts.filter((one) => one.id === id) },
				registered: urn === null ? null : await schoolByUrn(ctx.db, urn),
				earlier: urn === null ? [] : (await history(ctx.db, urn)).filter((past) => past.urn !== urn),
			});
		return {
			...{ member, reviews, schools },
			wholeCycle: headedMembers(standing).includes(member.id) || (await wholeCycle(ctx, standing)),
		};
	});
	return found ?? notThere();
};
