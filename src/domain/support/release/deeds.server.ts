import { z } from 'zod';
import { atMeeting } from '#domain/meeting/deeds/opening.server.ts';
import { isOfSupport, standingThings } from '#domain/meeting/minutes.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { id, version } from '#platform/text.ts';
import { ownNeeds } from './queries.server.ts';
import { markTakenBack, upsertRelease } from './release-store.server.ts';

/** `number` counts a school's statements. */
const releaseInput = z.object({ partnershipId: id, meetingId: id, memberId: id, number: version });

const anybodyThere = () => true;

/** A head opens what their school needs to a meeting they come to: those who come read it there. Refused once the meeting is over. */
export const releaseNeed = (ctx: Context, input: unknown): Promise<Outcome> =>
	atMeeting(ctx, releaseInput, input, anybodyThere, async ({ input: release, meeting, standing, by }) => {
		if (!(await isOwn(ctx, release, headedMembers(standing)))) return missing;
		if (!standingThings(meeting).some(isOfSupport))
			return invalid({
				'': 'Support is asked of heads, groups and the steering group, not of this meeting.',
			});
		if (meeting.day < ctx.today) return invalid({ '': 'This meeting is over. Ask at the next one.' });
		await upsertRelease(ctx, release, by);
		return done(null);
	});

/**
 * Takes it back: from now on nobody reads it at the meeting. By a head of the school, wherever they belong by then, and also where the
 * meeting was withdrawn. One taken back already stays so.
 */
export async function takeBackNeed(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(releaseInput, input);
	if (!read.ok) return invalid(read.fields);
	return (await markTakenBack(ctx, read.value)) ? done(null) : missing;
}

async function isOwn(
	ctx: Context,
	{ partnershipId, meetingId, memberId, number }: z.output<typeof releaseInput>,
	memberIds: readonly string[],
): Promise<boolean> {
	const own = await ownNeeds(ctx, partnershipId, { meetingId, memberIds });
	return own.some((one) => one.memberId === memberId && one.number === number && one.status > 0);
}
