import { sql } from 'kysely';
import type { Facts } from '#domain/review/facts.ts';
import type { Context } from '#platform/context.ts';
import type { DatedReview } from '../time/ledger.ts';
import { timedReviews, withDays } from '../time/queries.server.ts';
import { mostTrained } from '../training/training.ts';
import type { TeamFacts } from './beside.ts';

/**
 * What is known of a partnership's people when the team of a review is made; null to guests, who stand in no partnership of
 * theirs. Days that don't suit are those from its first day to its last, holidays between them included.
 */
export async function teamFacts(
	ctx: Context,
	{ partnershipId, firstDay, lastDay }: Pick<Facts, 'partnershipId' | 'firstDay' | 'lastDay'>,
): Promise<TeamFacts | null> {
	const held = sql`from_day <= ${ctx.today}::date and (until_day is null or until_day > ${ctx.today}::date)`;
	const { rows } = await sql<Omit<TeamFacts, 'reviews'> & { reviews: DatedReview[]; stands: boolean }>`
		with post as (
			select a.person_id, a.role, a.member_id from appointment a
			where a.partnership_id = ${partnershipId} and ${held}
				and (a.role not in ('headteacher', 'executive head', 'head of school')
					or exists (select from appointment_confirmation c
						where c.partnership_id = a.partnership_id and c.appointment_id = a.id))
			union all
			select person_id, role, null from responsibility where partnership_id = ${partnershipId} and ${held}
			limit 2000
		)
		select ${partnershipId} = any (array(select app_partnerships()::text)) as stands,
			${timedReviews(partnershipId)} as reviews,
			(select coalesce(json_agg(json_build_object('personId', person_id, 'role', role, 'memberId', member_id)), '[]')
				from post) as posts,
			(select coalesce(json_agg(known), '[]') from (
				select t.id as "trainingId", d.person_id as "personId", t.role, t.day, t.what, t.giver as by
				from training t join trained d on d.partnership_id = t.partnership_id and d.training_id = t.id
				where t.partnership_id = ${partnershipId} and d.withdrawn_at is null
				order by t.day desc limit ${mostTrained}) known) as trained,
			(select coalesce(json_agg(json_build_object('personId', person_id, 'daysATerm', days_a_term,
					'daysAYear', days_a_year, 'version', version)), '[]')
				from release_limit where partnership_id = ${partnershipId}) as limits,
			(select coalesce(json_agg(json_build_object('personId', u.person_id, 'day', u.day, 'kind', u.kind)
					order by u.day), '[]')
				from unavailable_days(${partnershipId}, array(select distinct person_id from post),
					${firstDay}::date, ${lastDay ?? firstDay}::date) u) as days`.execute(ctx.db);
	const { stands, reviews, ...facts } = rows[0]!;
	return stands ? { ...facts, reviews: await withDays(ctx, partnershipId, reviews) } : null;
}
