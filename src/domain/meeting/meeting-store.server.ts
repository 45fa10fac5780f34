import type { Context } from '#platform/context.ts';

/** When and where people meet. Days are 'YYYY-MM-DD', times 'HH:MM' in London. */
export interface When {
	day: string;
	fromTime: string | null;
	toTime: string | null;
	place: string;
}

export interface NewMeeting extends When {
	partnershipId: string;
	id: string;
	kind: string;
	groupId: string | null;
}

const columnsOf = ({ day, fromTime, toTime, place }: When) => ({
	day,
	from_time: fromTime,
	to_time: toTime,
	place,
});

/** False where the id is taken: the same form sent again. */
export async function insertMeeting(ctx: Context, meeting: NewMeeting, calledBy: string): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('partnership_meeting')
		.values({
			...{ partnership_id: meeting.partnershipId, id: meeting.id },
			...{ kind: meeting.kind, group_id: meeting.groupId, ...columnsOf(meeting) },
			...{ called_by: calledBy, called_at: ctx.now },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

const standing = (ctx: Context, { partnershipId, id }: { partnershipId: string; id: string }) =>
	ctx.db
		.updateTable('partnership_meeting')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('withdrawn_at', 'is', null);

/** False where the meeting is no longer at `version`, or was withdrawn. */
export async function updateMeeting(
	ctx: Context,
	meeting: When & { partnershipId: string; id: string },
	version: number,
): Promise<boolean> {
	const { numUpdatedRows } = await standing(ctx, meeting)
		.set({ ...columnsOf(meeting), version: version + 1 })
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function markMeetingWithdrawn(
	ctx: Context,
	meeting: { partnershipId: string; id: string },
	withdrawnBy: string,
): Promise<void> {
	await standing(ctx, meeting).set({ withdrawn_at: ctx.now, withdrawn_by: withdrawnBy }).execute();
}
