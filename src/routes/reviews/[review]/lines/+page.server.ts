import { randomUUIDv7 } from 'node:crypto';
import { addLine, changeLine, dropLine } from '#domain/review/deeds/plan.server.ts';
import { lines } from '#domain/review/queries.server.ts';
import { preparation } from '../preparation.server.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within((ctx) =>
		preparation(ctx, params.review, async (review) => ({
			id: randomUUIDv7(),
			lines: await lines(ctx, review),
			most: review.protocol.focus.linesAtMost,
		})),
	);

export const actions: Actions = {
	add: onThisReview(addLine, '/lines'),
	change: onThisReview(changeLine, '/lines'),
	drop: onThisReview(dropLine, '/lines'),
};
