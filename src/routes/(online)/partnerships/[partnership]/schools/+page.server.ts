import { endMembership } from '#domain/partnership/deeds/membership.server.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { members } from '#domain/partnership/queries.server.ts';
import { submit } from '../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => ({
		members: await members(ctx, params.partnership, schoolYearName(ctx.today)),
		today: ctx.today,
	}));

export const actions: Actions = {
	leave: (event) =>
		submit(event, endMembership, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: () => `/partnerships/${event.params.partnership}/schools`,
		}),
};
