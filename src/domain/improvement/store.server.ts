import { sql } from 'kysely';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Progress } from './model.ts';

export type OfReview = Pick<OpenReview, 'partnershipId' | 'id'>;

/** The columns by which a row belongs to a review. */
export const of = (review: OfReview) => ({ partnership_id: review.partnershipId, review_id: review.id });

export interface NewAction {
	id: string;
	findingId: string;
	title: string;
	owner: string;
	ownerId: string | null;
	due: string;
	measureOfSuccess: string;
	plannedBy: string;
	keys: string[];
}

export async function insertAction(ctx: Context, review: OfReview, action: NewAction): Promise<Insertion> {
	return insertOnce(
		ctx.db,
		'action',
		{
			...of(review),
			id: action.id,
			finding_id: action.findingId,
			title: action.title,
			owner: action.owner,
			owner_id: action.ownerId,
			due: action.due,
			measure_of_success: action.measureOfSuccess,
			planned_by: action.plannedBy,
			planned_at: ctx.now,
			keys: action.keys,
		},
		['review_id', 'planned_by'],
	);
}

/** What an action says and whose it is, where it is put right or handed over. */
export type SaidOfAction = Pick<NewAction, 'findingId' | 'title' | 'owner' | 'ownerId' | 'measureOfSuccess'>;

const standing = (ctx: Context, review: OfReview, actionId: string) =>
	ctx.db
		.updateTable('action')
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('id', '=', actionId);

/** Keeps what it said before: somebody may have read it. False where it is no longer at `version`. */
export async function updateAction(
	ctx: Context,
	review: OfReview,
	{ id, version, said }: { id: string; version: number; said: SaidOfAction },
): Promise<boolean> {
	const { numUpdatedRows } = await standing(ctx, review, id)
		.where('version', '=', version)
		.set({
			finding_id: said.findingId,
			title: said.title,
			owner: said.owner,
			owner_id: said.ownerId,
			measure_of_success: said.measureOfSuccess,
			version: version + 1,
			former: sql<string>`former || jsonb_build_object('title', title, 'owner', owner,
				'measureOfSuccess', measure_of_success, 'until', ${ctx.now}::timestamptz)`,
		})
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function giveUp(
	ctx: Context,
	review: OfReview,
	{ id, because, by }: { id: string; because: string; by: string },
): Promise<void> {
	await standing(ctx, review, id)
		.where('given_up_at', 'is', null)
		.set({ given_up_at: ctx.now, given_up_by: by, given_up_because: because })
		.execute();
}

export interface NewUpdate {
	id: string;
	actionId: string;
	progress: Progress;
	words: string;
	/** A figure then and a figure now; empty where there are none. */
	measure?: string;
	before?: string;
	now?: string;
	source?: string;
	dueBefore: string | null;
	writtenBy: string;
	keys: string[];
}

export async function insertUpdate(ctx: Context, review: OfReview, update: NewUpdate): Promise<Insertion> {
	return insertOnce(
		ctx.db,
		'action_update',
		{
			...of(review),
			id: update.id,
			action_id: update.actionId,
			progress: update.progress,
			words: update.words,
			measure: update.measure ?? '',
			before: update.before ?? '',
			now: update.now ?? '',
			source: update.source ?? '',
			due_before: update.dueBefore,
			written_by: update.writtenBy,
			written_at: ctx.now,
			keys: update.keys,
		},
		['action_id', 'written_by'],
	);
}

export async function moveDue(ctx: Context, review: OfReview, actionId: string, due: string): Promise<void> {
	await standing(ctx, review, actionId).set({ due }).execute();
}

export async function insertProgressReport(
	ctx: Context,
	review: OfReview,
	report: { id: string; words: string; reportedBy: string; keys: string[] },
): Promise<Insertion> {
	return insertOnce(
		ctx.db,
		'progress_report',
		{
			...of(review),
			id: report.id,
			words: report.words,
			reported_by: report.reportedBy,
			reported_at: ctx.now,
			keys: report.keys,
		},
		['review_id', 'reported_by'],
	);
}

/** Closes the review; from then on its evidence is the team's no longer. */
export async function insertClosure(ctx: Context, review: OfReview, closedBy: string): Promise<void> {
	await ctx.db
		.insertInto('closure')
		.values({ ...of(review), closed_by: closedBy, closed_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await sql`select close_evidence(${review.id})`.execute(ctx.db);
}
