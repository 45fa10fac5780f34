import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { EventKind } from './model.ts';

/** A finding or an action of a school's own, as a choice shows it. */
export interface Linkable {
	id: string;
	reviewId: string;
	memberName: string;
	words: string;
	/** The theme by which others know what it is about; null where it carries none. */
	themeId: string | null;
}

/** The findings of published reports on some schools that stand and are the actor's to read, the latest reports first. */
export async function linkableFindings(
	ctx: Context,
	partnershipId: string,
	memberIds: readonly string[],
): Promise<Linkable[]> {
	if (memberIds.length === 0) return [];
	const { rows } = await sql<Linkable>`
		select f.id, f.review_id as "reviewId", m.name as "memberName", f.seen as words,
			(select min(t.theme_id::text)::uuid from finding_theme t
				where t.partnership_id = f.partnership_id and t.finding_id = f.id) as "themeId"
		from review r
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		join finding f on f.partnership_id = r.partnership_id and f.review_id = r.id
		where r.partnership_id = ${partnershipId} and r.host_member_id = any (${[...memberIds]}::uuid[])
			and exists (select from publication p where p.partnership_id = r.partnership_id and p.review_id = r.id)
			and not exists (select from finding_withdrawal w where w.partnership_id = f.partnership_id and w.finding_id = f.id)
		order by r.first_day desc, f.position, f.id limit 200`.execute(ctx.db);
	return rows;
}

/** The actions of such schools that are not given up, by the same order of reviews. */
export async function linkableActions(
	ctx: Context,
	partnershipId: string,
	memberIds: readonly string[],
): Promise<Linkable[]> {
	if (memberIds.length === 0) return [];
	const { rows } = await sql<Linkable>`
		select a.id, a.review_id as "reviewId", m.name as "memberName", a.title as words, null as "themeId"
		from review r
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		join action a on a.partnership_id = r.partnership_id and a.review_id = r.id
		where r.partnership_id = ${partnershipId} and r.host_member_id = any (${[...memberIds]}::uuid[])
			and exists (select from publication p where p.partnership_id = r.partnership_id and p.review_id = r.id)
			and a.given_up_at is null
		order by r.first_day desc, a.due, a.id limit 200`.execute(ctx.db);
	return rows;
}

/** What an event follows from or serves, as far as the actor reads that. */
export interface LinkedOfEvent {
	of: 'finding' | 'action';
	id: string;
	reviewId: string;
	memberId: string;
	memberName: string;
	words: string;
}

export async function linksOf(
	ctx: Context,
	{ partnershipId, eventId }: { partnershipId: string; eventId: string },
): Promise<LinkedOfEvent[]> {
	const { rows } = await sql<LinkedOfEvent>`
		select x.of, x.id, x.review_id as "reviewId", m.id as "memberId", m.name as "memberName", x.words from (
			select 'finding' as of, f.id, f.review_id, f.seen as words, l.linked_at
			from event_finding l join finding f on f.partnership_id = l.partnership_id and f.id = l.finding_id
			where l.partnership_id = ${partnershipId} and l.event_id = ${eventId}
			union all
			select 'action', a.id, a.review_id, a.title, l.linked_at
			from event_action l join action a on a.partnership_id = l.partnership_id and a.id = l.action_id
			where l.partnership_id = ${partnershipId} and l.event_id = ${eventId}
		) x
		join review r on r.partnership_id = ${partnershipId} and r.id = x.review_id
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		order by x.of desc, x.linked_at, x.id limit 100`.execute(ctx.db);
	return rows;
}

/** An event as it stands beside a finding or an action. */
export interface LinkedEvent {
	/** The finding or the action. */
	thingId: string;
	id: string;
	kind: EventKind;
	title: string;
	fromDay: string;
	toDay: string;
	calledOff: boolean;
}

/** The events that serve the actions of a review, or follow from its findings, as far as the actor reads both. */
export async function eventsOfReview(
	ctx: Context,
	review: { partnershipId: string; id: string },
): Promise<LinkedEvent[]> {
	const { rows } = await sql<LinkedEvent>`
		select l.thing_id as "thingId", e.id, e.kind, e.title, e.from_day as "fromDay", e.to_day as "toDay",
			e.called_off_at is not null as "calledOff"
		from (
			select partnership_id, event_id, finding_id as thing_id from event_finding
			where partnership_id = ${review.partnershipId} and review_id = ${review.id}
			union all
			select partnership_id, event_id, action_id from event_action
			where partnership_id = ${review.partnershipId} and review_id = ${review.id}
		) l
		join joint_event e on e.partnership_id = l.partnership_id and e.id = l.event_id
		order by e.from_day, e.id limit 200`.execute(ctx.db);
	return rows;
}
