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

export async function markTakenBack(
	ctx: Context,
	{ partnershipId, meetingId, reportId }: ReportAtMeeting,
): Promise<void> {
	await ctx.db
		.updateTable('progress_release')
		.set({ taken_back_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('meeting_id', '=', meetingId)
		.where('report_id', '=', reportId)
		.where('taken_back_at', 'is', null)
		.execute();
}
