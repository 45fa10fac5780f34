import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import type { Poll, PollPerson } from './poll.ts';

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
			shown_name(p.partnership_id, p.asked_by) as "askedByName", count(*)::int as asked, count(r.person_id)::int as answered,
			case when bool_or(a.person_id = app_person() and r.person_id is not null) then 'answered'
				when bool_or(a.person_id = app_person()) then 'waits' else 'not asked' end as mine
		from poll p
		join poll_person a on a.partnership_id = p.partnership_id and a.poll_id = p.id
		left join poll_reply r on r.partnership_id = a.partnership_id and r.poll_id = a.poll_id and r.person_id = a.person_id
		where p.partnership_id = ${partnershipId}
		group by p.partnership_id, p.id
		order by p.asked_at desc, p.id limit ${most}`.execute(ctx.db);
	return rows;
}

/** One of them with everybody who was asked; null where the actor neither runs it nor is asked. */
export async function pollById(ctx: Context, partnershipId: string, pollId: string): Promise<Poll | null> {
	const { rows } = await sql<Omit<Poll, 'people'>>`
		select id, title, note, days, until_day as "untilDay", asked_by as "askedBy",
			shown_name(partnership_id, asked_by) as "askedByName", asked_at as "askedAt", closed_at as "closedAt"
		from poll where partnership_id = ${partnershipId} and id = ${pollId}`.execute(ctx.db);
	const poll = rows[0];
	return poll ? { ...poll, people: await peopleOf(ctx, partnershipId, pollId) } : null;
}

async function peopleOf(ctx: Context, partnershipId: string, pollId: string): Promise<PollPerson[]> {
	const { rows } = await sql<PollPerson>`
		select a.person_id as "personId", shown_name(a.partnership_id, a.person_id) as name, a.told_at as "toldAt",
			r.replied_at as "repliedAt", coalesce(r.words, '') as words
		from poll_person a
		left join poll_reply r on r.partnership_id = a.partnership_id and r.poll_id = a.poll_id and r.person_id = a.person_id
		where a.partnership_id = ${partnershipId} and a.poll_id = ${pollId}
		order by name, a.person_id limit 500`.execute(ctx.db);
	return rows;
}

/** A poll that waits for the actor's answer. */
export interface PollToAnswer {
	partnershipId: string;
	id: string;
	title: string;
	askedByName: string;
	untilDay: Day;
}

/** The open polls that the actor has not answered, in all their partnerships, the most urgent first. */
export async function pollsToAnswer(ctx: Context): Promise<PollToAnswer[]> {
	const { rows } = await sql<PollToAnswer>`
		select p.partnership_id as "partnershipId", p.id, p.title, p.until_day as "untilDay",
			shown_name(p.partnership_id, p.asked_by) as "askedByName"
		from poll_person a
		join poll p on p.partnership_id = a.partnership_id and p.id = a.poll_id
		where a.person_id = app_person() and p.closed_at is null and p.days[cardinality(p.days)] >= ${ctx.today}::date
			and not exists (select from poll_reply r
				where r.partnership_id = a.partnership_id and r.poll_id = a.poll_id and r.person_id = a.person_id)
		order by p.until_day, p.id limit 20`.execute(ctx.db);
	return rows;
}
