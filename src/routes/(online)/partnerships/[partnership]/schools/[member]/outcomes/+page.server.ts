import { randomUUIDv7 } from 'node:crypto';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { mayEnterMeasure, maySeeSmallNumbers, mayShareMeasure } from '#domain/outcome/access.ts';
import { enterMeasure } from '#domain/outcome/actions.server.ts';
import { sayOfYear } from '#domain/outcome/comment/deeds.server.ts';
import { dataOfMember } from '#domain/outcome/group-data/queries.server.ts';
import {
	groupsTogether,
	groupWords,
	kindOf,
	measureKeys,
	type MeasureKey,
} from '#domain/outcome/measures.ts';
import { circlesOf, enteredFigures } from '#domain/outcome/own-queries.server.ts';
import { correctFigure, shareFigures, withdrawFigure } from '#domain/outcome/own.server.ts';
import { summerOf } from '#domain/outcome/year.ts';
import { members } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { PostedForm } from '#platform/form-data.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import { schoolCharts } from '../school-charts.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = url.searchParams.get('measure') as MeasureKey;
	const measure = measureKeys.includes(asked) ? asked : 'ks2 rwm expected';
	const together =
		groupsTogether.find(({ key }) => key === url.searchParams.get('groups')) ?? groupsTogether[0]!;
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		const member = (await members(ctx, params.partnership, schoolYearName(ctx.today))).find(
			({ id }) => id === params.member,
		);
		if (!standing || !member) return null;
		const { charts, comments } = await schoolCharts(
			ctx,
			params.partnership,
			member,
			[measure],
			together.groups,
		);
		const [mayEnter, mayShare] = [mayEnterMeasure, mayShareMeasure].map((may) => may(standing, [member.id]));
		const seesSmall = maySeeSmallNumbers(standing, [member.id]);
		const own = [];
		for (const { id: schoolId, name } of mayEnter ? member.schools : []) {
			const school = { partnershipId: params.partnership, schoolId };
			own.push({
				...{ schoolId, name, sharedWith: await circlesOf(ctx, school, measure) },
				comments: comments
					.filter((comment) => comment.schoolId === schoolId)
					.map((comment) => ({ ...comment, summer: summerOf(comment.year) })),
				figures: (await enteredFigures(ctx, { ...school, seesSmall }, measure)).map((figure) => ({
					...figure,
					...{ summer: summerOf(figure.year), pupilsWords: groupWords[figure.group] },
				})),
			});
		}
		return {
			...{
				id: randomUUIDv7(),
				member: { id: member.id, name: member.name },
				charts,
				own,
				mayEnter,
				mayShare,
			},
			/** What its groups look at this year (CSC-8). */
			groups: await dataOfMember(ctx, params.partnership, member.id),
			measure: { key: measure, ...kindOf(measure) },
			pupils: together.key,
		};
	});
	return found ?? notThere();
};

const onThisSchool =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>) => (event: RequestEvent) => {
		const { partnership, member } = event.params;
		return submit(event, deed, {
			input: (form) => ({ ...form, partnershipId: partnership }),
			success: (_, form: PostedForm) =>
				`/partnerships/${partnership}/schools/${member}/outcomes?measure=${encodeURIComponent(String(form['measure'] ?? form['shown'] ?? ''))}`,
		});
	};

export const actions: Actions = {
	enter: onThisSchool(enterMeasure),
	correct: onThisSchool(correctFigure),
	withdraw: onThisSchool(withdrawFigure),
	share: onThisSchool(shareFigures),
	say: onThisSchool(sayOfYear),
};
