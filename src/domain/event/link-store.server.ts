import type { Context } from '#platform/context.ts';

interface OfEvent {
	partnershipId: string;
	eventId: string;
}

export async function insertFindingLink(
	ctx: Context,
	{ partnershipId, eventId }: OfEvent,
	{ findingId, reviewId, by }: { findingId: string; reviewId: string; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('event_finding')
		.values({
			...{ partnership_id: partnershipId, event_id: eventId, finding_id: findingId, review_id: reviewId },
			...{ linked_by: by, linked_at: ctx.now },
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteFindingLink(
	ctx: Context,
	{ partnershipId, eventId }: OfEvent,
	findingId: string,
): Promise<void> {
	await ctx.db
		.deleteFrom('event_finding')
		.where('partnership_id', '=', partnershipId)
		.where('event_id', '=', eventId)
		.where('finding_id', '=', findingId)
		.execute();
}

export async function insertActionLink(
	ctx: Context,
	{ partnershipId, eventId }: OfEvent,
	{ actionId, reviewId, by }: { actionId: string; reviewId: string; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('event_action')
		.values({
			...{ partnership_id: partnershipId, event_id: eventId, action_id: actionId, review_id: reviewId },
			...{ linked_by: by, linked_at: ctx.now },
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteActionLink(
	ctx: Context,
	{ partnershipId, eventId }: OfEvent,
	actionId: string,
): Promise<void> {
	await ctx.db
		.deleteFrom('event_action')
		.where('partnership_id', '=', partnershipId)
		.where('event_id', '=', eventId)
		.where('action_id', '=', actionId)
		.execute();
}
