import { randomUUIDv7 } from 'node:crypto';
import { addLine, changeLine, dropLine } from '#domain/review/deeds/plan.server.ts';
import { lines } from '#domain/review/queries.server.ts';
import { preparation } from '../preparation.server.ts';
import { submit } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within((ctx) =>
		preparation(ctx, params.review, async (review) => ({
			id: randomUUIDv7(),
			lines: await lines(ctx, review),
			most: review.protocol.focus.linesAtMost,
		})),
	);

const onThis = (review: string, path: string) => ({
	input: (form: object) => ({ ...form, reviewId: review }),
	success: () => `/reviews/${review}${path}`,
});

export const actions: Actions = {
	add: (event) => submit(event, addLine, onThis(event.params.review, '/lines')),
	change: (event) => submit(event, changeLine, onThis(event.params.review, '/lines')),
	drop: (event) => submit(event, dropLine, onThis(event.params.review, '/lines')),
};
