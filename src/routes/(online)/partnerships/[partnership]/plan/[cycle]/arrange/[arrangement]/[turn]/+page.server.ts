import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import {
	backToAgreed,
	letStay,
	moveReview,
	seat,
	undo,
	unseat,
} from '#domain/planning/arrangement/deeds.server.ts';
import { oneScreen } from '#domain/planning/arrangement/one-screen.server.ts';
import { notThere } from '../../../../../../../../refusals.ts';
import { onThisArrangement } from '../../on-arrangement.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, cycle, arrangement, turn } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const one = standing && leads(standing) ? await oneScreen(ctx, partnership, arrangement, turn) : null;
		return one?.arrangement.cycleId === cycle ? { one } : null;
	});
	return found ?? notThere();
};

export const actions: Actions = {
	move: onThisArrangement(moveReview),
	seat: onThisArrangement(seat),
	unseat: onThisArrangement(unseat),
	stay: onThisArrangement(letStay),
	agreed: onThisArrangement(backToAgreed),
	undo: onThisArrangement(undo),
};
