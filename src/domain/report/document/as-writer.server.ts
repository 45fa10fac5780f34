import type { z } from 'zod';
import { onBoundReview } from '#domain/evidence/bound.server.ts';
import type { Deed } from '#domain/review/deeds/opening.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { denied, invalid, type Outcome } from '#platform/outcome.ts';
import { mayWrite } from '../access.ts';
import { writingClosed } from '../rules.ts';
import { beginDocument } from './document-store.server.ts';

/** A deed of those who write the report by the protocol, while it can be written. There is a document from then on. */
export const asWriter = <S extends z.ZodType<{ reviewId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: Deed<z.output<S>>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
	onBoundReview(
		ctx,
		schema,
		input,
		() => true,
		async (on) => {
			if (!mayWrite(on.review.roles, on.review.protocol)) return denied;
			const closed = writingClosed(on.review);
			if (closed) return invalid({ '': closed });
			const of = { partnershipId: on.review.partnershipId, reviewId: on.review.id };
			await beginDocument(ctx, of, keysFor('draft', on.review));
			return deed(on);
		},
	);
