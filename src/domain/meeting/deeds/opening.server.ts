import type { z } from 'zod';
import { groupById } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Standing } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayConfirmMinutes, mayRunMeeting } from '../access.ts';
import type { MeetingRow } from '../model.ts';
import { meetingById } from '../queries.server.ts';

/** A meeting with what the actor may do there. */
export interface OpenMeeting {
	partnershipId: string;
	meeting: MeetingRow;
	standing: Standing;
	/** Calls, changes and minutes it. */
	runs: boolean;
	/** Confirms its minutes. */
	confirms: boolean;
}

/** A meeting whose agenda and minutes are the actor's to read; null to anybody else. */
export async function openMeeting(
	ctx: Context,
	partnershipId: string,
	meetingId: string,
): Promise<OpenMeeting | null> {
	const standing = await standingIn(ctx, partnershipId);
	const found = standing && (await meetingById(ctx, partnershipId, meetingId));
	if (!standing || !found?.attends) return null;
	const { attends: _attends, ...meeting } = found;
	const group = meeting.groupId ? await groupById(ctx, partnershipId, meeting.groupId) : null;
	return {
		...{ partnershipId, meeting, standing },
		runs: mayRunMeeting(standing, group),
		confirms: mayConfirmMinutes(standing, group),
	};
}

/** What every deed at a meeting begins with: the input read, the meeting opened, the person's right checked. */
export async function atMeeting<S extends z.ZodType<{ partnershipId: string; meetingId: string }>, T = null>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (open: OpenMeeting) => boolean,
	deed: (on: OpenMeeting & { input: z.output<S>; by: string }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const open = await openMeeting(ctx, read.value.partnershipId, read.value.meetingId);
	if (!open) return missing;
	return may(open) ? deed({ ...open, input: read.value, by: open.standing.personId }) : denied;
}
