import { randomUUIDv7 } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { askForYear, moveSeat, moveToWeek, undo } from '#domain/planning/arrangement/deeds.server.ts';
import { boardScreen } from '#domain/planning/arrangement/screen.server.ts';
import { stateOf } from '#domain/planning/proposal/proposal.ts';
import { proposalsFor } from '#domain/planning/proposal/queries.server.ts';
import { reckon } from '#domain/planning/proposal/running.server.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../../../../answer.ts';
import { notThere } from '../../../../../../../refusals.ts';
import { onThisArrangement, pathOf } from '../on-arrangement.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, cycle, arrangement } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const board = standing && leads(standing) ? await boardScreen(ctx, partnership, arrangement) : null;
		if (!board || board.cycle.id !== cycle) return null;
		// What was confirmed is the plan: there it is as it is now.
		if (board.arrangement.confirmedAt) redirect(303, `/partnerships/${partnership}/plan/${cycle}`);
		return {
			id: randomUUIDv7(),
			board,
			proposals: (await proposalsFor(ctx, partnership, arrangement)).map((one) => ({
				...{ id: one.id, askedAt: one.askedAt, askedBy: one.askedBy, takenUp: one.adoptedAt !== null },
				state: stateOf(one, ctx.now),
			})),
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	toWeek: onThisArrangement(moveToWeek),
	moveSeat: onThisArrangement(moveSeat),
	undo: onThisArrangement(undo),
	ask: (event) => {
		const { partnership: partnershipId, arrangement: arrangementId } = event.params;
		return submit(event, askForYear, {
			input: (form) => ({ ...form, partnershipId, arrangementId }),
			success: ({ id, personId, begun }) => {
				// Once it is written down, and beside this answer.
				if (begun) void server().then(({ database }) => reckon(database, { partnershipId, id, personId }));
				return `${pathOf(event.params)}/proposed/${id}`;
			},
		});
	},
};
