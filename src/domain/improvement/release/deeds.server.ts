import { z } from 'zod';
import { atMeeting } from '#domain/meeting/deeds/opening.server.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { id } from '#platform/text.ts';
import { ownReports } from './queries.server.ts';
import { markTakenBack, upsertRelease } from './release-store.server.ts';

const releaseInput = z.object({ partnershipId: id, meetingId: id, reportId: id });

const anybodyThere = () => true;

/**
 * A head releases a report of progress to a meeting they come to (NFS-15): those who come and those who run it read it there, and nobody else.
 * Refused once the meeting is over, of any report but the latest of their own school, and where the protocol keeps what came of reviews off agendas.
 */
export const releaseReport = (ctx: Context, input: unknown): Promise<Outcome> =>
	atMeeting(ctx, releaseInput, input, anybodyThere, async ({ input: release, meeting, standing, by }) => {
		const memberIds = headedMembers(standing);
		const { partnershipId, meetingId, reportId } = release;
		const report = (await ownReports(ctx, partnershipId, { meetingId, memberIds })).find(
			(one) => one.id === reportId,
		);
		if (!report) return missing;
		if (meeting.day < ctx.today) return invalid({ '': 'This meeting is over. Release it to the next one.' });
		if ((await protocolInForce(ctx, partnershipId))?.protocol.followUp.standingItem === 'never')
			return invalid({ '': 'Your protocol keeps what came of reviews off the agendas of meetings.' });
		await upsertRelease(ctx, release, { memberId: report.memberId, by });
		return done(null);
	});

/**
 * Takes it back: from now on nobody reads it at the meeting. By a head of the school, wherever they belong by then, and also where the
 * meeting was withdrawn. One taken back already stays so.
 */
export async function takeBackReport(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(releaseInput, input);
	if (!read.ok) return invalid(read.fields);
	return (await markTakenBack(ctx, read.value)) ? done(null) : missing;
}
