import { randomUUIDv7 } from 'node:crypto';
import { planEvent } from '#domain/event/deeds/planning.server.ts';
import { eventChoices, findingToPlanFrom, mayPlanSome } from '#domain/event/plan-screen.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { isId } from '#platform/text.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing || !(await mayPlanSome(ctx, standing))) return null;
		const asked = url.searchParams.get('finding');
		const finding = asked && isId(asked) ? await findingToPlanFrom(ctx, standing, asked) : null;
		if (asked !== null && !finding) return null;
		return {
			id: randomUUIDv7(),
			finding,
			choices: await eventChoices(ctx, standing),
			today: ctx.today,
			/** The reader plans for any place and leader. */
			me: standing.personId,
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	default: (event) =>
		submit(event, planEvent, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: ({ id }) => `/partnerships/${event.params.partnership}/events/${id}`,
		}),
};
