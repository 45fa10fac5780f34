import type { Context } from '#platform/context.ts';

interface Review {
	partnershipId: string;
	id: string;
}

export interface SetAside {
	mark: string;
	by: string;
	at: Date;
}

/** What those who write have set aside, oldest first, whether or not it is still there. */
export async function setAsideOf(ctx: Context, review: Review): Promise<SetAside[]> {
	return ctx.db
		.selectFrom('set_aside as s')
		.innerJoin('person as p', 'p.id', 's.set_by')
		.select(['s.mark', 'p.name as by', 's.set_at as at'])
		.where('s.partnership_id', '=', review.partnershipId)
		.where('s.review_id', '=', review.id)
		.orderBy('s.set_at')
		.orderBy('s.mark')
		.limit(1000)
		.execute();
}
