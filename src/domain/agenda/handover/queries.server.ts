import { sql } from 'kysely';
import { headRoles } from '#domain/partnership/model.ts';
import type { Progress } from '#domain/improvement/model.ts';
import type { Context } from '#platform/context.ts';

interface Of {
	partnershipId: string;
	memberId: string;
}

/** A school hosts, and its people help with, no more than these at once. */
const mostReviews = 100;
const mostActions = 100;

/** Somebody who was or is at a school, on the team of another school's review. */
export interface Seat {
	reviewId: string;
	personId: string;
	name: string;
	role: string;
	/** They hold no post at the school any more, and were its head. */
	headGone: boolean;
}

/** What was promised longer ago than this, and never closed, is no longer waited for. */
const longestDays = 365;

/**
 * The seats that this school gave: of people who held a post here when they joined the team of another school's review that is still to
 * come or, within a year, not closed. Of those who hold none here any more only its heads, as far as the reader knows of the review.
 */
export async function seatsOf(ctx: Context, { partnershipId, memberId }: Of): Promise<Seat[]> {
	const joined = sql`(t.added_at at time zone 'Europe/London')::date`;
	const { rows } = await sql<Seat>`
		with post as (
			select a.person_id, a.from_day, a.until_day, a.role = any (${[...headRoles]}::text[]) as heads
			from appointment a
			where a.partnership_id = ${partnershipId} and a.member_id = ${memberId}
				and (a.role <> all (${[...headRoles]}::text[]) or exists (select from appointment_confirmation c
					where c.partnership_id = a.partnership_id and c.appointment_id = a.id))
		), seat as (
			select t.review_id, t.person_id, t.role, r.first_day, bool_or(p.heads) as headed, not exists (select from post n
				where n.person_id = t.person_id and (n.until_day is null or n.until_day > ${ctx.today}::date)) as gone
			from post p
			join team_member t on t.partnership_id = ${partnershipId} and t.person_id = p.person_id
				and (t.left_on is null or t.left_on > ${ctx.today}::date)
				and p.from_day <= ${joined} and (p.until_day is null or p.until_day > ${joined})
			join review r on r.partnership_id = t.partnership_id and r.id = t.review_id
			where r.host_member_id <> ${memberId} and (r.last_day is null or r.last_day >= ${ctx.today}::date - ${longestDays}::int)
				and not exists (select from closure c where c.partnership_id = r.partnership_id and c.review_id = r.id)
			group by t.review_id, t.person_id, t.role, r.first_day
		)
		select review_id as "reviewId", person_id as "personId", shown_name(${partnershipId}, person_id) as name, role,
			gone as "headGone"
		from seat where headed or not gone
		order by first_day nulls last, name limit ${mostReviews}`.execute(ctx.db);
	return rows;
}

/** The ids of a school's own reviews that are not closed, the latest first. */
export async function openReviewsOf(ctx: Context, { partnershipId, memberId }: Of): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select r.id from review r
		where r.partnership_id = ${partnershipId} and r.host_member_id = ${memberId}
			and not exists (select from closure c where c.partnership_id = r.partnership_id and c.review_id = r.id)
		order by r.first_day desc nulls first, r.id limit ${mostReviews}`.execute(ctx.db);
	return rows.map(({ id }) => id);
}

/** Something that a school has still to do because of a review. */
export interface OpenAction {
	id: string;
	reviewId: string;
	title: string;
	owner: string;
	due: string;
	progress: Progress;
}

/** The actions of a school's reviews that are neither done nor given up, by due day; as far as the reader's audience keys reach. */
export async function openActionsOf(ctx: Context, { partnershipId, memberId }: Of): Promise<OpenAction[]> {
	const { rows } = await sql<OpenAction>`
		select a.id, a.review_id as "reviewId", a.title, a.owner, a.due, coalesce(u.progress, 'not started') as progress
		from review r
		join action a on a.partnership_id = r.partnership_id and a.review_id = r.id
		left join lateral (select progress from action_update au
			where au.partnership_id = a.partnership_id and au.action_id = a.id
			order by au.written_at desc, au.id desc limit 1) u on true
		where r.partnership_id = ${partnershipId} and r.host_member_id = ${memberId} and coalesce(u.progress, '') <> 'done' and a.given_up_at is null
		order by a.due, a.id limit ${mostActions}`.execute(ctx.db);
	return rows;
}

/** A school that somebody began to head a short while ago. */
export interface NewHeadship {
	partnershipId: string;
	memberId: string;
	memberName: string;
}

/** How long after a head began they find the way to the handover on their Home. */
const newForDays = 120;

/** Where the actor is a head, confirmed, for no longer than that, and somebody was before them. */
export async function newHeadships(ctx: Context): Promise<NewHeadship[]> {
	if (ctx.actor.kind !== 'person') return [];
	const { rows } = await sql<NewHeadship>`
		select distinct a.partnership_id as "partnershipId", a.member_id as "memberId", m.name as "memberName"
		from appointment a
		join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
		join member m on m.partnership_id = a.partnership_id and m.id = a.member_id
		where a.person_id = ${ctx.actor.id} and a.role = any (${[...headRoles]}::text[])
			and a.from_day between ${ctx.today}::date - ${newForDays}::int and ${ctx.today}::date
			and (a.until_day is null or a.until_day > ${ctx.today}::date)
			and exists (select from appointment b where b.partnership_id = a.partnership_id and b.member_id = a.member_id
				and b.person_id <> a.person_id and b.role = any (${[...headRoles]}::text[]) and b.until_day <= ${ctx.today}::date
				and exists (select from appointment_confirmation d
					where d.partnership_id = b.partnership_id and d.appointment_id = b.id))
		order by m.name limit 20`.execute(ctx.db);
	return rows;
}
