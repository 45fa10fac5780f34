import { sql } from 'kysely';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { followsUp } from '../access.ts';
import { type Impact, mostImpacts, type ToldImpact } from './impact.ts';

/** Whether the actor reads the actions of a review as such. Whoever owns one reads that one besides, and nothing of what came of the review. */
const readsActions = (partnershipId: string, reviewId: unknown) => sql<boolean>`exists (select from action a
	where a.partnership_id = ${partnershipId} and a.review_id = ${reviewId}
		and array_remove(a.keys, 'person:' || app_person()) && array(select app_keys()))`;

const told = (partnershipId: string, reviewId: unknown) => sql<boolean>`exists (select from impact i
	where i.partnership_id = ${partnershipId} and i.review_id = ${reviewId} and i.taken_back_at is null)`;

const measured = (partnershipId: string, reviewId: string) => sql<boolean>`exists (select from baseline b
	where b.partnership_id = ${partnershipId} and b.review_id = ${reviewId} and b.taken_back_at is null)`;

/** Whether the actor would read what is told of a review's impact, as far as can be seen: else nothing is to be said of it. */
export async function readsImpact(
	ctx: Context,
	{ partnershipId, id, roles, bound }: Pick<OpenReview, 'partnershipId' | 'id' | 'roles' | 'bound'>,
): Promise<boolean> {
	if (followsUp(roles, bound)) return true;
	const { rows } = await sql<{ reads: boolean }>`
		select ${told(partnershipId, id)} or ${measured(partnershipId, id)} or ${readsActions(partnershipId, id)} as reads`.execute(
		ctx.db,
	);
	return rows[0]!.reads;
}

/** What was told of a review's impact, the oldest first, as far as the actor's audience keys reach; that of some actions alone where they are given. */
export async function toldImpact(
	ctx: Context,
	review: Pick<OpenReview, 'partnershipId' | 'id'>,
	{ actions = null }: { actions?: readonly string[] | null } = {},
): Promise<ToldImpact[]> {
	const { rows } = await sql<ToldImpact>`
		select i.id, i.heading, i.words, i.pupils, i.version, i.former, i.source, i.inspected_on as "inspectedOn", p.name as "toldBy", i.told_at as "toldAt",
			case when i.measure <> '' then json_build_object('what', i.measure, 'before', i.before, 'now', i.now) end as measure,
			case when a.id is not null then json_build_object('id', a.id, 'title', a.title) end as action
		from impact i
		join person p on p.id = i.told_by
		left join action a on a.partnership_id = i.partnership_id and a.id = i.action_id
		where i.partnership_id = ${review.partnershipId} and i.review_id = ${review.id} and i.taken_back_at is null
			and (${actions && [...actions]}::uuid[] is null or i.action_id = any (${actions && [...actions]}::uuid[]))
		order by i.told_at, i.id limit ${mostImpacts}`.execute(ctx.db);
	return rows;
}

/**
 * What is known of the impact of each of some reviews, for whoever reads what was told or all that is done about them; of
 * another review nothing is said, so that what may not be read is not taken for what is not there.
 */
export async function impactOfReviews(
	ctx: Context,
	partnershipId: string,
	reviews: readonly string[],
): Promise<ReadonlyMap<string, Impact>> {
	const { rows } = await sql<{ id: string; impact: Impact | null }>`
		select r.id, case
			when exists (select from impact i where i.partnership_id = ${partnershipId} and i.review_id = r.id
				and i.taken_back_at is null and i.measure <> '') then 'measured'
			when ${told(partnershipId, sql.ref('r.id'))} then 'narrative'
			when ${readsActions(partnershipId, sql.ref('r.id'))} then 'none'
			end as impact
		from unnest(${[...reviews]}::uuid[]) as r (id)`.execute(ctx.db);
	return new Map(rows.flatMap(({ id, impact }) => (impact ? [[id, impact] as const] : [])));
}
