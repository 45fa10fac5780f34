import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** More open reviews than anybody has a part in; of more, those nearest to today. */
const most = 200;

/**
 * Ids of the reviews in which something may be asked of a person: they are on the team, head the host, or hold a
 * responsibility that protocols ask things of. Closed reviews, and those over before `since`, are left out.
 */
export async function concerned(ctx: Context, personId: string, since: string): Promise<string[]> {
	// Each half finds its reviews by an index: by id, or by partnership.
	const { rows } = await sql<{ id: string }>`
		select r.id from (
			select partnership_id, id, first_day, last_day from review where id = any (array(select app_reviews()))
			union
			select o.partnership_id, o.id, o.first_day, o.last_day
			from responsibility p join review o on o.partnership_id = p.partnership_id
			where p.person_id = ${personId} and p.role in ('lead', 'chair', 'vice chair', 'administrator', 'outside partner')
				and p.from_day <= ${ctx.today}::date and (p.until_day is null or p.until_day > ${ctx.today}::date)
		) r
		where (r.last_day is null or r.last_day >= ${since}::date)
			and not exists (select from closure c where c.partnership_id = r.partnership_id and c.review_id = r.id)
		order by abs(r.first_day - ${ctx.today}::date) nulls first, r.id limit ${most}`.execute(ctx.db);
	return rows.map(({ id }) => id);
}
