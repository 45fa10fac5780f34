import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

export interface ReportAtMeeting {
	partnershipId: string;
	meetingId: string;
	reportId: string;
}

/** Opens a report to those who come to a meeting; again where it was taken back. */
export async function upsertRelease(
	ctx: Context,
	{ partnershipId, meetingId, reportId }: ReportAtMeeting,
	{ memberId, by }: { memberId: string; by: string },
): Promise<void> {
	const released = { released_by: by, released_at: ctx.now, taken_back_at: null };
	await ctx.db
		.insertInto('progress_release')
		.values({
			...{ partnership_id: partnershipId, meeting_id: meetingId, report_id: reportId },
			...{ member_id: memberId, ...released },
		})
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'meeting_id', 'report_id'])
				.doUpdateSet(released)
				.where('progress_release.taken_back_at', 'is not', null),
		)
		.execute();
}

/** False where no school that the actor heads released it there. */
export async function markTakenBack(
	ctx: Context,
	{ partnershipId, meetingId, reportId }: ReportAtMeeting,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('progress_release')
		.set({ taken_back_at: sql<Date>`coalesce(taken_back_at, ${ctx.now})` })
		.where('partnership_id', '=', partnershipId)
		.where('meeting_id', '=', meetingId)
		.where('report_id', '=', reportId)
		.where(sql<boolean>`member_id = any (array(select app_headed_members()))`)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
