import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

interface Of {
	partnershipId: string;
	reviewId: string;
	id: string;
}

export interface Finding {
	kind: string;
	lineId: string | null;
	seen: string;
	effect: string;
	/** Ids of the evidence it rests on, each once. */
	evidence: string[];
}

/** Writes a finding after the others, with what it cites. False where the id is taken: the same form sent again. */
export async function insertFinding(
	ctx: Context,
	of: Of,
	writtenBy: string,
	finding: Finding,
	keys: string[],
): Promise<boolean> {
	const last = await ctx.db
		.selectFrom('finding')
		.select(sql<number>`coalesce(max(position), 0)::int`.as('position'))
		.where('partnership_id', '=', of.partnershipId)
		.where('review_id', '=', of.reviewId)
		.executeTakeFirstOrThrow();
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('finding')
		.values({
			partnership_id: of.partnershipId,
			id: of.id,
			review_id: of.reviewId,
			line_id: finding.lineId,
			kind: finding.kind,
			seen: finding.seen,
			effect: finding.effect,
			position: last.position + 1,
			written_by: writtenBy,
			written_at: ctx.now,
			keys,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows !== 1n) return false;
	await cite(ctx, of, finding.evidence);
	return true;
}

/** False where somebody changed it since `version`. */
export async function replaceFinding(
	ctx: Context,
	of: Of,
	version: number,
	finding: Finding,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('finding')
		.set({
			line_id: finding.lineId,
			kind: finding.kind,
			seen: finding.seen,
			effect: finding.effect,
			version: version + 1,
		})
		.where('partnership_id', '=', of.partnershipId)
		.where('review_id', '=', of.reviewId)
		.where('id', '=', of.id)
		.where('version', '=', version)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) return false;
	await ctx.db
		.deleteFrom('finding_evidence')
		.where('partnership_id', '=', of.partnershipId)
		.where('finding_id', '=', of.id)
		.execute();
	await cite(ctx, of, finding.evidence);
	return true;
}

async function cite(ctx: Context, of: Of, evidence: string[]): Promise<void> {
	await ctx.db
		.insertInto('finding_evidence')
		.values(
			evidence.map((evidence_id) => ({
				partnership_id: of.partnershipId,
				finding_id: of.id,
				evidence_id,
			})),
		)
		.execute();
}

export async function insertFindingWithdrawal(
	ctx: Context,
	of: Of,
	withdrawnBy: string,
	keys: string[],
): Promise<void> {
	await ctx.db
		.insertInto('finding_withdrawal')
		.values({
			partnership_id: of.partnershipId,
			finding_id: of.id,
			review_id: of.reviewId,
			withdrawn_by: withdrawnBy,
			withdrawn_at: ctx.now,
			keys,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Two findings change places. */
export async function swapFindings(
	ctx: Context,
	partnershipId: string,
	one: { id: string; position: number },
	other: { id: string; position: number },
): Promise<void> {
	for (const [id, position] of [
		[one.id, other.position],
		[other.id, one.position],
	] as const) {
		await ctx.db
			.updateTable('finding')
			.set({ position })
			.where('partnership_id', '=', partnershipId)
			.where('id', '=', id)
			.execute();
	}
}
