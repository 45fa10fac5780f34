/** A review as the rows that belong to it name it. */
export const ofReview = ({
	partnershipId,
	id,
}: {
	partnershipId: string;
	id: string;
}): { partnershipId: string; reviewId: string } => ({ partnershipId, reviewId: id });
