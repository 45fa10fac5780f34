import type { z } from 'zod';
import { onReview, type Deed } from '#domain/review/deeds/opening.server.ts';
import type { ReviewRole } from '#domain/review/roles.ts';
import type { Context } from '#platform/context.ts';
import { denied, type Outcome } from '#platform/outcome.ts';

/**
 * A deed on what is confidential in a review: for those whose role allows it and who have agreed to keep it so. A host's
 * head is bound by office.
 */
export const onBoundReview = <S extends z.ZodType<{ reviewId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (roles: ReadonlySet<ReviewRole>) => boolean,
	deed: (on: Deed<z.output<S>>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
	onReview(ctx, schema, input, may, async (on) => (on.review.bound ? deed(on) : denied));
