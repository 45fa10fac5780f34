import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

export interface NeedAtMeeting {
	partnershipId: string;
	meetingId: string;
	memberId: string;
	number: number;
}

/** Opens a statement of need to those who come to a meeting; again where it was taken back. */
export async function upsertRelease(
	ctx: Context,
	{ partnershipId, meetingId, memberId, number }: NeedAtMeeting,
	by: string,
): Promise<void> {
	const released = { released_by: by, released_at: ctx.now, taken_back_at: null };
	await ctx.db
		.insertInto('need_release')
		.values({
			...{ partnership_id: partnershipId, meeting_id: meetingId, member_id: memberId, number },
			...released,
		})
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'meeting_id', 'member_id', 'number'])
				.doUpdateSet(released)
				.where('need_release.taken_back_at', 'is not', null),
		)
		.execute();
}

/** False where no school that the actor heads asked it there. */
export async function markTakenBack(
	ctx: Context,
	{ partnershipId, meetingId, memberId, number }: NeedAtMeeting,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('need_release')
		.set({ taken_back_at: sql<Date>`coalesce(taken_back_at, ${ctx.now})` })
		.where('partnership_id', '=', partnershipId)
		.where('meeting_id', '=', meetingId)
		.where('member_id', '=', memberId)
		.where('number', '=', number)
		.where(sql<boolean>`member_id = any (array(select app_headed_members()))`)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
