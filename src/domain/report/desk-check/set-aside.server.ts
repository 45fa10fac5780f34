import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { id } from '#platform/text.ts';
import { beginDocument } from '../document/beginning.server.ts';
import { asWriter } from '../document/as-writer.server.ts';
import { draftOf } from '../draft.server.ts';
import { ofReview } from '../of-review.ts';
import { secondLooks } from './desk.server.ts';
import { deleteSetAside, insertSetAside } from './set-aside-store.server.ts';

const setAsideInput = z.object({ reviewId: id, mark: z.string().regex(/^[0-9a-f]{32}$/) });

/**
 * Sets something aside that was worth a second look: whoever writes has considered it, and it stays. It comes back by itself when
 * the words in its place change. Refused where they have changed already, and of what must be put right: that is no matter of taste.
 */
export const setAside = (ctx: Context, input: unknown): Promise<Outcome> =>
	asWriter(ctx, setAsideInput, input, async ({ review, personId, input: { mark } }) => {
		const looks = secondLooks(review, await draftOf(ctx, review));
		if (!looks.some((look) => look.mark === mark))
			return invalid({ '': 'The words have changed since. Look at them again.' });
		await beginDocument(ctx, review);
		await insertSetAside(ctx, ofReview(review), mark, personId);
		return done(null);
	});

/** Has something that was set aside looked at again, whoever set it aside. */
export const takeUpAgain = (ctx: Context, input: unknown): Promise<Outcome> =>
	asWriter(ctx, setAsideInput, input, async ({ review, input: { mark } }) => {
		await deleteSetAside(ctx, ofReview(review), mark);
		return done(null);
	});
