import type { Context } from '#platform/context.ts';

/** The pair every row of a review is found by. */
export interface ReviewKey {
	partnershipId: string;
	id: string;
}

const of = (review: ReviewKey) => ({ partnership_id: review.partnershipId, review_id: review.id });
const inserted = ({ numInsertedOrUpdatedRows }: { numInsertedOrUpdatedRows?: bigint | undefined }) =>
	numInsertedOrUpdatedRows === 1n;

export interface Frame {
	kind: string;
	focus: string;
	focusKind: string;
	focusSource: string;
	firstDay: string;
	lastDay: string;
}

const frameRow = (frame: Frame) => ({
	kind: frame.kind,
	focus: frame.focus,
	focus_kind: frame.focusKind,
	focus_source: frame.focusSource,
	first_day: frame.firstDay,
	last_day: frame.lastDay,
});

export async function insertReview(
	ctx: Context,
	review: ReviewKey & Frame & { hostMemberId: string; protocolVersionId: string; proposedBy: string },
): Promise<void> {
	await ctx.db
		.insertInto('review')
		.values({
			partnership_id: review.partnershipId,
			id: review.id,
			host_member_id: review.hostMemberId,
			protocol_version_id: review.protocolVersionId,
			...frameRow(review),
			proposed_by: review.proposedBy,
			proposed_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function updateFrame(ctx: Context, review: ReviewKey, frame: Frame): Promise<void> {
	await ctx.db
		.updateTable('review')
		.set(frameRow(frame))
		.where('partnership_id', '=', review.partnershipId)
		.where('id', '=', review.id)
		.execute();
}

/** Puts a person on the team, or gives one who is on it another role; one who had left is back. */
export async function upsertTeamMember(
	ctx: Context,
	review: ReviewKey,
	personId: string,
	role: string,
	addedBy: string,
): Promise<void> {
	await ctx.db
		.insertInto('team_member')
		.values({ ...of(review), person_id: personId, role, added_by: addedBy, added_at: ctx.now })
		.onConflict((conflict) =>
			conflict.columns(['partnership_id', 'review_id', 'person_id']).doUpdateSet({ role, left_on: null }),
		)
		.execute();
}

export async function endTeamMember(ctx: Context, review: ReviewKey, personId: string): Promise<void> {
	await ctx.db
		.updateTable('team_member')
		.set({ left_on: ctx.today })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('person_id', '=', personId)
		.execute();
}

export async function insertAcceptance(ctx: Context, review: ReviewKey, personId: string): Promise<void> {
	await ctx.db
		.insertInto('acceptance')
		.values({ ...of(review), person_id: personId, accepted_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function insertConfidentialityAgreement(
	ctx: Context,
	review: ReviewKey,
	personId: string,
): Promise<void> {
	await ctx.db
		.insertInto('confidentiality_agreement')
		.values({ ...of(review), person_id: personId, agreed_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function insertStandstill(
	ctx: Context,
	review: ReviewKey,
	standstill: { id: string; kind: string; reason: string; decidedBy: string },
): Promise<void> {
	await ctx.db
		.insertInto('standstill')
		.values({
			...of(review),
			id: standstill.id,
			kind: standstill.kind,
			reason: standstill.reason,
			decided_by: standstill.decidedBy,
			decided_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function liftStandstill(ctx: Context, review: ReviewKey): Promise<void> {
	await ctx.db
		.updateTable('standstill')
		.set({ lifted_at: ctx.now })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('lifted_at', 'is', null)
		.execute();
}

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
			.values({ ...of(review), ...row, version: meeting.version + 1 })
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
): Promise<void> {
	await ctx.db
		.insertInto('decision')
		.values({
			...of(review),
			id: decision.id,
			words: decision.words,
			recorded_by: decision.recordedBy,
			recorded_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function insertLine(
	ctx: Context,
	review: ReviewKey,
	line: { id: string; letter: string; question: string; origin: 'planned' | 'emerged'; proposedBy: string },
): Promise<void> {
	await ctx.db
		.insertInto('line_of_enquiry')
		.values({
			...of(review),
			id: line.id,
			letter: line.letter,
			question: line.question,
			origin: line.origin,
			proposed_by: line.proposedBy,
			proposed_at: ctx.now,
		})
		.onConflict((conflict) => conflict.columns(['partnership_id', 'id']).doNothing())
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

/** Writes an activity whole: a second time with the same id is a change of it. */
export async function upsertActivity(ctx: Context, review: ReviewKey, activity: NewActivity): Promise<void> {
	const { id, people, lines, ...row } = activity;
	const partnership_id = review.partnershipId;
	await ctx.db
		.insertInto('activity')
		.values({ ...of(review), id, ...row })
		.onConflict((conflict) =>
			conflict.columns(['partnership_id', 'id']).doUpdateSet(row).where('activity.review_id', '=', review.id),
		)
		.execute();
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
		.values({ ...of(review), agreed_by: agreedBy, agreed_at: ctx.now })
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
