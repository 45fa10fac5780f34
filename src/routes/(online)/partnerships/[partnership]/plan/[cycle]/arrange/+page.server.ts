import { randomUUIDv7 } from 'node:crypto';
import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { beginArrangement } from '#domain/planning/arrangement/deeds.server.ts';
import { arrangementsOf } from '#domain/planning/arrangement/queries.server.ts';
import { cyclesOf } from '#domain/planning/cycle/queries.server.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, cycle } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const known = standing && leads(standing) ? await cyclesOf(ctx, partnership) : [];
		const own = known.find(({ id }) => id === cycle);
		if (!own) return null;
		return {
			id: randomUUIDv7(),
			cycle: { id: own.id, name: own.name },
			arrangements: await arrangementsOf(ctx, partnership, cycle),
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	default: (event) => {
		const { partnership: partnershipId, cycle: cycleId } = event.params;
		return submit(event, beginArrangement, {
			input: (form) => ({ ...form, partnershipId, cycleId }),
			success: ({ id }) => `/partnerships/${partnershipId}/plan/${cycleId}/arrange/${id}`,
		});
	},
};
