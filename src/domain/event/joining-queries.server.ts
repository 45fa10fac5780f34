import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

interface OfEvent {
	partnershipId: string;
	eventId: string;
}

/** Who comes from one school. */
export interface ComingSchool {
	memberId: string;
	memberName: string;
	/** The school has left the partnership since; its places are free. */
	left: boolean;
	people: Comer[];
	/** Besides them, who do not sign in here. */
	others: number;
	/** Of what was said of others; 0 before anything was. */
	othersVersion: number;
}

export interface Comer {
	personId: string;
	name: string;
	/** They do not work there any more; their place is free. */
	left: boolean;
}

/** Those who come to an event, by school, in order of names. */
export async function comingTo(ctx: Context, { partnershipId, eventId }: OfEvent): Promise<ComingSchool[]> {
	const { rows } = await sql<ComingSchool>`
		select m.id as "memberId", m.name as "memberName", coalesce(m.until_day <= ${ctx.today}::date, false) as left,
			coalesce(j.people, '[]') as people, coalesce(o.number, 0) as others, coalesce(o.version, 0) as "othersVersion"
		from member m
		left join lateral (
			select json_agg(json_build_object('personId', x.person_id, 'name', shown_name(x.partnership_id, x.person_id),
				'left', not works_at(x.partnership_id, x.person_id, x.member_id)) order by shown_name(x.partnership_id, x.person_id)) as people
			from event_joining x where x.partnership_id = m.partnership_id and x.event_id = ${eventId} and x.member_id = m.id) j on true
		left join event_others o on o.partnership_id = m.partnership_id and o.event_id = ${eventId} and o.member_id = m.id
		where m.partnership_id = ${partnershipId} and (j.people is not null or o.version is not null)
		order by m.name, m.id limit 200`.execute(ctx.db);
	return rows;
}

const comers = ({ partnershipId, eventId }: OfEvent) => sql`
	select j.member_id, j.person_id from event_joining j
	where j.partnership_id = ${partnershipId} and j.event_id = ${eventId} and works_at(j.partnership_id, j.person_id, j.member_id)
	union
	select o.member_id, o.said_by from event_others o
	where o.partnership_id = ${partnershipId} and o.event_id = ${eventId} and o.number > 0
		and works_at(o.partnership_id, o.said_by, o.member_id)`;

/** Those who come for some schools, and those who said how many others do; each once, and nobody who has left. */
export async function peopleOfSchools(
	ctx: Context,
	of: OfEvent,
	memberIds: readonly string[],
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct c.person_id as id from (${comers(of)}) c
		where c.member_id = any (${[...memberIds]}::uuid[]) limit 2000`.execute(ctx.db);
	return rows.map(({ id }) => id);
}

/** Those who have a part in an event: who come, said how many others do, lead it or planned it; each once, and nobody who has left. */
export async function peopleOfEvent(ctx: Context, of: OfEvent): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select person_id as id from (${comers(of)}) c
		union
		select p.id from joint_event e cross join unnest(array[e.led_by, e.planned_by]) p (id)
		where e.partnership_id = ${of.partnershipId} and e.id = ${of.eventId} and stands_in(e.partnership_id, p.id)
		limit 2000`.execute(ctx.db);
	return rows.map(({ id }) => id);
}

/** Somebody who works at a school and can come from there. */
export interface PersonAtSchool {
	memberId: string;
	personId: string;
	name: string;
}

/** The people who work at some members today, by name. */
export async function peopleAt(
	ctx: Context,
	partnershipId: string,
	memberIds: readonly string[],
): Promise<PersonAtSchool[]> {
	const { rows } = await sql<PersonAtSchool>`
		select distinct a.member_id as "memberId", a.person_id as "personId", shown_name(a.partnership_id, a.person_id) as name
		from appointment a
		where a.partnership_id = ${partnershipId} and a.member_id = any (${[...memberIds]}::uuid[])
			and a.from_day <= ${ctx.today}::date and (a.until_day is null or a.until_day > ${ctx.today}::date)
		order by name, "personId" limit 500`.execute(ctx.db);
	return rows;
}

/** The members invited to an event that take part today: all, a group's, or those named, and its host. */
export async function invitedMembers(
	ctx: Context,
	partnershipId: string,
	event: {
		forWhom: string;
		groupId: string | null;
		invitedIds: readonly string[];
		atMemberId: string | null;
	},
): Promise<{ id: string; name: string }[]> {
	const { rows } = await sql<{ id: string; name: string }>`
		select m.id, m.name from member m
		where m.partnership_id = ${partnershipId} and (m.until_day is null or m.until_day > ${ctx.today}::date)
			and (${event.forWhom} = 'all' or m.id = ${event.atMemberId}::uuid or m.id = any (${[...event.invitedIds]}::uuid[])
				or exists (select from group_membership g where g.partnership_id = m.partnership_id
					and g.group_id = ${event.groupId}::uuid and g.member_id = m.id))
		order by m.name, m.id limit 200`.execute(ctx.db);
	return rows;
}
