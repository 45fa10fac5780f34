import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { mostTrained, type Trained } from './training.ts';

/** Who was trained for what, the latest first; of one person alone where they are given. */
export async function trainedIn(
	ctx: Context,
	partnershipId: string,
	personId: string | null = null,
): Promise<Trained[]> {
	const { rows } = await sql<Trained>`
		select t.id as "trainingId", d.person_id as "personId", t.role, t.day, t.what,
			coalesce(shown_name(t.partnership_id, t.given_by), t.giver) as by
		from training t
		join trained d on d.partnership_id = t.partnership_id and d.training_id = t.id
		where t.partnership_id = ${partnershipId} and d.withdrawn_at is null
			and (${personId}::uuid is null or d.person_id = ${personId}::uuid)
		order by t.day desc, t.id limit ${mostTrained}`.execute(ctx.db);
	return rows;
}
