import { sql } from 'kysely';
import type { Progress } from '#domain/improvement/model.ts';
import type { Context } from '#platform/context.ts';
import type { ProfileYear, SchoolEvent } from './story.ts';

interface Of {
	partnershipId: string;
	memberId: string;
}

/** What was told of a school beside its reviews, the latest first, as far as the actor may read it. */
export async function eventsOf(ctx: Context, { partnershipId, memberId }: Of): Promise<SchoolEvent[]> {
	const { rows } = await sql<SchoolEvent>`
		select e.id, e.kind, e.year, e.day, e.words, e.opened, p.name as "toldBy", e.version
		from school_event e join person p on p.id = e.told_by
		where e.partnership_id = ${partnershipId} and e.member_id = ${memberId} and e.taken_back_at is null
		order by e.year desc, e.day desc nulls last, e.id limit 100`.execute(ctx.db);
	return rows;
}

/** How a member's schools were, year by year, the latest first. */
export async function profileYears(ctx: Context, { partnershipId, memberId }: Of): Promise<ProfileYear[]> {
	const { rows } = await sql<ProfileYear>`
		select y.school_id as "schoolId", y.school_year as "schoolYear", y.on_roll as "onRoll", y.disadvantaged, y.send, y.eal, y.moved,
			p.name as "enteredBy", y.version
		from member_school ms
		join profile_year y on y.partnership_id = ms.partnership_id and y.school_id = ms.school_id
		join person p on p.id = y.entered_by
		where ms.partnership_id = ${partnershipId} and ms.member_id = ${memberId}
		order by y.school_year desc, y.school_id limit 100`.execute(ctx.db);
	return rows;
}

/** A finding of one of a school's reviews, with what is done about it. */
export interface ToldFinding {
	id: string;
	reviewId: string;
	protocolVersionId: string;
	kind: string;
	seen: string;
	actions: { title: string; due: string; progress: Progress; givenUp: object | null }[];
}

/** The findings of the latest twelve of a school's reviews whose report is out, in the reports' order; as far as the actor's keys reach. */
export async function findingsOfSchool(
	ctx: Context,
	{ partnershipId, memberId }: Of,
): Promise<ToldFinding[]> {
	const { rows } = await sql<ToldFinding>`
		with told as (
			select r.partnership_id, r.id, r.first_day, r.protocol_version_id from review r
			where r.partnership_id = ${partnershipId} and r.host_member_id = ${memberId}
				and exists (select from publication p where p.partnership_id = r.partnership_id and p.review_id = r.id)
			order by r.first_day desc limit 12
		)
		select f.id, f.review_id as "reviewId", t.protocol_version_id as "protocolVersionId", f.kind, f.seen, coalesce(a.actions, '[]') as actions
		from told t
		join finding f on f.partnership_id = t.partnership_id and f.review_id = t.id
		left join lateral (select json_agg(x order by x.due) as actions
			from (select a.title, a.due, coalesce(u.progress, 'not started') as progress,
					case when a.given_up_at is not null then json_build_object('at', a.given_up_at) end as "givenUp"
				from action a
				left join lateral (select progress from action_update w
					where w.partnership_id = a.partnership_id and w.action_id = a.id
					order by w.written_at desc, w.id desc limit 1) u on true
				where a.partnership_id = f.partnership_id and a.finding_id = f.id) x) a on true
		where not exists (select from finding_withdrawal w where w.partnership_id = f.partnership_id and w.finding_id = f.id)
		order by t.first_day desc, f.position, f.id limit 240`.execute(ctx.db);
	return rows;
}
