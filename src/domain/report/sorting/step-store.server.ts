import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Standing } from './standing.ts';

interface Of {
	partnershipId: string;
	reviewId: string;
}

export type SortingDeed = 'write' | 'edit' | 'place' | 'arrange' | 'merge' | 'split' | 'withdraw' | 'undo';

export interface Step {
	id: string;
	deed: SortingDeed;
	doneBy: string;
	/** The step it takes back. */
	undoes?: string;
}

/**
 * Writes what a step makes of findings, and how they stood before it. `before` holds all findings of the review, so that what is
 * not among them is new. False where the id of a new one is taken. The review is locked by whoever calls it.
 */
export async function takeStep(
	ctx: Context,
	of: Of,
	step: Step,
	before: readonly Standing[],
	after: readonly Standing[],
	keys: string[],
): Promise<boolean> {
	const pairs = after.map((now) => ({ now, earlier: before.find(({ id }) => id === now.id) ?? null }));
	for (const { now, earlier } of pairs) {
		if (earlier) await changeFinding(ctx, of, step, earlier, now, keys);
		else if (!(await insertFinding(ctx, of, step, now, keys))) return false;
	}
	await ctx.db
		.insertInto('sorting_step')
		.values({
			partnership_id: of.partnershipId,
			id: step.id,
			review_id: of.reviewId,
			number: sql<number>`(select coalesce(max(number), 0) + 1 from sorting_step s
				where s.partnership_id = ${of.partnershipId} and s.review_id = ${of.reviewId})`,
			deed: step.deed,
			undoes: step.undoes ?? null,
			done_by: step.doneBy,
			done_at: ctx.now,
			keys,
		})
		.execute();
	await ctx.db
		.insertInto('finding_revision')
		.values(
			pairs.map(({ now, earlier }) => {
				const { id, stands, kind, lineId, seen, effect, position, evidence } = earlier ?? {
					...now,
					stands: false,
				};
				return {
					partnership_id: of.partnershipId,
					step_id: step.id,
					finding_id: id,
					stood: stands,
					kind,
					line_id: lineId,
					seen,
					effect,
					position,
					evidence: [...evidence],
				};
			}),
		)
		.execute();
	return true;
}

async function insertFinding(
	ctx: Context,
	of: Of,
	{ doneBy }: Step,
	finding: Standing,
	keys: string[],
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('finding')
		.values({
			partnership_id: of.partnershipId,
			id: finding.id,
			review_id: of.reviewId,
			line_id: finding.lineId,
			kind: finding.kind,
			seen: finding.seen,
			effect: finding.effect,
			position: finding.position,
			written_by: doneBy,
			written_at: ctx.now,
			keys,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows !== 1n) return false;
	await cite(ctx, of, finding.id, finding.evidence);
	return true;
}

async function changeFinding(
	ctx: Context,
	of: Of,
	{ doneBy }: Step,
	earlier: Standing,
	now: Standing,
	keys: string[],
): Promise<void> {
	// A place in the order is nobody's words: who is changing those need not be told of it.
	const same = isDeepStrictEqual({ ...earlier, position: now.position }, now);
	await ctx.db
		.updateTable('finding')
		.set({
			line_id: now.lineId,
			kind: now.kind,
			seen: now.seen,
			effect: now.effect,
			position: now.position,
			version: earlier.version + (same ? 0 : 1),
			// Changed after it was out, and be it its place, it is the team's alone until it is out again.
			keys,
		})
		.where('partnership_id', '=', of.partnershipId)
		.where('review_id', '=', of.reviewId)
		.where('id', '=', now.id)
		.execute();
	const left = earlier.evidence.filter((piece) => !now.evidence.includes(piece));
	const joined = now.evidence.filter((piece) => !earlier.evidence.includes(piece));
	if (left.length > 0)
		await ctx.db
			.deleteFrom('finding_evidence')
			.where('partnership_id', '=', of.partnershipId)
			.where('finding_id', '=', now.id)
			.where('evidence_id', 'in', left)
			.execute();
	await cite(ctx, of, now.id, joined);
	if (earlier.stands && !now.stands)
		await ctx.db
			.insertInto('finding_withdrawal')
			.values({
				partnership_id: of.partnershipId,
				finding_id: now.id,
				review_id: of.reviewId,
				withdrawn_by: doneBy,
				withdrawn_at: ctx.now,
				keys,
			})
			.execute();
	if (!earlier.stands && now.stands)
		await ctx.db
			.deleteFrom('finding_withdrawal')
			.where('partnership_id', '=', of.partnershipId)
			.where('finding_id', '=', now.id)
			.execute();
}

async function cite(ctx: Context, of: Of, finding_id: string, evidence: readonly string[]): Promise<void> {
	if (evidence.length === 0) return;
	await ctx.db
		.insertInto('finding_evidence')
		.values(evidence.map((evidence_id) => ({ partnership_id: of.partnershipId, finding_id, evidence_id })))
		.execute();
}
