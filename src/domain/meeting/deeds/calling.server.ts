import { schoolYearName } from '#domain/calendar/school-year.ts';
import { groupById, type GroupRow } from '#domain/partnership/queries.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayRunMeeting } from '../access.ts';
import { callMeetingInput, meetingInput, moveMeetingInput } from '../input.ts';
import { insertMeeting, markMeetingWithdrawn, updateMeeting } from '../meeting-store.server.ts';
import { latestMinutes } from '../minutes-queries.server.ts';
import { promisesOf } from '../promise-queries.server.ts';
import { meetingById, wasWithdrawn } from '../queries.server.ts';
import { atMeeting } from './opening.server.ts';

/** Whoever may call a meeting of these people, and the group that meets. */
export async function calling(
	ctx: Context,
	partnershipId: string,
	{ groupId }: { groupId: string | null },
): Promise<Outcome<{ by: string; group: GroupRow | null }>> {
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	const group = groupId ? await groupById(ctx, partnershipId, groupId) : null;
	if (groupId && !group) return missing;
	return mayRunMeeting(standing, group) ? done({ by: standing.personId, group }) : denied;
}

/** Why a group does not meet in a school year that is not its own; null where it does. */
export const outsideItsYear = (
	group: Pick<GroupRow, 'name' | 'schoolYear'> | null,
	schoolYear: string,
): string | null =>
	group === null || group.schoolYear === schoolYear
		? null
		: `${group.name} is a group of ${group.schoolYear}. Choose a day of that school year, or a group of ${schoolYear}.`;

/**
 * Enters a meeting (NFS-28). What is due at the next heads’ meeting takes its day. Refused for a group of another school year. The same
 * form sent again changes nothing; with another day or place under the same id it is a conflict.
 */
export async function callMeeting(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(callMeetingInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, who, ...when } = read.value;
	const may = await calling(ctx, partnershipId, who);
	if (may.is !== 'done') return may;
	const refusal = outsideItsYear(may.value.group, schoolYearName(when.day));
	if (refusal) return invalid({ day: refusal });
	if (await insertMeeting(ctx, { id, partnershipId, ...who, ...when }, may.value.by)) return done({ id });
	const standing = await meetingById(ctx, partnershipId, id);
	return standing ? sentAgain(standing, { ...who, ...when }, { id }) : missing;
}

/**
 * Moves a meeting, or changes its hours or place. Refused for another day once something was minuted or promised. Where somebody else
 * changed it meanwhile, theirs comes back.
 */
export const moveMeeting = (ctx: Context, input: unknown): Promise<Outcome> =>
	atMeeting(
		ctx,
		moveMeetingInput,
		input,
		({ runs }) => runs,
		async ({ input: sent, meeting }) => {
			const { partnershipId, meetingId, version, ...when } = sent;
			const group = meeting.groupId ? await groupById(ctx, partnershipId, meeting.groupId) : null;
			const refusal = outsideItsYear(group, schoolYearName(when.day));
			if (refusal) return invalid({ day: refusal });
			await takePartnershipTurn(ctx, partnershipId);
			const stays = when.day === meeting.day ? null : await whyItStays(ctx, partnershipId, meetingId);
			if (stays) return invalid({ day: stays });
			if (await updateMeeting(ctx, { partnershipId, id: meetingId, ...when }, version)) return done(null);
			return sentAgain(await meetingById(ctx, partnershipId, meetingId), when, null);
		},
	);

/** Why a meeting was held, and so is neither moved nor withdrawn; null where nothing says that it was. */
async function whyItStays(ctx: Context, partnershipId: string, meetingId: string): Promise<string | null> {
	if (await latestMinutes(ctx, partnershipId, meetingId))
		return 'This meeting has minutes. What was minuted stays, and so does the meeting.';
	return (await promisesOf(ctx, partnershipId, meetingId)).length > 0
		? 'Something was promised at this meeting. It stays with what was promised.'
		: null;
}

/**
 * A meeting that will not be held leaves the calendar; its row stays. Refused where it was minuted or something was promised at it. One
 * that was withdrawn already stays so.
 */
export async function withdrawMeeting(ctx: Context, input: unknown): Promise<Outcome> {
	const outcome = await atMeeting(
		ctx,
		meetingInput,
		input,
		({ runs }) => runs,
		async ({ partnershipId, meeting, by }) => {
			await takePartnershipTurn(ctx, partnershipId);
			const stays = await whyItStays(ctx, partnershipId, meeting.id);
			if (stays) return invalid({ '': stays });
			await markMeetingWithdrawn(ctx, { partnershipId, id: meeting.id }, by);
			return done(null);
		},
	);
	if (outcome.is !== 'missing') return outcome;
	const read = readInput(meetingInput, input);
	return read.ok && (await wasWithdrawn(ctx, read.value)) ? done(null) : missing;
}
