import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Standing } from './standing.ts';
import type { Revision } from './wordings.ts';
import type { SortingDeed } from './step-store.server.ts';

// All of it as far as the actor's audience keys reach: row-level security leaves the rest out.

interface Review {
	partnershipId: string;
	id: string;
}

/** All findings of a review, also those that stand no longer. */
export async function standingsOf(ctx: Context, review: Review): Promise<Standing[]> {
	const { rows } = await sql<Standing>`
		select f.id, w.finding_id is null as stands, f.kind, f.line_id as "lineId", f.seen, f.effect, f.position, f.version,
			array(select fe.evidence_id::text from finding_evidence fe
				where fe.partnership_id = f.partnership_id and fe.finding_id = f.id order by fe.evidence_id) as evidence
		from finding f
		left join finding_withdrawal w on w.partnership_id = f.partnership_id and w.finding_id = f.id
		where f.partnership_id = ${review.partnershipId} and f.review_id = ${review.id}
		order by f.position, f.id limit 1000`.execute(ctx.db);
	return rows;
}

/** A step with how the findings it changed stood before it; null where there is none in this review. */
export interface StepTaken {
	id: string;
	number: number;
	deed: SortingDeed;
	doneBy: string;
	undone: boolean;
	before: Omit<Standing, 'version'>[];
	/** Who has changed one of these findings since, and has not taken that back. */
	changedSince: { id: string; name: string } | null;
}

export async function stepTaken(ctx: Context, review: Review, stepId: string): Promise<StepTaken | null> {
	const { rows } = await sql<StepTaken>`
		select s.id, s.number, s.deed, s.done_by as "doneBy",
			exists (select from sorting_step u where u.partnership_id = s.partnership_id and u.undoes = s.id) as undone,
			(select coalesce(json_agg(json_build_object('id', r.finding_id, 'stands', r.stood, 'kind', r.kind, 'lineId', r.line_id,
					'seen', r.seen, 'effect', r.effect, 'position', r.position, 'evidence', r.evidence) order by r.finding_id), '[]')
				from finding_revision r where r.partnership_id = s.partnership_id and r.step_id = s.id) as before,
			(select json_build_object('id', later.done_by, 'name', p.name) from sorting_step later
				join person p on p.id = later.done_by
				where later.partnership_id = s.partnership_id and later.review_id = s.review_id
					and later.number > s.number and later.deed <> 'undo' and not exists
						(select from sorting_step u where u.partnership_id = later.partnership_id and u.undoes = later.id)
					and exists (select from finding_revision r
						join finding_revision own on own.partnership_id = r.partnership_id and own.finding_id = r.finding_id
						where r.partnership_id = later.partnership_id and r.step_id = later.id and own.step_id = s.id)
				order by later.number desc limit 1) as "changedSince"
		from sorting_step s
		where s.partnership_id = ${review.partnershipId} and s.review_id = ${review.id} and s.id = ${stepId}`.execute(
		ctx.db,
	);
	return rows[0] ?? null;
}

/** The last step of somebody that stands, with the first words of what it was about. */
export interface LastStep {
	id: string;
	deed: SortingDeed;
	seen: string;
}

export async function lastStepOf(ctx: Context, review: Review, personId: string): Promise<LastStep | null> {
	const { rows } = await sql<LastStep>`
		select s.id, s.deed, coalesce((select f.seen from finding_revision r
				join finding f on f.partnership_id = r.partnership_id and f.id = r.finding_id
				where r.partnership_id = s.partnership_id and r.step_id = s.id order by f.position limit 1), '') as seen
		from sorting_step s
		where s.partnership_id = ${review.partnershipId} and s.review_id = ${review.id} and s.done_by = ${personId}
			and s.deed <> 'undo' and not exists
				(select from sorting_step u where u.partnership_id = s.partnership_id and u.undoes = s.id)
		order by s.number desc limit 1`.execute(ctx.db);
	return rows[0] ?? null;
}

/** What the host added to a finding of the draft. */
export interface ContextRow {
	id: string;
	findingId: string;
	author: string;
	authorRole: string;
	words: string;
	writtenAt: Date;
}

export async function contextsOf(ctx: Context, review: Review): Promise<ContextRow[]> {
	const { rows } = await sql<ContextRow>`
		select r.id, r.finding_id as "findingId", p.name as author, r.author_role as "authorRole", r.words,
			r.written_at as "writtenAt"
		from remark r join person p on p.id = r.author_id
		where r.partnership_id = ${review.partnershipId} and r.review_id = ${review.id} and r.finding_id is not null
		order by r.written_at, r.id limit 200`.execute(ctx.db);
	return rows;
}

/** How a finding read before each step that changed it, the first first. */
export async function revisionsOf(ctx: Context, review: Review, findingId: string): Promise<Revision[]> {
	const { rows } = await sql<Revision>`
		select r.kind, r.seen, r.effect, p.name as "changedBy", s.done_at as "changedAt"
		from finding_revision r
		join sorting_step s on s.partnership_id = r.partnership_id and s.id = r.step_id
		join person p on p.id = s.done_by
		where r.partnership_id = ${review.partnershipId} and r.finding_id = ${findingId} and r.stood
		order by s.number limit 300`.execute(ctx.db);
	return rows;
}

/** Which themes each finding of a review carries. */
export async function findingThemesOf(
	ctx: Context,
	review: Review,
): Promise<{ findingId: string; themeId: string }[]> {
	return ctx.db
		.selectFrom('finding_theme')
		.select(['finding_id as findingId', 'theme_id as themeId'])
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.limit(2000)
		.execute();
}
