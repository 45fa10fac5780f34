import type { Context } from '#platform/context.ts';
import type { Piece } from './input.ts';

interface Of {
	partnershipId: string;
	reviewId: string;
	id: string;
}

/** A piece, whether it is kept apart from the lines, and the keys of those who read the review's evidence. */
export interface Written {
	piece: Piece;
	apart: boolean;
	keys: string[];
}

const columns = ({ piece, apart, keys }: Written) => ({
	activity_id: piece.activityId,
	line_id: piece.lineId,
	source: piece.source,
	kind: piece.kind,
	seen: piece.seen,
	so_what: piece.soWhat,
	contradicts_host: piece.contradictsHost,
	outside_focus: piece.outsideFocus,
	pupil_year: piece.pupilYear,
	pupil_words: piece.pupilWords,
	kept_apart: apart,
	keys,
});

/** False where the id is taken: the same form sent again. */
export async function insertEvidence(
	ctx: Context,
	of: Of,
	by: { personId: string; at: Date },
	written: Written,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('evidence')
		.values({
			partnership_id: of.partnershipId,
			id: of.id,
			review_id: of.reviewId,
			author_id: by.personId,
			...columns(written),
			recorded_at: by.at,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Changes a piece and keeps what it said. False where somebody changed it since `version`. */
export async function replaceEvidence(
	ctx: Context,
	of: Of,
	version: number,
	written: Written,
): Promise<boolean> {
	await ctx.db
		.insertInto('evidence_revision')
		.columns([
			'partnership_id',
			'evidence_id',
			'version',
			'review_id',
			'source',
			'kind',
			'line_id',
			'seen',
			'so_what',
			'replaced_at',
			'keys',
		])
		.expression((eb) =>
			eb
				.selectFrom('evidence')
				.select(({ val, cast }) => [
					'partnership_id',
					'id',
					'version',
					'review_id',
					'source',
					'kind',
					'line_id',
					'seen',
					'so_what',
					cast<Date>(val(ctx.now), 'timestamptz').as('replaced_at'),
					'keys',
				])
				.where('partnership_id', '=', of.partnershipId)
				.where('review_id', '=', of.reviewId)
				.where('id', '=', of.id)
				.where('version', '=', version),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const { numUpdatedRows } = await ctx.db
		.updateTable('evidence')
		.set({ ...columns(written), version: version + 1 })
		.where('partnership_id', '=', of.partnershipId)
		.where('review_id', '=', of.reviewId)
		.where('id', '=', of.id)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** A piece taken back stays where it was, with who took it back and why. */
export async function insertWithdrawal(
	ctx: Context,
	of: Of,
	withdrawnBy: string,
	reason: string,
	keys: string[],
): Promise<void> {
	await ctx.db
		.insertInto('evidence_withdrawal')
		.values({
			partnership_id: of.partnershipId,
			evidence_id: of.id,
			review_id: of.reviewId,
			reason,
			withdrawn_by: withdrawnBy,
			withdrawn_at: ctx.now,
			keys,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
