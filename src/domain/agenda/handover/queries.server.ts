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

/** The seats of people of this school on teams whose review is still to come or not yet closed, as far as the reader knows of it. */
export async function seatsOf(ctx: Context, { partnershipId, memberId }: Of): Promise<Seat[]> {
	const { rows } = await sql<Seat>`
		select t.review_id as "reviewId", t.person_id as "personId", shown_name(t.partnership_id, t.person_id) as name, t.role,
			not bool_or(a.until_day is null or a.until_day > ${ctx.today}::date) as "headGone"
		from appointment a
		join team_member t on t.partnership_id = a.partnership_id and t.person_id = a.person_id
			and (t.left_on is null or t.left_on > ${ctx.today}::date)
		join review r on r.partnership_id = t.partnership_id and r.id = t.review_id
		where a.partnership_id = ${partnershipId} and a.member_id = ${memberId} and r.host_member_id <> ${memberId}
			and (r.first_day is null or r.last_day >= ${ctx.today}::date)
			and not exists (select from closure c where c.partnership_id = r.partnership_id and c.review_id = r.id)
		group by t.partnership_id, t.review_id, t.person_id, t.role, r.first_day
		having bool_or(a.until_day is null or a.until_day > ${ctx.today}::date) or bool_or(a.role = any (${[...headRoles]}::text[]))
		order by r.first_day nulls last, name limit ${mostReviews}`.execute(ctx.db);
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

/** The actions of a school's reviews that are not done, by due day; as far as the reader's audience keys reach. */
export async function openActionsOf(ctx: Context, { partnershipId, memberId }: Of): Promise<OpenAction[]> {
	const { rows } = await sql<OpenAction>`
		select a.id, a.review_id as "reviewId", a.title, a.owner, a.due, coalesce(u.progress, 'not started') as progress
		from review r
		join action a on a.partnership_id = r.partnership_id and a.review_id = r.id
		left join lateral (select progress from action_update au
			where au.partnership_id = a.partnership_id and au.action_id = a.id
			order by au.written_at desc, au.id desc limit 1) u on true
		where r.partnership_id = ${partnershipId} and r.host_member_id = ${memberId} and coalesce(u.progress, '') <> 'done'
		order by a.due, a.id limit ${mostActions}`.execute(ctx.db);
	return rows;
}

/** A school that somebody began to head a short while ago. */
export interface NewHeadship {
	partnershipId: string;
	memberId: string;
	memberName: string;
}

/** Where the actor is a head, confirmed, since a day or later, and somebody was before them. */
export async function newHeadships(ctx: Context, sinceDay: string): Promise<NewHeadship[]> {
	if (ctx.actor.kind !== 'person') return [];
	const { rows } = await sql<NewHeadship>`
		select distinct a.partnership_id as "partnershipId", a.member_id as "memberId", m.name as "memberName"
		from appointment a
		join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
		join member m on m.partnership_id = a.partnership_id and m.id = a.member_id
		where a.person_id = ${ctx.actor.id} and a.role = any (${[...headRoles]}::text[])
			and a.from_day between ${sinceDay}::date and ${ctx.today}::date
			and (a.until_day is null or a.until_day > ${ctx.today}::date)
			and exists (select from appointment b where b.partnership_id = a.partnership_id and b.member_id = a.member_id
				and b.person_id <> a.person_id and b.role = any (${[...headRoles]}::text[]) and b.until_day <= ${ctx.today}::date)
		order by m.name limit 20`.execute(ctx.db);
	return rows;
}
