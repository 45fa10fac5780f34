import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import { rowOf, type ReviewKey } from './review-key.ts';

/** Puts a person on the team, or gives one who is on it another role; one who had left is back. */
export async function upsertTeamMember(
	ctx: Context,
	review: ReviewKey,
	personId: string,
	role: string,
	addedBy: string,
): Promise<void> {
	await ctx.db
		.insertInto('team_member')
		.values({ ...rowOf(review), person_id: personId, role, added_by: addedBy, added_at: ctx.now })
		.onConflict((conflict) =>
			conflict.columns(['partnership_id', 'review_id', 'person_id']).doUpdateSet({ role, left_on: null }),
		)
		.execute();
}

export async function endTeamMember(ctx: Context, review: ReviewKey, personId: string): Promise<void> {
	await ctx.db
		.updateTable('team_member')
		.set({ left_on: ctx.today })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('person_id', '=', personId)
		.execute();
}

export async function insertAcceptance(ctx: Context, review: ReviewKey, personId: string): Promise<void> {
	await ctx.db
		.insertInto('acceptance')
		.values({ ...rowOf(review), person_id: personId, accepted_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Everybody's yes but one person's. */
export async function deleteAcceptances(ctx: Context, review: ReviewKey, but: string): Promise<void> {
	await ctx.db
		.deleteFrom('acceptance')
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('person_id', '!=', but)
		.execute();
}

/** Keeps the name as it was typed and whose statement it was: that of the protocol's version the review began with. */
export async function insertConfidentialityAgreement(
	ctx: Context,
	review: ReviewKey,
	personId: string,
	typedName: string,
): Promise<void> {
	await ctx.db
		.insertInto('confidentiality_agreement')
		.values(({ selectFrom }) => ({
			...rowOf(review),
			person_id: personId,
			typed_name: typedName,
			protocol_version_id: selectFrom('review')
				.select('protocol_version_id')
				.where('partnership_id', '=', review.partnershipId)
				.where('id', '=', review.id),
			agreed_at: ctx.now,
		}))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function insertStandstill(
	ctx: Context,
	review: ReviewKey,
	standstill: { id: string; kind: string; reason: string; decidedBy: string },
): Promise<Insertion> {
	return insertOnce(
		ctx.db,
		'standstill',
		{
			...rowOf(review),
			id: standstill.id,
			kind: standstill.kind,
			reason: standstill.reason,
			decided_by: standstill.decidedBy,
			decided_at: ctx.now,
		},
		['review_id', 'decided_by'],
	);
}

export async function liftStandstill(ctx: Context, review: ReviewKey): Promise<void> {
	await ctx.db
		.updateTable('standstill')
		.set({ lifted_at: ctx.now })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('lifted_at', 'is', null)
		.execute();
}
