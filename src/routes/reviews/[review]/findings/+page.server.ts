import { randomUUIDv7 } from 'node:crypto';
import { moveFinding, withdrawFinding, writeFinding } from '#domain/report/deeds/findings.server.ts';
import { findingsScreen } from '#domain/report/screens.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../answer.ts';
import { notThere } from '../../../refusals.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => findingsScreen(ctx, params.review));
	return screen ? { ...screen, id: randomUUIDv7() } : notThere();
};

const here = (event: RequestEvent, deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>) =>
	submit(event, deed, {
		input: (form) => ({ ...form, reviewId: event.params.review }),
		success: () => `/reviews/${event.params.review}/findings`,
	});

export const actions: Actions = {
	write: (event) => here(event, writeFinding),
	move: (event) => here(event, moveFinding),
	withdraw: (event) => here(event, withdrawFinding),
};
