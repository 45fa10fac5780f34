import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import { mostPeople, type Poll, type PollPerson } from './poll.ts';

/** A poll in a list. */
export interface PollInList extends Pick<
	Poll,
	'id' | 'title' | 'days' | 'untilDay' | 'askedByName' | 'closedAt'
> {
	asked: number;
	answered: number;
	/** Whether the actor is asked, and has answered. */
	mine: 'not asked' | 'waits' | 'answered';
}

/** More than a partnership asks in years. */
const most = 100;

/** The polls that the actor runs or is asked in, the latest first. */
export async function pollsOf(ctx: Context, partnershipId: string): Promise<PollInList[]> {
	const { rows } = await sql<PollInList>`
		select p.id, p.title, p.days, p.until_day as "untilDay", p.closed_at as "closedAt",
			shown_name(p.partnership_id, p.asked_by) as "askedByName", n.asked, n.answered,
			case n.mine when true then 'answered' when false then 'waits' else 'not asked' end as mine
		from (select * from poll where partnership_id = ${partnershipId} order by asked_at desc, id limit ${most}) p
		cross join lateral (
			select count(*)::int as asked, count(r.person_id)::int as answered,
				bool_or(r.person_id is not null) filter (where a.person_id = app_person()) as mine
			from poll_person a
			left join poll_answer r on r.partnership_id = a.partnership_id and r.poll_id = a.poll_id and r.person_id = a.person_id
			where a.partnership_id = p.partnership_id and a.poll_id = p.id and stands_in(a.partnership_id, a.person_id)) n
		order by p.asked_at desc, p.id`.execute(ctx.db);
	return rows;
}

/** One of them with everybody who was asked and stands here today; null where the actor neither runs it nor is asked. */
export async function pollById(ctx: Context, partnershipId: string, pollId: string): Promise<Poll | null> {
	const { rows } = await sql<Omit<Poll, 'people'>>`
		select id, title, words, days, until_day as "untilDay", asked_by as "askedBy",
			shown_name(partnership_id, asked_by) as "askedByName", closed_at as "closedAt"
		from poll where partnership_id = ${partnershipId} and id = ${pollId}`.execute(ctx.db);
	const poll = rows[0];
	return poll ? { ...poll, people: await peopleOf(ctx, partnershipId, pollId) } : null;
}

async function peopleOf(ctx: Context, partnershipId: string, pollId: string): Promise<PollPerson[]> {
	const { rows } = await sql<PollPerson>`
		select a.person_id as "personId", shown_name(a.partnership_id, a.person_id) as name,
			r.answered_at as "answeredAt", coalesce(r.words, '') as words
		from poll_person a
		left join poll_answer r on r.partnership_id = a.partnership_id and r.poll_id = a.poll_id and r.person_id = a.person_id
		where a.partnership_id = ${partnershipId} and a.poll_id = ${pollId} and stands_in(a.partnership_id, a.person_id)
		order by name, a.person_id limit ${mostPeople}`.execute(ctx.db);
	return rows;
}

/** A poll in which the actor is asked. */
export interface MyPoll {
	partnershipId: string;
	id: string;
	title: string;
	askedByName: string;
	untilDay: Day;
	/** Null where it still waits for their answer. */
	answeredAt: Date | null;
}

/** The polls with days to come that wait for the actor's answer or have it, in all their partnerships, the most urgent first. */
export async function myPolls(ctx: Context): Promise<MyPoll[]> {
	const { rows } = await sql<MyPoll>`
		select p.partnership_id as "partnershipId", p.id, p.title, p.until_day as "untilDay",
			shown_name(p.partnership_id, p.asked_by) as "askedByName", r.answered_at as "answeredAt"
		from poll_person a
		join poll p on p.partnership_id = a.partnership_id and p.id = a.poll_id
		left join poll_answer r on r.partnership_id = a.partnership_id and r.poll_id = a.poll_id and r.person_id = a.person_id
		where a.person_id = app_person() and p.days[cardinality(p.days)] >= ${ctx.today}::date
			and (p.closed_at is null or r.person_id is not null)
		order by p.until_day, p.id limit 50`.execute(ctx.db);
	return rows;
}

/** What somebody is called in a partnership. */
export async function nameIn(ctx: Context, partnershipId: string, personId: string): Promise<string> {
	const { rows } = await sql<{
		name: string;
	}>`select shown_name(${partnershipId}, ${personId}) as name`.execute(ctx.db);
	return rows[0]!.name;
}
