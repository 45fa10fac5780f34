import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { confirmArrangement } from '#domain/planning/arrangement/confirming.server.ts';
import { confirmScreen } from '#domain/planning/arrangement/compare-screen.server.ts';
import { submit } from '../../../../../../../../answer.ts';
import { notThere } from '../../../../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, cycle, arrangement } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const screen = standing && leads(standing) ? await confirmScreen(ctx, partnership, arrangement) : null;
		return screen?.cycleId === cycle ? { screen } : null;
	});
	return found ?? notThere();
};

export const actions: Actions = {
	default: (event) => {
		const { partnership: partnershipId, cycle, arrangement: arrangementId } = event.params;
		return submit(event, confirmArrangement, {
			input: (form) => ({ ...form, partnershipId, arrangementId }),
			success: () => `/partnerships/${partnershipId}/plan/${cycle}`,
		});
	},
};
