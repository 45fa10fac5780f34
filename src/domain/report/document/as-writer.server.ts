import type { z } from 'zod';
import { onBoundReview } from '#domain/evidence/bound.server.ts';
import type { Deed } from '#domain/review/deeds/opening.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, invalid, type Outcome } from '#platform/outcome.ts';
import { mayWrite } from '../access.ts';
import { writingClosed } from '../rules.ts';

/** A deed of those who write the report by the protocol, while it can be written. */
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
			return closed ? invalid({ '': closed }) : deed(on);
		},
	);
