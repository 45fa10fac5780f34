/** The pair every row of a review is found by. */
export interface ReviewKey {
	partnershipId: string;
	id: string;
}

/** The same as columns. */
export const rowOf = (review: ReviewKey) => ({ partnership_id: review.partnershipId, review_id: review.id });
