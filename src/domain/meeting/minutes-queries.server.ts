import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Minutes } from './minutes.ts';

/** Of more versions the latest are shown. */
const mostVersions = 30;

/** The minutes of a meeting, its versions, the latest first; as far as they are the actor's to read. */
export async function minutesOf(
	ctx: Context,
	partnershipId: string,
	meetingId: string,
	most = mostVersions,
): Promise<Minutes[]> {
	const { rows } = await sql<Minutes>`
		select n.version, n.present, n.apologies, n.others, n.notes, n.decisions,
			shown_name(n.partnership_id, n.written_by) as "writtenBy", n.written_at as "writtenAt",
			case when c.version is not null then json_build_object('by', shown_name(c.partnership_id, c.confirmed_by),
				'at', c.confirmed_at) end as confirmed
		from minutes n
		left join minutes_confirmation c on c.partnership_id = n.partnership_id and c.meeting_id = n.meeting_id
			and c.version = n.version
		where n.partnership_id = ${partnershipId} and n.meeting_id = ${meetingId}
		order by n.version desc limit ${most}`.execute(ctx.db);
	return rows;
}

/** The version that holds, or null where nothing was minuted yet. */
export const latestMinutes = async (
	ctx: Context,
	partnershipId: string,
	meetingId: string,
): Promise<Minutes | null> => (await minutesOf(ctx, partnershipId, meetingId, 1))[0] ?? null;
