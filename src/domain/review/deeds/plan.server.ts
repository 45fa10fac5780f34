import { answerSchema } from '#domain/form/answer.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { nextLetter } from '#platform/lettering.ts';
import { done, type FieldErrors, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayAskForSuggestions, mayPlan } from '../access.ts';
import * as inputs from '../input.ts';
import type { OpenReview } from '../open.server.ts';
import { type Line, lines, preReviewMeeting, timetable, usedLetters } from '../queries.server.ts';
import { preReviewForm } from '../pre-review-form.ts';
import { isPlanOpen, isTalkOpen } from '../stage.ts';
import { onlyWhereAsked } from '../suggestions.ts';
import { teamGaps } from '../team.ts';
import { clashes } from '../timetable.ts';
import * as store from '../plan-store.server.ts';
import { onReview } from './opening.server.ts';

/** The answer where the plan can no longer change, or be added to; null while it can. */
export function planClosed({ stage }: OpenReview, isOpen = isPlanOpen): Outcome<never> | null {
	if (isOpen(stage)) return null;
	const stands = stage === 'deferred' || stage === 'cancelled';
	return invalid({ '': `The review ${stands ? `is ${stage}` : 'has been held'}. Its plan stays as it was.` });
}

/** Adds a line of enquiry under the next letter; one added on the day, or while the team writes, is marked as emerged. */
export const addLine = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(ctx, inputs.addLineInput, input, mayPlan, ({ review, input: { id, question }, personId }) =>
		placeLine(ctx, review, { id, proposedBy: personId, noRoom: (why) => ({ question: why }) }, () =>
			done({ question, itemId: null }),
		),
	);

/**
 * Places a line where the plan is open and has room for it. Sent again it is there already.
 * @param made.noRoom by which field it is said that there is none
 * @param words what it asks and which item of the group it stands for, or why not, by the lines there are
 */
export async function placeLine(
	ctx: Context,
	review: OpenReview,
	made: { id: string; proposedBy: string; noRoom: (why: string) => FieldErrors },
	words: (present: Line[]) => Outcome<{ question: string; itemId: string | null }>,
): Promise<Outcome<{ id: string }>> {
	const closed = planClosed(review, isTalkOpen);
	if (closed) return closed;
	const { id, proposedBy, noRoom } = made;
	const present = await lines(ctx, review);
	if (present.some((line) => line.id === id)) return done({ id });
	const asked = words(present);
	if (asked.is !== 'done') return asked;
	const most = review.protocol.focus.linesAtMost;
	if (present.length >= most)
		return invalid(noRoom(`Your protocol keeps a review to ${most} lines of enquiry. Drop one first.`));
	const letter = nextLetter(await usedLetters(ctx, review));
	const origin = review.stage === 'on the day' || review.stage === 'writing' ? 'emerged' : 'planned';
	const line = { id, letter, ...asked.value, origin, proposedBy } as const;
	if ((await store.insertLine(ctx, review, line)) === 'taken') return missing;
	if (origin === 'planned') await store.deletePlanAgreement(ctx, review);
	return done({ id });
}

/** Rewords a line. */
export const changeLine = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, inputs.changeLineInput, input, mayPlan, async ({ review, input: { lineId, question } }) => {
		const closed = planClosed(review);
		if (closed) return closed;
		if (!(await store.updateLine(ctx, review, lineId, question))) return missing;
		await store.deletePlanAgreement(ctx, review);
		return done(null);
	});

/** Drops a line. Its letter is not given again, so that notes on paper stay right. */
export const dropLine = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, inputs.dropLineInput, input, mayPlan, async ({ review, input: { lineId } }) => {
		const closed = planClosed(review);
		if (closed) return closed;
		if (!(await store.dropLine(ctx, review, lineId))) return missing;
		await store.deletePlanAgreement(ctx, review);
		return done(null);
	});

/**
 * A head of the host asks the team for suggestions on a line, or no longer does: also on the day and while the team writes, for
 * what came up. Suggestions that were asked for stand. The plan is agreed as it was. Refused where the protocol does not ask (CSC-15).
 */
