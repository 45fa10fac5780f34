import { schoolYearFrom, schoolYearStart } from '#domain/calendar/school-year.ts';
import { callSeries, offerSeries } from '#domain/meeting/deeds/series.server.ts';
import { isYearly } from '#domain/meeting/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import { callableBy } from '../callable.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const callable = standing
			? (await callableBy(ctx, standing)).filter(({ value }) => !isYearly(value))
			: [];
		if (callable.length === 0) return null;
		const start = schoolYearStart(ctx.today);
		return { callable, years: [schoolYearFrom(start), schoolYearFrom(start + 1)] };
	});
	return found ?? notThere();
};

const input = (partnership: string) => (form: object) => ({ ...form, partnershipId: partnership });

export const actions: Actions = {
	// Shown to be ticked; nothing is kept.
	offer: (event) =>
		submit(event, offerSeries, {
			input: input(event.params.partnership),
			// With what else was typed already, for a browser without scripts.
			success: (offered, typed) => ({ offered, typed }),
		}),
	call: (event) =>
		submit(event, callSeries, {
			input: input(event.params.partnership),
			success: () => `/partnerships/${event.params.partnership}/meetings`,
		}),
};
