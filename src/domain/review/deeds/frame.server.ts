import { asPeopleSay } from '#domain/calendar/day.ts';
import { describe } from '#domain/calendar/describe.ts';
import { offset } from '#domain/calendar/offset.ts';
import { isSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { mayProposeReview } from '#domain/partnership/access.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { isCurrent } from '#domain/partnership/model.ts';
import { memberById } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { protocolForMember } from '#domain/protocol/queries.server.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { mayChangeFrame } from '../access.ts';
import { reviewDays } from '../days.ts';
import type { Facts } from '../facts.ts';
import { frameInput, proposeReviewInput } from '../input.ts';
import { moved, onOtherDays, type Moved } from '../moved.ts';
import type { OpenReview } from '../open.server.ts';
import { deletePlanAgreement, moveActivities } from '../plan-store.server.ts';
import { timetableDays } from '../queries.server.ts';
import { isAhead } from '../stage.ts';
import { deleteAcceptances } from '../team-store.server.ts';
import { insertReview, updateFrame, type Frame } from '../store.server.ts';
import { timeline } from '../timeline.ts';
import { moves } from '../timetable.ts';
import { onReview } from './opening.server.ts';
import { applySharing } from './sharing.server.ts';

interface FrameInput {
	kind: string;
	focus: string;
	focusKind: string;
	focusSource: string;
	firstDay: string;
	days: number;
}

/** Puts a review into the partnership's plan: host, kind, focus, day. Pins the protocol in force, as the host's group has adapted it (CSC-6). */
export async function proposeReview(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(proposeReviewInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, hostMemberId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!mayProposeReview(standing, hostMemberId)) return denied;
	const away = await hostAway(ctx, read.value, read.value.firstDay);
	if (away) return invalid({ hostMemberId: away });
	const schoolYear = schoolYearName(read.value.firstDay);
	const inForce = await protocolForMember(ctx, partnershipId, hostMemberId, schoolYear);
	if (!inForce) return invalid({ '': 'Publish a protocol first: it says how a review runs.' });
	const calendar = await calendarFor(ctx, partnershipId, hostMemberId);
	const frame = frameOf(calendar, inForce.protocol, read.value);
	if ('errors' in frame) return invalid(frame.errors);
	const inserted = await insertReview(ctx, {
		partnershipId,
		id,
		hostMemberId,
		protocolVersionId: inForce.id,
		...frame,
		proposedBy: ctx.actor.id,
	});
	if (inserted === 'taken') return missing;
	await applySharing(ctx, id, 'plan');
	return done({ id });
}

/** What changing the frame does, or did: the days that move with the review's. */
export interface FrameChange {
	/** False where it was only asked what would move. */
	saved: boolean;
	moved: Moved[];
}

/**
 * Changes focus, kind or day until the review is under way, or while it is put off. When it moves, its timetable moves with it;
 * everybody but whoever moves it says yes again, and host and team agree the plan anew. Refuses fewer days than the
 * timetable uses. With `show` it only tells what would move.
 */
export const changeFrame = (ctx: Context, input: unknown): Promise<Outcome<FrameChange>> =>
	onReview(ctx, frameInput, input, mayChangeFrame, async ({ review, input: change, personId }) => {
		if (!isAhead(review.stage)) {
			return invalid({ '': 'The review is under way. Its focus and day can no longer change.' });
		}
		const calendar = await calendarFor(ctx, review.partnershipId, review.hostMemberId);
		const frame = frameOf(calendar, review.protocol, change);
		if ('errors' in frame) return invalid(frame.errors);
		const away = await hostAway(ctx, review, frame.firstDay);
		if (away) return invalid({ firstDay: away });
		const { facts, protocol } = review;
		const after = onOtherDays(facts, frame, personId);
		const course = (of: Facts) => timeline(protocol, { ...of, standstill: null }, calendar, ctx.today);
		const what = { saved: !change.show, moved: moved(course(facts), course(after)) };
		if (after !== facts) {
			const follows = await timetableFollows(ctx, review, calendar, frame);
			if ('refusal' in follows) return invalid(follows.refusal);
			if (change.show) return done(what);
			await moveActivities(ctx, review, follows.moves);
			await deletePlanAgreement(ctx, review);
			await deleteAcceptances(ctx, review, personId);
		}
		if (!change.show) await updateFrame(ctx, review, frame);
		return done(what);
	});

/** Why a school cannot be reviewed on a day, or null where it can. */
async function hostAway(
	ctx: Context,
	review: { partnershipId: string; hostMemberId: string },
	day: string,
): Promise<string | null> {
	const host = await memberById(ctx, review.partnershipId, review.hostMemberId);
	if (!host) return 'Choose the school to be reviewed.';
	return isCurrent(host, day) ? null : `${host.name} does not take part on that day.`;
}

/** How the timetable goes to the new days, or why it cannot follow. */
async function timetableFollows(
	ctx: Context,
	review: OpenReview,
	calendar: SchoolCalendar,
	to: Frame,
): Promise<{ moves: { from: string; to: string }[] } | { refusal: FieldErrors }> {
	const all = moves(
		reviewDays(calendar, review.facts),
		reviewDays(calendar, to),
		await timetableDays(ctx, review),
	);
	const lost = all.find((move) => move.to === null);
	if (!lost) return { moves: all as { from: string; to: string }[] };
	return {
		refusal: {
			days: `The timetable has activities on ${asPeopleSay(lost.from)}, which would fall away. Take them off it first.`,
		},
	};
}

/** Checks a frame against the protocol's kinds and the host's school calendar; the last day follows from the number of days. */
function frameOf(
	calendar: SchoolCalendar,
	protocol: Protocol,
	input: FrameInput,
): Frame | { errors: FieldErrors } {
	const errors: FieldErrors = {};
	const knows = (list: readonly { key: string }[], key: string) => list.some((entry) => entry.key === key);
	if (!knows(protocol.kinds, input.kind)) errors['kind'] = 'Choose what kind of review it is.';
	if (!knows(protocol.focus.kinds, input.focusKind)) errors['focusKind'] = 'Choose why this focus.';
	if (!knows(protocol.focus.sources, input.focusSource))
		errors['focusSource'] = 'Choose where the focus comes from.';
	if (!isSchoolDay(calendar, input.firstDay)) {
		errors['firstDay'] =
			`${asPeopleSay(input.firstDay)} is not a school day (${describe(input.firstDay, calendar)}). Choose another.`;
	}
	if (Object.keys(errors).length > 0) return { errors };
	const lastDay = offset(input.firstDay, { amount: input.days - 1, unit: 'school days' }, calendar).day;
	const { kind, focus, focusKind, focusSource, firstDay } = input;
	return { kind, focus, focusKind, focusSource, firstDay, lastDay };
}