export const askForSuggestions = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		inputs.askForSuggestionsInput,
		input,
		mayAskForSuggestions,
		async ({ review, input: { lineId, asks }, personId }) => {
			const closed = planClosed(review, isTalkOpen);
			if (closed) return closed;
			if (!onlyWhereAsked(review.protocol))
				return invalid({ '': 'By your protocol suggestions are not for the host to ask for.' });
			const kept = await store.updateSuggestionsAsked(ctx, review, lineId, asks ? personId : null);
			return kept ? done(null) : missing;
		},
	);

/** Puts an activity on the timetable, or changes it. Refuses one outside the day and anyone in two places at once. */
export const scheduleActivity = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(ctx, inputs.activityInput, input, mayPlan, async ({ review, input: given }) => {
		const closed = planClosed(review);
		if (closed) return closed;
		const { reviewId: _, ...activity } = given;
		if (!review.protocol.day.activityKinds.some(({ key }) => key === activity.kind)) {
			return invalid({ kind: 'Choose what kind of activity it is.' });
		}
		const known = new Set([...review.facts.team, ...review.facts.hostHeads].map(({ personId }) => personId));
		if (!activity.people.every((id) => known.has(id)))
			return invalid({ people: 'Choose people of the team or the host.' });
		const present = await lines(ctx, review);
		if (!activity.lines.every((id) => present.some((line) => line.id === id)))
			return invalid({ lines: 'Choose lines of this review.' });
		const { firstDay, lastDay } = review.facts;
		const { starts: opens, ends: closes } = review.protocol.day;
		const refusal = clashes({ firstDay, lastDay, opens, closes }, activity, await timetable(ctx, review));
		if (refusal) return invalid(refusal);
		if (!(await store.upsertActivity(ctx, review, activity))) return missing;
		await store.deletePlanAgreement(ctx, review);
		return done({ id: activity.id });
	});

export const removeActivity = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, inputs.removeActivityInput, input, mayPlan, async ({ review, input: { activityId } }) => {
		const closed = planClosed(review);
		if (closed) return closed;
		if (!(await store.deleteActivity(ctx, review, activityId))) return missing;
		await store.deletePlanAgreement(ctx, review);
		return done(null);
	});

/**
 * Records the pre-review meeting: when it was, and the answers to the protocol's agenda (NFS-5). `answers` are read by the
 * protocol's own questions. If somebody else recorded a change meanwhile, both are shown.
 */
export async function recordMeeting(
	ctx: Context,
	input: { [field: string]: unknown; answers: unknown },
): Promise<Outcome> {
	return onReview(
		ctx,
		inputs.meetingInput,
		input,
		mayPlan,
		async ({ review, input: { heldOn, version }, personId }) => {
			const closed = planClosed(review);
			if (closed) return closed;
			if (heldOn > ctx.today)
				return invalid({ heldOn: 'That day is still to come. Record the meeting once it was held.' });
			const form = preReviewForm(review.protocol);
			const answers = readInput(form ? answerSchema(form.questions) : answerSchema([]), input.answers);
			if (!answers.ok) return invalid(answers.fields);
			const recorded = await store.upsertMeeting(ctx, review, {
				heldOn,
				answers: answers.value,
				version,
				recordedBy: personId,
			});
			return recorded
				? done(null)
				: sentAgain(await preReviewMeeting(ctx, review), { heldOn, answers: answers.value }, null);
		},
	);
}

export const recordDecision = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(ctx, inputs.decisionInput, input, mayPlan, async ({ review, input: { id, words }, personId }) => {
		const closed = planClosed(review, isTalkOpen);
		if (closed) return closed;
		const inserted = await store.insertDecision(ctx, review, { id, words, recordedBy: personId });
		return inserted === 'taken' ? missing : done({ id });
	});

/** Host and team agree lines and timetable. Refuses a plan without lines or activities, or a team that is not complete. */
export const agreePlan = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, inputs.reviewInput, input, mayPlan, async ({ review, personId }) => {
		const closed = planClosed(review);
		if (closed) return closed;
		const gaps = teamGaps(review.protocol, review.facts.team);
		if (review.facts.lines === 0) gaps.push('There is no line of enquiry yet.');
		if (review.facts.activities === 0) gaps.push('The timetable is empty.');
		if (gaps.length > 0) return invalid({ '': gaps.join(' ') });
		await store.insertPlanAgreement(ctx, review, personId);
		return done(null);
	});
