import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Introduction } from './model.ts';

/** Many years of one school's, or of one review's. */
const most = 200;

const school = (
	member: RawBuilder<unknown>,
) => sql`json_build_object('memberId', ${member}.id, 'name', ${member}.name,
	'left', ${member}.until_day is not null and ${member}.until_day <= app_today())`;

async function introductions(ctx: Context, where: RawBuilder<unknown>): Promise<Introduction[]> {
	const { rows } = await sql<Introduction>`
		select i.id, i.partnership_id as "partnershipId", i.review_id as "reviewId", t.label as theme,
			${school(sql`giving`)} as giving, ${school(sql`gaining`)} as gaining,
			(select h from unnest(array[i.giving_member_id, i.gaining_member_id]) as h
				where h = any (array(select app_headed_members())) limit 1) as "ownId",
			i.way, i.about, i.giving_staff as "givingStaff", i.gaining_staff as "gainingStaff", i.due, i.since, i.version,
			shown_name(i.partnership_id, i.made_by) as "madeBy", (i.made_at at time zone 'Europe/London')::date as "madeOn",
			case when i.told_at is not null then json_build_object('toldBy', shown_name(i.partnership_id, i.told_by), 'metOn', i.met_on,
				'outcome', case when i.met_on is not null then i.outcome end,
				'because', case when i.met_on is null then i.given_up_because end) end as end
		from introduction i
		join member giving on giving.partnership_id = i.partnership_id and giving.id = i.giving_member_id
		join member gaining on gaining.partnership_id = i.partnership_id and gaining.id = i.gaining_member_id
		left join theme t on t.partnership_id = i.partnership_id and t.id = i.theme_id
		where ${where}
		order by i.told_at is not null, i.due, i.id limit ${most}`.execute(ctx.db);
	return rows;
}

/** A school's, whoever gives, those that wait first: as far as they are the actor's to read. */
export const introductionsOfMember = (
	ctx: Context,
	partnershipId: string,
	memberId: string,
): Promise<Introduction[]> =>
	introductions(
		ctx,
		sql`i.partnership_id = ${partnershipId} and ${memberId}::uuid in (i.giving_member_id, i.gaining_member_id)`,
	);

/** What was offered during a review, as far as it is the actor's to read. */
export const introductionsOfReview = (
	ctx: Context,
	partnershipId: string,
	reviewId: string,
): Promise<Introduction[]> =>
	introductions(ctx, sql`i.partnership_id = ${partnershipId} and i.review_id = ${reviewId}`);

/** One of them; null where there is none that the actor may read. */
export const introductionById = async (
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<Introduction | null> =>
	(await introductions(ctx, sql`i.partnership_id = ${partnershipId} and i.id = ${id}`))[0] ?? null;

/** Those that wait for schools that the actor heads, over all their partnerships, by day. */
export const myIntroductions = (ctx: Context): Promise<Introduction[]> =>
	introductions(
		ctx,
		sql`i.told_at is null and array[i.giving_member_id, i.gaining_member_id] && array(select app_headed_members())
			and coalesce(giving.until_day, 'infinity') > app_today() and coalesce(gaining.until_day, 'infinity') > app_today()`,
	);
