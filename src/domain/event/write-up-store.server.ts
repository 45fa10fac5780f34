import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { SaidInWriteUp } from './write-up.ts';

interface OfEvent {
	partnershipId: string;
	eventId: string;
}

/** False where that version is written already. */
export async function insertWriteUp(
	ctx: Context,
	{ partnershipId, eventId }: OfEvent,
	{ version, said, by }: { version: number; said: SaidInWriteUp; by: string },
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('event_write_up')
		.values({
			...{ partnership_id: partnershipId, event_id: eventId, version },
			...{ came: JSON.stringify(said.came), done: said.done, found: said.found, materials: said.materials },
			...{ moderated: JSON.stringify(said.moderated), written_by: by, written_at: ctx.now },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** False where somebody of the school wrote since `version`. */
export async function upsertTakeaway(
	ctx: Context,
	{ partnershipId, eventId }: OfEvent,
	{ memberId, words, version, by }: { memberId: string; words: string; version: number; by: string },
): Promise<boolean> {
	const said = { words, written_by: by, written_at: ctx.now };
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('event_takeaway')
		.values({ partnership_id: partnershipId, event_id: eventId, member_id: memberId, ...said })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'event_id', 'member_id'])
				.doUpdateSet({ ...said, version: version + 1 })
				.where(sql<boolean>`event_takeaway.version = ${version}`),
		)
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
