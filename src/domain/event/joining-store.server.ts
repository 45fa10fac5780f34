import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

interface OfEvent {
	partnershipId: string;
	eventId: string;
}

/** Who is there already stays as they are. */
export async function insertJoinings(
	ctx: Context,
	{ partnershipId, eventId }: OfEvent,
	{ memberId, personIds, by }: { memberId: string; personIds: readonly string[]; by: string },
): Promise<void> {
	for (const personId of personIds)
		await ctx.db
			.insertInto('event_joining')
			.values({
				...{ partnership_id: partnershipId, event_id: eventId, person_id: personId },
				...{ member_id: memberId, joined_by: by, joined_at: ctx.now },
			})
			.onConflict((conflict) => conflict.doNothing())
			.execute();
}

export async function deleteJoinings(
	ctx: Context,
	{ partnershipId, eventId }: OfEvent,
	personIds: readonly string[],
): Promise<void> {
	await ctx.db
		.deleteFrom('event_joining')
		.where('partnership_id', '=', partnershipId)
		.where('event_id', '=', eventId)
		.where('person_id', '=', sql<string>`any (${[...personIds]}::uuid[])`)
		.execute();
}

/** Lowers how many others a school brings, said by whoever said so; false where somebody said so since `version`. */
export async function lowerOthersOf(
	ctx: Context,
	{ partnershipId, eventId }: OfEvent,
	{ memberId, number, version }: { memberId: string; number: number; version: number },
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('event_others')
		.set({ number, version: version + 1 })
		.where('partnership_id', '=', partnershipId)
		.where('event_id', '=', eventId)
		.where('member_id', '=', memberId)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Says how many others a school brings; false where somebody said so since `version`. */
export async function upsertOthers(
	ctx: Context,
	{ partnershipId, eventId }: OfEvent,
	{ memberId, number, version, by }: { memberId: string; number: number; version: number; by: string },
): Promise<boolean> {
	const said = { number, said_by: by, said_at: ctx.now };
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('event_others')
		.values({ partnership_id: partnershipId, event_id: eventId, member_id: memberId, ...said })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'event_id', 'member_id'])
				.doUpdateSet({ ...said, version: version + 1 })
				.where('event_others.version', '=', version),
		)
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
