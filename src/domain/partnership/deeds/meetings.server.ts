import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayCallMeetings } from '../access.ts';
import { meetingById } from '../calendar-queries.server.ts';
import { insertMeeting, markMeetingWithdrawn, updateMeeting } from '../calendar-store.server.ts';
import { callMeetingInput, moveMeetingInput, withdrawMeetingInput } from '../input.ts';
import { standingIn } from '../standing.server.ts';

async function calling(ctx: Context, partnershipId: string): Promise<Outcome<string>> {
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	return mayCallMeetings(standing) ? done(ctx.actor.id) : denied;
}

/**
 * Enters a meeting of the heads or of the steering group (NFS-28). What is due at the next heads’ meeting takes its day.
 * The same form sent again changes nothing; with another day or place under the same id it is a conflict.
 */
export async function callMeeting(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(callMeetingInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, ...meeting } = read.value;
	const by = await calling(ctx, partnershipId);
	if (by.is !== 'done') return by;
	if (await insertMeeting(ctx, read.value, by.value)) return done({ id });
	return sentAgain(await meetingById(ctx, partnershipId, id), meeting, { id });
}

/** Moves a meeting, or changes its hours or place. Where somebody else changed it meanwhile, theirs comes back. */
export async function moveMeeting(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(moveMeetingInput, input);
	if (!read.ok) return invalid(read.fields);
	const { meetingId, version, ...meeting } = read.value;
	const by = await calling(ctx, meeting.partnershipId);
	if (by.is !== 'done') return by;
	if (await updateMeeting(ctx, { ...meeting, id: meetingId }, version)) return done(null);
	const standing = await meetingById(ctx, meeting.partnershipId, meetingId);
	if (!standing) return missing;
	const { partnershipId: _, ...sent } = meeting;
	return sentAgain(standing, sent, null);
}

/** A meeting that will not be held leaves the calendar; its row stays. */
export async function withdrawMeeting(ctx: Context, input: unknown): Promise<Outcome> {
	const read = readInput(withdrawMeetingInput, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, meetingId } = read.value;
	const by = await calling(ctx, partnershipId);
	if (by.is !== 'done') return by;
	await markMeetingWithdrawn(ctx, partnershipId, meetingId, by.value);
	return done(null);
}
