import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Measure } from './impact/impact.ts';
import type { Progress } from './model.ts';
import type { OfReview } from './store.server.ts';

/** A small step of an action with a day of its own. */
export interface Milestone {
	id: string;
	words: string;
	due: string;
	/** An instant's day in London. */
	reachedOn: string | null;
}

export interface FormerAction {
	title: string;
	owner: string;
	measureOfSuccess: string;
	/** An instant. */
	until: string;
}

export interface ActionRow {
	id: string;
	title: string;
	owner: string;
	ownerId: string | null;
	/** What it answers, whether or not its reader reads that. */
	findingId: string;
	due: string;
	measureOfSuccess: string;
	version: number;
	/** What it said before, the latest last. */
	former: FormerAction[];
	/** Why it is not gone on with, and since when. */
	givenUp: { because: string; at: string } | null;
	/** Its owner signed in here and holds no post at the host any more. */
	ownerHasLeft: boolean;
	/** By day. */
	milestones: Milestone[];
	/** What it serves, of what its reader may see. */
	aims: { id: string; title: string }[];
	/** What its last update says; 'not started' before the first. */
	progress: Progress;
	/** Null for an owner to whom the findings are not open. */
	finding: { id: string; kind: string; seen: string } | null;
	updates: {
		id: string;
		progress: Progress;
		words: string;
		/** Evidence of change: a figure then and a figure now, and where they are from. */
		measure: Measure | null;
		source: string;
		/** The head has told it as impact. */
		asImpact: boolean;
		/** The day it had been due, where this update moved it. */
		dueBefore: string | null;
		writtenBy: string;
		writtenAt: string;
	}[];
}

/**
 * A review's actions by due day, the undone first and those given up last, each with the finding it answers and its updates, newest first; as far as
 * the actor's audience keys reach. One action alone where its id is given, or those that answer some findings.
 */
export async function actionsOf(
	ctx: Context,
	review: OfReview,
	only: { id?: string; findings?: readonly string[] } = {},
): Promise<ActionRow[]> {
	const { id = null, findings = null } = only;
	const { rows } = await sql<ActionRow>`
		select a.id, a.title, a.owner, a.owner_id as "ownerId", a.finding_id as "findingId", a.due, a.measure_of_success as "measureOfSuccess",
			a.version, a.former, has_left_host(a.review_id, a.owner_id) as "ownerHasLeft",
			case when a.given_up_at is not null then json_build_object('because', a.given_up_because, 'at', a.given_up_at) end as "givenUp",
			coalesce(m.milestones, '[]') as milestones, coalesce(g.aims, '[]') as aims,
			coalesce(u.updates -> 0 ->> 'progress', 'not started') as progress,
			case when f.id is null then null else json_build_object('id', f.id, 'kind', f.kind, 'seen', f.seen) end as finding,
			coalesce(u.updates, '[]') as updates
		from action a
		left join finding f on f.partnership_id = a.partnership_id and f.id = a.finding_id
		left join lateral (
			select json_agg(json_build_object('id', x.id, 'progress', x.progress, 'words', x.words, 'dueBefore', x.due_before,
				'measure', case when x.measure <> '' then json_build_object('what', x.measure, 'before', x.before, 'now', x.now) end,
				'source', x.source, 'asImpact', exists (select from impact i
					where i.partnership_id = x.partnership_id and i.id = x.id and i.taken_back_at is null),
				'writtenBy', p.name, 'writtenAt', x.written_at) order by x.written_at desc, x.id desc) as updates
			from (select * from action_update au where au.partnership_id = a.partnership_id and au.action_id = a.id
				order by au.written_at desc, au.id desc limit 50) x
			join person p on p.id = x.written_by) u on true
		left join lateral (
			select json_agg(json_build_object('id', s.id, 'words', s.words, 'due', s.due,
				'reachedOn', (s.reached_at at time zone 'Europe/London')::date) order by s.due, s.id) as milestones
			from action_milestone s where s.partnership_id = a.partnership_id and s.action_id = a.id) m on true
		left join lateral (
			select json_agg(json_build_object('id', t.id, 'title', t.title) order by t.of, t.set_at) as aims
			from action_aim l join aim t on t.partnership_id = l.partnership_id and t.id = l.aim_id
			where l.partnership_id = a.partnership_id and l.action_id = a.id) g on true
		where a.partnership_id = ${review.partnershipId} and a.review_id = ${review.id}
			and (${id}::uuid is null or a.id = ${id}::uuid)
			and (${findings && [...findings]}::uuid[] is null or a.finding_id = any (${findings && [...findings]}::uuid[]))
		order by a.given_up_at is not null, coalesce(u.updates -> 0 ->> 'progress', '') = 'done', a.due, a.planned_at
		limit 100`.execute(ctx.db);
	return rows;
}

