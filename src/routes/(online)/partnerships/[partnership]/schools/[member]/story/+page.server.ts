import { randomUUIDv7 } from 'node:crypto';
import { schoolYearFrom, schoolYearName, schoolYearStart } from '#domain/calendar/school-year.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import { members } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { schoolByUrn } from '#domain/register/queries.server.ts';
import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import { mayTellStory } from '#domain/story/access.ts';
import { changeEvent, enterProfileYear, takeBackEvent, tellEvent } from '#domain/story/deeds.server.ts';
import { storyOf } from '#domain/story/screen.server.ts';
import { chapters } from '#domain/story/story.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import { headlineCharts } from '../school-charts.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** School years back that a head may still say something of. */
const yearsBack = 10;

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const { partnership: partnershipId, member: memberId } = params;
		const standing = await standingIn(ctx, partnershipId);
		const member = (await members(ctx, partnershipId, schoolYearName(ctx.today))).find(
			({ id }) => id === memberId,
		);
		if (!standing || !member) return null;
		const { reviews, charts } = await headlineCharts(ctx, partnershipId, member);
		const own = standing.appointments.some((post) => post.memberId === memberId);
		const { events, together, profile, findings } = await storyOf(ctx, { partnershipId, memberId }, own);
		const schools = [];
		for (const { id, name, urn } of member.schools)
			schools.push({
				...{ id, name, figures: charts.filter((one) => one.id === id) },
				registered: urn === null ? null : await schoolByUrn(ctx.db, urn),
				profile: profile.filter(({ schoolId }) => schoolId === id),
			});
		const start = schoolYearStart(ctx.today);
		return {
			...{ member, schools, today: ctx.today },
			chapters: chapters(
				reviews.map((review) => ({ ...review, findings: findings.get(review.id) ?? [] })),
				events,
				together,
			),
			tells: mayTellStory(standing, memberId) ? { id: randomUUIDv7() } : null,
			years: Array.from({ length: yearsBack }, (_, back) => schoolYearFrom(start - back)),
			wholeCycle: headedMembers(standing).includes(memberId) || (await wholeCycle(ctx, standing)),
		};
	});
	return found ?? notThere();
};

const onThisSchool =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>) => (event: RequestEvent) => {
		const { partnership, member } = event.params;
		return submit(event, deed, {
			input: (form) => ({ ...form, partnershipId: partnership, memberId: member }),
			success: () => `/partnerships/${partnership}/schools/${member}/story`,
		});
	};

export const actions: Actions = {
	tell: onThisSchool(tellEvent),
	change: onThisSchool(changeEvent),
	takeBack: onThisSchool(takeBackEvent),
	profile: onThisSchool(enterProfileYear),
};
