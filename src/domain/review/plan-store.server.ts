import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import { rowOf, type ReviewKey } from './review-key.ts';

const inserted = ({ numInsertedOrUpdatedRows }: { numInsertedOrUpdatedRows?: bigint | undefined }) =>
	numInsertedOrUpdatedRows === 1n;

/** Records the meeting, or a correction of it; false where somebody else corrected it since `version`. */
export async function upsertMeeting(
	ctx: Context,
	review: ReviewKey,
	meeting: { heldOn: string; answers: unknown; version: number; recordedBy: string },
): Promise<boolean> {
	const row = {
		held_on: meeting.heldOn,
		answers: JSON.stringify(meeting.answers),
		recorded_by: meeting.recordedBy,
		recorded_at: ctx.now,
	};
	return inserted(
		await ctx.db
			.insertInto('pre_review_meeting')
			.values({ ...rowOf(review), ...row, version: meeting.version + 1 })
			.onConflict((conflict) =>
				conflict
					.columns(['partnership_id', 'review_id'])
					.doUpdateSet({ ...row, version: meeting.version + 1 })
					.where('pre_review_meeting.version', '=', meeting.version),
			)
			.executeTakeFirst(),
	);
}

export async function insertDecision(
	ctx: Context,
	review: ReviewKey,
	decision: { id: string; words: string; recordedBy: string },
): Promise<Insertion> {
	return insertOnce(
		ctx.db,
		'decision',
		{
			...rowOf(review),
			id: decision.id,
			words: decision.words,
			recorded_by: decision.recordedBy,
			recorded_at: ctx.now,
		},
		['review_id', 'recorded_by'],
	);
}

export async function insertLine(
	ctx: Context,
	review: ReviewKey,
	line: {
		id: string;
		letter: string;
		question: string;
		origin: 'planned' | 'emerged';
		itemId: string | null;
		proposedBy: string;
	},
): Promise<Insertion> {
	return insertOnce(
		ctx.db,
		'line_of_enquiry',
		{
			...rowOf(review),
			id: line.id,
			letter: line.letter,
			question: line.question,
			origin: line.origin,
			item_id: line.itemId,
			proposed_by: line.proposedBy,
			proposed_at: ctx.now,
		},
		['review_id', 'proposed_by'],
	);
}

/** Puts lines of an earlier review on the plan of this one, each under a letter of its own. */
export async function insertLinesAskedAgain(
	ctx: Context,
	review: ReviewKey,
	lines: readonly { letter: string; question: string; earlierLineId: string; proposedBy: string }[],
): Promise<void> {
	await ctx.db
		.insertInto('line_of_enquiry')
		.values(
			lines.map(({ letter, question, earlierLineId, proposedBy }) => ({
				...rowOf(review),
				id: ctx.newId(),
				letter,
				question,
				origin: 'planned',
				earlier_line_id: earlierLineId,
				proposed_by: proposedBy,
				proposed_at: ctx.now,
			})),
		)
		.execute();
}

export async function updateLine(
	ctx: Context,
	review: ReviewKey,
	lineId: string,
	question: string,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('line_of_enquiry')
		.set({ question })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('id', '=', lineId)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Says on whose word suggestions are asked for on a line; null for nobody's. False where there is no such line. */
export async function updateSuggestionsAsked(
	ctx: Context,
	review: ReviewKey,
	lineId: string,
	askedBy: string | null,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('line_of_enquiry')
		.set({ suggestions_asked_by: askedBy, suggestions_asked_at: askedBy && ctx.now })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('id', '=', lineId)
		.where('dropped_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function dropLine(ctx: Context, review: ReviewKey, lineId: string): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('line_of_enquiry')
		.set({ dropped_at: ctx.now })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('id', '=', lineId)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export interface NewActivity {
	id: string;
	kind: string;
	title: string;
	place: string;
	day: string;
	starts: string;
	ends: string;
	people: string[];
	lines: string[];
}

/** Writes an activity whole: a second time with the same id is a change of it. False where the id is another review's. */
export async function upsertActivity(
	ctx: Context,
	review: ReviewKey,
	activity: NewActivity,
): Promise<boolean> {
	const { id, people, lines, ...row } = activity;
	const partnership_id = review.partnershipId;
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('activity')
		.values({ ...rowOf(review), id, ...row })
		.onConflict((conflict) =>
			conflict.columns(['partnership_id', 'id']).doUpdateSet(row).where('activity.review_id', '=', review.id),
		)
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows !== 1n) return false;
	for (const table of ['activity_person', 'activity_line'] as const) {
		await ctx.db
			.deleteFrom(table)
			.where('partnership_id', '=', partnership_id)
			.where('activity_id', '=', id)
			.execute();
	}
	if (people.length > 0) {
		await ctx.db
			.insertInto('activity_person')
			.values(people.map((person_id) => ({ partnership_id, activity_id: id, person_id })))
			.execute();
	}
	if (lines.length > 0) {
		await ctx.db
			.insertInto('activity_line')
			.values(lines.map((line_id) => ({ partnership_id, activity_id: id, line_id })))
			.execute();
	}
	return true;
}

/** Takes activities to other days, all at once: a day may be left and reached by the same move. Also for who reads no plan. */
export async function moveActivities(
	ctx: Context,
	review: ReviewKey,
	moves: readonly { from: string; to: string }[],
): Promise<void> {
	await sql`
		select move_timetable(${review.id}, ${moves.map(({ from }) => from)}::date[], ${moves.map(({ to }) => to)}::date[])`.execute(
		ctx.db,
	);
}

export async function deleteActivity(ctx: Context, review: ReviewKey, activityId: string): Promise<boolean> {
	const { numDeletedRows } = await ctx.db
		.deleteFrom('activity')
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('id', '=', activityId)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

export async function insertPlanAgreement(ctx: Context, review: ReviewKey, agreedBy: string): Promise<void> {
	await ctx.db
		.insertInto('plan_agreement')
		.values({ ...rowOf(review), agreed_by: agreedBy, agreed_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** A change of lines or timetable undoes the agreement, so that it is read again. */
export async function deletePlanAgreement(ctx: Context, review: ReviewKey): Promise<void> {
	await ctx.db
		.deleteFrom('plan_agreement')
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.execute();
}
