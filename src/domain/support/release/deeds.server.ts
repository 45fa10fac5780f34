import { z } from 'zod';
import { atMeeting } from '#domain/meeting/deeds/opening.server.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
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
		if (meeting.day < ctx.today) return invalid({ '': 'This meeting is over. Ask at the next one.' });
		await upsertRelease(ctx, release, by);
		return done(null);
	});

/** Takes it back: from now on nobody reads it at the meeting. One taken back already stays so. */
export const takeBackNeed = (ctx: Context, input: unknown): Promise<Outcome> =>
	atMeeting(ctx, releaseInput, input, anybodyThere, async ({ input: release, standing }) => {
		if (!(await isOwn(ctx, release, headedMembers(standing)))) return missing;
		await markTakenBack(ctx, release);
		return done(null);
	});

async function isOwn(
	ctx: Context,
	{ partnershipId, meetingId, memberId, number }: z.output<typeof releaseInput>,
	memberIds: readonly string[],
): Promise<boolean> {
	const own = await ownNeeds(ctx, partnershipId, { meetingId, memberIds });
	return own.some((one) => one.memberId === memberId && one.number === number);
}
