import { randomUUIDv7 } from 'node:crypto';
import { moveFinding, withdrawFinding, writeFinding } from '#domain/report/deeds/findings.server.ts';
import { findingsScreen } from '#domain/report/screen.server.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => findingsScreen(ctx, params.review));
	return screen ? { ...screen, id: randomUUIDv7() } : notThere();
};

export const actions: Actions = {
	write: onThisReview(writeFinding, '/findings'),
	move: onThisReview(moveFinding, '/findings'),
	withdraw: onThisReview(withdrawFinding, '/findings'),
};
