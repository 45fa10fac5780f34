import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Expertise, Need } from './model.ts';

/** Five offers of each of two hundred schools; nor has a school stated its need more often than a page shows. */
const mostOffers = 1000;
const mostNeeds = 200;
const mostStatements = 40;

/** What schools of a partnership can share, by theme and school: of those that still take part, or of one alone. */
export async function expertiseOf(
	ctx: Context,
	partnershipId: string,
	memberId: string | null = null,
): Promise<Expertise[]> {
	const { rows } = await sql<Expertise>`
		select e.id, e.member_id as "memberId", m.name as "memberName", e.theme_id as "themeId", t.label as theme, e.ways, e.words, e.who, e.phases,
			e.days_a_term as "daysATerm", (e.offered_at at time zone 'Europe/London')::date as "offeredOn"
		from expertise e
		join theme t on t.partnership_id = e.partnership_id and t.id = e.theme_id
		join member m on m.partnership_id = e.partnership_id and m.id = e.member_id
			and (m.until_day is null or m.until_day > ${ctx.today}::date)
		where e.partnership_id = ${partnershipId} and e.withdrawn_at is null
			and (${memberId}::uuid is null or e.member_id = ${memberId}::uuid)
		order by lower(t.label), m.name, e.id limit ${mostOffers}`.execute(ctx.db);
	return rows;
}

const statement = sql`n.member_id as "memberId", n.number, n.status, n.theme_ids as "themeIds", n.words,
	shown_name(n.partnership_id, n.stated_by) as "statedBy", (n.stated_at at time zone 'Europe/London')::date as "statedOn"`;

/** What a school has said that it needs, the latest first, as far as it is the actor's to read. */
export async function needsOfMember(ctx: Context, partnershipId: string, memberId: string): Promise<Need[]> {
	const { rows } = await sql<Need>`
		select ${statement} from need n
		where n.partnership_id = ${partnershipId} and n.member_id = ${memberId}
		order by n.number desc limit ${mostStatements}`.execute(ctx.db);
	return rows;
}

/** The latest statement of each school, as far as they are the actor's to read: all of them to whoever leads. */
export async function presentNeeds(ctx: Context, partnershipId: string): Promise<Need[]> {
	const { rows } = await sql<Need>`
		select distinct on (n.member_id) ${statement} from need n
		where n.partnership_id = ${partnershipId}
		order by n.member_id, n.number desc limit ${mostNeeds}`.execute(ctx.db);
	return rows;
}
