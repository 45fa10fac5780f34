import type { RequestEvent } from '@sveltejs/kit';
import { leads } from '#domain/partnership/access.ts';
import { groups } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { adoptGroups, stopProposal } from '#domain/planning/proposal/deeds.server.ts';
import { proposalOfGroups } from '#domain/planning/proposal/queries.server.ts';
import { stateOf } from '#domain/planning/proposal/proposal.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import { groupsShown } from './groups-shown.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		const proposal =
			standing && leads(standing) ? await proposalOfGroups(ctx, params.partnership, params.proposal) : null;
		if (!proposal) return null;
		const { id, schoolYear, askedBy, askedAt, progress, input, answer, conflicts, adoptedAt, stopAsked } =
			proposal;
		return {
			...{ id, schoolYear, askedBy, askedAt, progress, stopAsked, size: input.size },
			schools: input.schools.length,
			state: stateOf(proposal, ctx.now),
			answer: answer && groupsShown(input, answer),
			conflict: conflicts?.[0] ?? null,
			adopted: adoptedAt !== null,
			yearTaken: (await groups(ctx, params.partnership)).some((group) => group.schoolYear === schoolYear),
		};
	});
	return found ?? notThere();
};

const onThisProposal =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome>, to: string) =>
	(event: RequestEvent<{ partnership: string; proposal: string } & Record<string, string>>) => {
		const { partnership, proposal } = event.params;
		return submit(event, deed, {
			input: (form) => ({ ...form, partnershipId: partnership, proposalId: proposal }),
			success: () => `/partnerships/${partnership}/groups${to ? `/propose/${proposal}` : ''}`,
		});
	};

export const actions: Actions = {
	stop: onThisProposal(stopProposal, 'here'),
	adopt: onThisProposal(adoptGroups, ''),
};
