import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { MeetingRow } from './model.ts';

/** Somebody who can promise something at a meeting. */
export interface PersonHere {
	personId: string;
	name: string;
}

/** More people than meet anywhere. */
const most = 300;

/** Those who were invited to a meeting and those who would be today, with whoever leads or administers, who stand in the partnership today; by name. */
export async function peopleHere(
	ctx: Context,
	partnershipId: string,
	{ kind, groupId, day }: Pick<MeetingRow, 'kind' | 'groupId' | 'day'>,
): Promise<PersonHere[]> {
	const { rows } = await sql<PersonHere>`
		select person_id as "personId", shown_name(${partnershipId}, person_id) as name
		from (
			select person_id from invited_to(${partnershipId}, ${kind}, ${groupId}::uuid, ${day}::date)
			union
			select person_id from invited_to(${partnershipId}, ${kind}, ${groupId}::uuid, ${ctx.today}::date)
			union
			select person_id from responsibility
			where partnership_id = ${partnershipId} and role in ('lead', 'chair', 'vice chair', 'administrator')
		) p
		where stands_in(${partnershipId}, person_id)
		order by name, person_id limit ${most}`.execute(ctx.db);
	return rows;
}
