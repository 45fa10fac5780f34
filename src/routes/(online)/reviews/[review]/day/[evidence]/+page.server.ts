import { editEvidence, withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { removePhoto } from '#domain/evidence/photo-actions.server.ts';
import { pieceScreen } from '#domain/evidence/screen.server.ts';
import { traceFromEvidence } from '#domain/improvement/trace/trace.server.ts';
import { reopening } from '#domain/report/deeds/reopening.server.ts';
import { notThere } from '../../../../../refusals.ts';
import { onThisReview } from '../../on-this-review.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within(async (ctx) => {
		const piece = await pieceScreen(ctx, params.review, params.evidence);
		const trace = await traceFromEvidence(ctx, params.review, params.evidence);
		return piece && trace && { ...piece, ...trace };
	});
	return screen ?? notThere();
};

const ofThisPiece = ({ evidence }: RouteParams) => ({ evidenceId: evidence });

export const actions: Actions = {
	edit: onThisReview(reopening(editEvidence), '/day', ofThisPiece),
	withdraw: onThisReview(reopening(withdrawEvidence), '/day', ofThisPiece),
	photo: onThisReview(removePhoto, '/day', ofThisPiece),
};
