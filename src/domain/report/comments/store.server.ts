import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';

interface Of {
	partnershipId: string;
	reviewId: string;
}

export interface NewComment {
	id: string;
	heading: string;
	place: object | null;
	quoted: string;
	words: string;
	instead: string | null;
	/** The comment that it answers. */
	answers: string | null;
	authorId: string;
}

/** The same comment sent again changes nothing. */
export const insertComment = (ctx: Context, of: Of, comment: NewComment): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'report_comment',
		{
			partnership_id: of.partnershipId,
			review_id: of.reviewId,
			id: comment.id,
			heading: comment.heading,
			place: comment.place && JSON.stringify(comment.place),
			quoted: comment.quoted,
			words: comment.words,
			instead: comment.instead,
			answers: comment.answers,
			author_id: comment.authorId,
			written_at: ctx.now,
		},
		['review_id', 'author_id', ...(comment.answers === null ? [] : ['answers' as const])],
	);

/** Settles a comment once; false where somebody has before. `accepted` is null where nothing was suggested. */
export async function updateSettled(
	ctx: Context,
	of: Of,
	commentId: string,
	settledBy: string,
	accepted: boolean | null,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('report_comment')
		.set({ settled_by: settledBy, settled_at: ctx.now, accepted })
		.where('partnership_id', '=', of.partnershipId)
		.where('review_id', '=', of.reviewId)
		.where('id', '=', commentId)
		.where('settled_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
