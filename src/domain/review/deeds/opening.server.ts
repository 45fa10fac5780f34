import type { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { openForDeed, type OpenReview } from '../open.server.ts';
import type { ReviewRole } from '../roles.ts';

/** A deed on an open review by a signed-in person. */
export interface Deed<I> {
	ctx: Context;
	input: I;
	review: OpenReview;
	personId: string;
}

/**
 * What every deed on a review begins with: the input read, the review opened and kept from others' deeds, the person's right
 * checked. Anyone who may not know of the review gets the same answer as for one that is not there.
 */
export async function onReview<S extends z.ZodType<{ reviewId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (roles: ReadonlySet<ReviewRole>) => boolean,
	deed: (on: Deed<z.output<S>>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const review = await openForDeed(ctx, read.value.reviewId);
	if (!review || ctx.actor.kind !== 'person') return missing;
	if (!may(review.roles)) return denied;
	return deed({ ctx, input: read.value, review, personId: ctx.actor.id });
}