export interface AnswerableFinding {
	id: string;
	kind: string;
	seen: string;
	effect: string;
	/** The line it answers; null where it answers none, or the plan is not this reader's. */
	line: { letter: string; question: string; emerged: boolean } | null;
	actions: number;
}

/** The findings an action can answer, in the report's order, with how many answer each already. */
export async function answerableFindings(ctx: Context, review: OfReview): Promise<AnswerableFinding[]> {
	const { rows } = await sql<AnswerableFinding>`
		select f.id, f.kind, f.seen, f.effect,
			case when l.id is null then null else json_build_object('letter', l.letter, 'question', l.question,
				'emerged', l.origin = 'emerged') end as line,
			(select count(*)::int from action a where a.partnership_id = f.partnership_id and a.finding_id = f.id) as actions
		from finding f
		left join line_of_enquiry l on l.partnership_id = f.partnership_id and l.id = f.line_id
		where f.partnership_id = ${review.partnershipId} and f.review_id = ${review.id}
			and not exists (select from finding_withdrawal w where w.partnership_id = f.partnership_id and w.finding_id = f.id)
		order by f.position, f.id limit 100`.execute(ctx.db);
	return rows;
}

/** People of the host school who sign in: an action can name one of them as its owner. */
export async function hostPeople(
	ctx: Context,
	hostMemberId: string,
): Promise<{ id: string; name: string }[]> {
	const { rows } = await sql<{ id: string; name: string }>`
		select distinct p.id, p.name from appointment a join person p on p.id = a.person_id
		where a.member_id = ${hostMemberId} and a.role <> 'governor'
			and a.from_day <= ${ctx.today}::date and (a.until_day is null or a.until_day > ${ctx.today}::date)
		order by p.name limit 100`.execute(ctx.db);
	return rows;
}

/** Those who once held a post at the host school and hold none now: none of them is asked to make sure of anything. */
export async function hostLeavers(
	ctx: Context,
	hostMemberId: string,
): Promise<{ id: string; name: string }[]> {
	const { rows } = await sql<{ id: string; name: string }>`
		select distinct p.id, p.name from appointment a join person p on p.id = a.person_id
		where a.member_id = ${hostMemberId} and a.role <> 'governor' and a.until_day <= ${ctx.today}::date
			and not exists (select from appointment n where n.partnership_id = a.partnership_id and n.member_id = a.member_id
				and n.person_id = a.person_id and n.role <> 'governor'
				and (n.until_day is null or n.until_day > ${ctx.today}::date))
		order by p.name limit 500`.execute(ctx.db);
	return rows;
}

export interface ProgressReport {
	id: string;
	words: string;
	reportedBy: string;
	reportedAt: Date;
}

/** What the head has reported to the partnership's meetings (NFS-15), newest first. */
export async function progressReports(ctx: Context, review: OfReview): Promise<ProgressReport[]> {
	const { rows } = await sql<ProgressReport>`
		select r.id, r.words, p.name as "reportedBy", r.reported_at as "reportedAt"
		from progress_report r join person p on p.id = r.reported_by
		where r.partnership_id = ${review.partnershipId} and r.review_id = ${review.id}
		order by r.reported_at desc limit 50`.execute(ctx.db);
	return rows;
}
