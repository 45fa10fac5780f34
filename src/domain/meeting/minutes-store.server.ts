import type { Context } from '#platform/context.ts';
import type { Said } from './minutes.ts';

interface OfMeeting {
	partnershipId: string;
	meetingId: string;
}

/** Saves the whole of the minutes under the next number. False where somebody else has taken that. */
export async function insertMinutes(
	ctx: Context,
	{ partnershipId, meetingId }: OfMeeting,
	{ version, said, writtenBy }: { version: number; said: Said; writtenBy: string },
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('minutes')
		.values({
			...{ partnership_id: partnershipId, meeting_id: meetingId, version },
			...{ ...said, notes: JSON.stringify(said.notes) },
			...{ written_by: writtenBy, written_at: ctx.now },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

export async function insertConfirmation(
	ctx: Context,
	{ partnershipId, meetingId }: OfMeeting,
	{ version, by }: { version: number; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('minutes_confirmation')
		.values({
			...{ partnership_id: partnershipId, meeting_id: meetingId, version },
			...{ confirmed_by: by, confirmed_at: ctx.now },
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
