import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Decision } from './draft.ts';

type Key = { partnershipId: string; id: string };

/** Begins a draft. False where the group, or the partnership, has one open already. */
export async function insertDraft(
	ctx: Context,
	draft: Key & { groupId: string | null; baseVersionId: string | null; document: unknown; openedBy: string },
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('protocol_draft')
		.values({
			partnership_id: draft.partnershipId,
			id: draft.id,
			group_id: draft.groupId,
			base_version_id: draft.baseVersionId,
			document: JSON.stringify(draft.document),
			opened_by: draft.openedBy,
			opened_at: ctx.now,
			saved_by: draft.openedBy,
			saved_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Keeps a draft as it now stands; with `baseVersionId`, as a change of that version from then on. */
export async function updateDocument(
	ctx: Context,
	{ partnershipId, id }: Key,
	document: unknown,
	savedBy: string,
	baseVersionId?: string,
) {
	await ctx.db
		.updateTable('protocol_draft')
		.set({
			document: JSON.stringify(document),
			saved_by: savedBy,
			saved_at: ctx.now,
			...(baseVersionId === undefined ? {} : { base_version_id: baseVersionId }),
		})
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.execute();
}

/** Puts a draft before others. The same id twice is one submission. */
export const insertSubmission = (
	ctx: Context,
	{ partnershipId, id: draftId }: Key,
	submission: { id: string; number: number; reason: string; submittedBy: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'draft_submission',
		{
			partnership_id: partnershipId,
			id: submission.id,
			draft_id: draftId,
			number: submission.number,
			reason: submission.reason,
			submitted_by: submission.submittedBy,
			submitted_at: ctx.now,
		},
		['draft_id', 'number', 'submitted_by'],
	);

export interface NewDecision {
	id: string;
	decision: Decision;
	reason: string;
	answers: number | null;
	versionId: string | null;
	decidedBy: string;
}

/** What came of a draft; what publishes or drops it ends it. The same id twice is one decision. */
export async function insertDecision(
	ctx: Context,
	{ partnershipId, id: draftId }: Key,
	decided: NewDecision,
): Promise<Insertion> {
	const inserted = await insertOnce(
		ctx.db,
		'draft_decision',
		{
			partnership_id: partnershipId,
			id: decided.id,
			draft_id: draftId,
			answers: decided.answers,
			decision: decided.decision,
			reason: decided.reason,
			version_id: decided.versionId,
			decided_by: decided.decidedBy,
			decided_at: ctx.now,
		},
		['draft_id', 'decision', 'answers', 'decided_by'],
	);
	if (inserted === 'made' && (decided.decision === 'published' || decided.decision === 'dropped'))
		await ctx.db
			.updateTable('protocol_draft')
			.set({ ended_at: ctx.now })
			.where('partnership_id', '=', partnershipId)
			.where('id', '=', draftId)
			.execute();
	return inserted;
}

/** A question or an answer. The same id with the same words twice is one. */
export const insertRemark = (
	ctx: Context,
	{ partnershipId, id: draftId }: Key,
	remark: { id: string; answersId: string | null; part: string | null; words: string; saidBy: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'draft_remark',
		{
			partnership_id: partnershipId,
			id: remark.id,
			draft_id: draftId,
			answers_id: remark.answersId,
			part: remark.part,
			words: remark.words,
			said_by: remark.saidBy,
			said_at: ctx.now,
		},
		['draft_id', 'said_by', 'words'],
	);
