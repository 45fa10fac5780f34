import type { OpenReview } from '#domain/review/open.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import { ofReview } from '../of-review.ts';
import type { Context } from '#platform/context.ts';
import { insertDocument } from './document-store.server.ts';

/** Makes the joint document of a review where there is none yet, for those who read the draft. */
export const beginDocument = (ctx: Context, review: OpenReview): Promise<void> =>
	insertDocument(ctx, ofReview(review), keysFor('draft', review));
