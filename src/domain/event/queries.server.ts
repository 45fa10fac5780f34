import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import type { JointEvent } from './model.ts';

/** More than a partnership holds in two years. */
const most = 300;

const row = sql`e.id, e.kind, e.title, e.words, e.from_day as "fromDay", e.to_day as "toDay", e.from_time as "fromTime",
	e.to_time as "toTime", e.at_member_id as "atMemberId", m.name as "atMemberName", e.place, e.year_groups as "yearGroups",
	e.theme_id as "themeId", t.label as "themeName", e.subject, e.led_by as "ledBy", e.speaker,
	coalesce(shown_name(e.partnership_id, e.led_by), e.speaker) as leader, coalesce(l.schools, '') as "leaderSchools",
	coalesce(l.ids, '{}') as "leaderMemberIds",
	e.led_by is not null and not stands_in(e.partnership_id, e.led_by) as "leaderLeft",
	e.bring, e.places, places_taken(e.id) as taken, e.for_whom as "forWhom", e.group_id as "groupId", g.name as "groupName",
	e.invited_ids as "invitedIds", e.planned_by as "plannedBy", e.version,
	case when e.called_off_at is not null then json_build_object('because', e.called_off_because, 'at', e.called_off_at) end as "calledOff",
	exists (select from event_write_up w where w.partnership_id = e.partnership_id and w.event_id = e.id) as "writtenUp"`;

const rows = (ctx: Context) => sql`joint_event e
	left join member m on m.partnership_id = e.partnership_id and m.id = e.at_member_id
	left join theme t on t.partnership_id = e.partnership_id and t.id = e.theme_id
	left join member_group g on g.partnership_id = e.partnership_id and g.id = e.group_id
	left join lateral (select string_agg(distinct x.name, ', ' order by x.name) as schools, array_agg(distinct x.id) as ids
		from appointment a
		join member x on x.partnership_id = a.partnership_id and x.id = a.member_id
		where a.partnership_id = e.partnership_id and a.person_id = e.led_by
			and a.from_day <= ${ctx.today}::date and (a.until_day is null or a.until_day > ${ctx.today}::date)) l on true`;

/** The events that touch some days, as far as the actor is invited or runs them, in order; those called off with them. */
export async function eventsBetween(
	ctx: Context,
	partnershipId: string,
	{ from, to }: { from: Day; to: Day },
): Promise<JointEvent[]> {
	const found = await sql<JointEvent>`
		select ${row} from ${rows(ctx)}
		where e.partnership_id = ${partnershipId} and e.to_day >= ${from}::date and e.from_day <= ${to}::date
		order by e.from_day, e.from_time nulls first, e.id limit ${most}`.execute(ctx.db);
	return found.rows;
}

/** One event; null where there is none, or the actor does not know of it. */
export async function eventById(
	ctx: Context,
	partnershipId: string,
	eventId: string,
): Promise<JointEvent | null> {
	const found = await sql<JointEvent>`
		select ${row} from ${rows(ctx)}
		where e.partnership_id = ${partnershipId} and e.id = ${eventId}`.execute(ctx.db);
	return found.rows[0] ?? null;
}

/** An event that the actor comes to or leads. */
export interface MyEvent extends JointEvent {
	partnershipId: string;
	/** Or planned it, where somebody from outside leads it or its leader has left. */
	leads: boolean;
}

const leads = sql`(e.led_by = app_person()
	or e.planned_by = app_person() and (e.led_by is null or not stands_in(e.partnership_id, e.led_by))) is true`;

/**
 * The events from a day on to which the actor comes or which they lead, over all their partnerships, those called off left out; in order.
 * They come for a school at which they work today, while it takes part.
 */
export async function myEvents(ctx: Context, from: Day): Promise<MyEvent[]> {
	const found = await sql<MyEvent>`
		select ${row}, e.partnership_id as "partnershipId", ${leads} as leads
		from ${rows(ctx)}
		where e.partnership_id = any (array(select app_partnerships())) and e.to_day >= ${from}::date and e.called_off_at is null
			and (${leads}
				or exists (select from event_joining j where j.event_id = e.id and j.person_id = app_person()
					and works_at(j.partnership_id, j.person_id, j.member_id)))
		order by e.from_day, e.from_time nulls first, e.id limit 100`.execute(ctx.db);
	return found.rows;
}

/** An event as the story of a school that took part in it tells it. */
export interface HeldEvent {
	id: string;
	kind: JointEvent['kind'];
	title: string;
	fromDay: Day;
}

/** The events that are over in which a member took part, as host or with somebody there, as far as the actor knows of them; the latest first. */
export async function eventsOfMember(
	ctx: Context,
	{ partnershipId, memberId }: { partnershipId: string; memberId: string },
): Promise<HeldEvent[]> {
	const found = await sql<HeldEvent>`
		select e.id, e.kind, e.title, e.from_day as "fromDay" from joint_event e
		left join lateral (select w.came from event_write_up w where w.partnership_id = e.partnership_id and w.event_id = e.id
			order by w.version desc limit 1) w on true
		where e.partnership_id = ${partnershipId} and e.called_off_at is null and e.to_day < ${ctx.today}::date
			and (e.at_member_id = ${memberId}
				or case when w.came is not null then w.came ? ${memberId}
					else exists (select from event_joining j where j.event_id = e.id and j.member_id = ${memberId})
						or exists (select from event_others o where o.event_id = e.id and o.member_id = ${memberId} and o.number > 0) end)
		order by e.from_day desc, e.id limit 100`.execute(ctx.db);
	return found.rows;
}

/** Somebody who can lead an event. */
export interface LeaderHere {
	personId: string;
	name: string;
	schools: string;
}

/** Everybody who stands in the partnership today, by name, with the schools at which they work. */
export async function leadersHere(ctx: Context, partnershipId: string): Promise<LeaderHere[]> {
	const { rows: people } = await sql<LeaderHere>`
		select p.person_id as "personId", shown_name(${partnershipId}, p.person_id) as name,
			coalesce(string_agg(distinct m.name, ', ' order by m.name), '') as schools
		from (
			select person_id, member_id from appointment where partnership_id = ${partnershipId}
				and from_day <= ${ctx.today}::date and (until_day is null or until_day > ${ctx.today}::date)
			union
			select person_id, null from responsibility where partnership_id = ${partnershipId}
				and from_day <= ${ctx.today}::date and (until_day is null or until_day > ${ctx.today}::date)
		) p
		left join member m on m.partnership_id = ${partnershipId} and m.id = p.member_id
		group by p.person_id order by name, p.person_id limit 1000`.execute(ctx.db);
	return people;
}

/** At which members somebody works today. */
export async function membersOfPerson(
	ctx: Context,
	partnershipId: string,
	personId: string,
): Promise<string[]> {
	const { rows: posts } = await sql<{ id: string }>`
		select distinct member_id as id from appointment
		where partnership_id = ${partnershipId} and person_id = ${personId}
			and from_day <= ${ctx.today}::date and (until_day is null or until_day > ${ctx.today}::date) limit 50`.execute(
		ctx.db,
	);
	return posts.map(({ id }) => id);
}
