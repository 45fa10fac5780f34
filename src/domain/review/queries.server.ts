import { sql } from 'kysely';
import type { Answers } from '#domain/form/answer.ts';
import type { ItemForm } from '#domain/partnership/group-focus/group-focus.ts';
import type { Context } from '#platform/context.ts';
import type { ReviewKey } from './review-key.ts';

export interface Line {
	id: string;
	letter: string;
	question: string;
	origin: 'planned' | 'emerged';
	/** The host asks for suggestions on it (CSC-15). */
	suggestionsAsked: boolean;
	/** The item of the host's group that it stands for (CSC-9); null for most, and for guests. */
	item: { id: string; letter: string; form: ItemForm; group: string } | null;
}

/** The review's lines of enquiry, in the order of their letters; dropped ones left out. */
export async function lines(ctx: Context, review: ReviewKey): Promise<Line[]> {
	const { rows } = await sql<Line>`
		select l.id, l.letter, l.question, l.origin, l.suggestions_asked_by is not null as "suggestionsAsked",
			case when i.id is null then null
				else json_build_object('id', i.id, 'letter', i.letter, 'form', i.form, 'group', g.name) end as item
		from line_of_enquiry l
		left join group_item i on i.partnership_id = l.partnership_id and i.id = l.item_id
		left join member_group g on g.partnership_id = i.partnership_id and g.id = i.group_id
		where l.partnership_id = ${review.partnershipId} and l.review_id = ${review.id} and l.dropped_at is null
		order by length(l.letter), l.letter limit 100`.execute(ctx.db);
	return rows;
}

export interface TimetableEntry {
	id: string;
	kind: string;
	title: string;
	place: string;
	day: string;
	starts: string;
	ends: string;
	people: { id: string; name: string }[];
	lines: { id: string; letter: string }[];
}

/** The timetable in the order of the day, with who is where and for which lines. */
export async function timetable(ctx: Context, review: ReviewKey): Promise<TimetableEntry[]> {
	const { rows } = await sql<TimetableEntry>`
		select a.id, a.kind, a.title, a.place, a.day, a.starts, a.ends,
			coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name)
				from activity_person ap join person p on p.id = ap.person_id
				where ap.partnership_id = a.partnership_id and ap.activity_id = a.id), '[]') as people,
			coalesce((select json_agg(json_build_object('id', l.id, 'letter', l.letter) order by length(l.letter), l.letter)
				from activity_line al join line_of_enquiry l on l.partnership_id = al.partnership_id and l.id = al.line_id
				where al.partnership_id = a.partnership_id and al.activity_id = a.id and l.dropped_at is null), '[]') as lines
		from activity a
		where a.partnership_id = ${review.partnershipId} and a.review_id = ${review.id}
		order by a.day, a.starts, a.ends, a.title limit 200`.execute(ctx.db);
	return rows;
}

/** The days the timetable uses, also for whoever moves a review and may not read its plan. */
export async function timetableDays(ctx: Context, review: ReviewKey): Promise<string[]> {
	const { rows } = await sql<{
		day: string;
	}>`select timetable_days as day from timetable_days(${review.id})`.execute(ctx.db);
	return rows.map(({ day }) => day);
}

export interface Meeting {
	heldOn: string;
	answers: Answers;
	version: number;
	recordedBy: string;
}

/** The pre-review meeting as recorded, or null before it was. */
export async function preReviewMeeting(ctx: Context, review: ReviewKey): Promise<Meeting | null> {
	const { rows } = await sql<Meeting>`
		select m.held_on as "heldOn", m.answers, m.version, p.name as "recordedBy"
		from pre_review_meeting m join person p on p.id = m.recorded_by
		where m.partnership_id = ${review.partnershipId} and m.review_id = ${review.id}`.execute(ctx.db);
	return rows[0] ?? null;
}

export interface Decision {
	id: string;
	words: string;
	recordedBy: string;
	recordedAt: Date;
}

/** What was decided while planning, oldest first. */
export async function decisions(ctx: Context, review: ReviewKey): Promise<Decision[]> {
	const { rows } = await sql<Decision>`
		select d.id, d.words, p.name as "recordedBy", d.recorded_at as "recordedAt"
		from decision d join person p on p.id = d.recorded_by
		where d.partnership_id = ${review.partnershipId} and d.review_id = ${review.id}
		order by d.recorded_at limit 100`.execute(ctx.db);
	return rows;
}

export interface Tick {
	stage: string;
	on: string;
	note: string;
	by: string;
}

/** What was ticked and stands, with by whom and what they noted. */
export async function ticks(ctx: Context, review: ReviewKey): Promise<Tick[]> {
	const { rows } = await sql<Tick>`
		select t.stage_key as stage, t.ticked_on as "on", t.note, p.name as by
		from stage_tick t join person p on p.id = t.ticked_by
		where t.partnership_id = ${review.partnershipId} and t.review_id = ${review.id} and t.withdrawn_at is null
		limit 100`.execute(ctx.db);
	return rows;
}

/** The letters ever used, dropped lines included: a letter is never given twice. */
export async function usedLetters(ctx: Context, review: ReviewKey): Promise<string[]> {
	const { rows } = await sql<{ letter: string }>`
		select letter from line_of_enquiry
		where partnership_id = ${review.partnershipId} and review_id = ${review.id}`.execute(ctx.db);
	return rows.map(({ letter }) => letter);
}
