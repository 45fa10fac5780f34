import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { mostTrained, type Trained } from './training.ts';

/** Who was trained for what, the latest first; of one person alone where they are given. */
export async function trainedIn(
	ctx: Context,
	partnershipId: string,
	personId: string | null = null,
): Promise<Trained[]> {
	// Each name is looked up once, however much somebody has passed on.
	const { rows } = await sql<Trained>`
		with giver as materialized (
			select given_by, shown_name(${partnershipId}, given_by) as name from (
				select distinct given_by from training where partnership_id = ${partnershipId} and given_by is not null) someone
		)
		select t.id as "trainingId", d.person_id as "personId", t.role, t.day, t.what, coalesce(g.name, t.giver) as by
		from training t
		join trained d on d.partnership_id = t.partnership_id and d.training_id = t.id
		left join giver g on g.given_by = t.given_by
		where t.partnership_id = ${partnershipId} and d.withdrawn_at is null
			and (${personId}::uuid is null or d.person_id = ${personId}::uuid)
		order by t.day desc, t.id limit ${mostTrained}`.execute(ctx.db);
	return rows;
}
