import { editEvidence, withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { pieceScreen } from '#domain/evidence/screen.server.ts';
import { reopening } from '#domain/report/deeds/reopening.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => pieceScreen(ctx, params.review, params.evidence));
	return screen ?? notThere();
};

const onThisPiece = (
	event: RequestEvent,
	deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>,
) =>
	submit(event, (ctx, input) => reopening(deed)(ctx, input as { reviewId: string }), {
		input: (form) => ({ ...form, reviewId: event.params.review, evidenceId: event.params.evidence }),
		success: () => `/reviews/${event.params.review}/day`,
	});

export const actions: Actions = {
	edit: (event) => onThisPiece(event, editEvidence),
	withdraw: (event) => onThisPiece(event, withdrawEvidence),
};
