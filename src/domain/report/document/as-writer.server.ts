import type { z } from 'zod';
import type { Deed } from '#domain/review/deeds/opening.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { openReview } from '#domain/review/open.server.ts';
import { mayWrite } from '../access.ts';
import { writingClosed } from '../rules.ts';

/**
 * A deed of those who write the report by the protocol, while it can be written. Others' deeds on the review do not wait for it:
 * what changes the words takes its turn by itself (`takeTurn`), after all of this has been asked.
 */
export async function asWriter<S extends z.ZodType<{ reviewId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: Deed<z.output<S>>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const review = await openReview(ctx, read.value.reviewId);
	if (!review || ctx.actor.kind !== 'person') return missing;
	if (!review.bound || !mayWrite(review.roles, review.protocol)) return denied;
	const closed = writingClosed(review);
	if (closed) return invalid({ '': closed });
	return deed({ ctx, input: read.value, review, personId: ctx.actor.id });
}
