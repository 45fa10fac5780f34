import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { takeUp } from '#domain/planning/arrangement/deeds.server.ts';
import { proposedScreen } from '#domain/planning/arrangement/proposed-screen.server.ts';
import { stopProposal } from '#domain/planning/proposal/deeds.server.ts';
import { submit } from '../../../../../../../../../answer.ts';
import { notThere } from '../../../../../../../../../refusals.ts';
import { pathOf } from '../../../on-arrangement.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({
	locals,
	params: { partnership, cycle, arrangement, proposed: id },
}) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const proposed =
			standing && leads(standing) ? await proposedScreen(ctx, partnership, arrangement, id) : null;
		return proposed?.arrangement.cycleId === cycle ? { proposed } : null;
	});
	return found ?? notThere();
};

export const actions: Actions = {
	stop: (event) => {
		const { partnership: partnershipId, proposed: proposalId } = event.params;
		return submit(event, stopProposal, {
			input: (form) => ({ ...form, partnershipId, proposalId }),
			success: () => `${pathOf(event.params)}/proposed/${proposalId}`,
		});
	},
	takeUp: (event) => {
		const { partnership: partnershipId, arrangement: arrangementId, proposed: proposalId } = event.params;
		return submit(event, takeUp, {
			input: (form) => ({ ...form, partnershipId, arrangementId, proposalId }),
			success: () => pathOf(event.params),
		});
	},
};
