import { isDeepStrictEqual } from 'node:util';
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
import { usualDays } from '#domain/protocol/of-kind.ts';
import { protocolForMember, protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { mayChangeFrame } from '../access.ts';
import { candidates } from '../candidates.server.ts';
import { reviewDays } from '../days.ts';
import { heldReviews } from '../earlier.server.ts';
import type { Facts } from '../facts.ts';
import { frameInput, proposeReviewInput } from '../input.ts';
import { moved, onOtherDays, type Moved } from '../moved.ts';
import type { OpenReview } from '../open.server.ts';
import { cannotReview } from '../posts.ts';
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
	/** Null for as many as this kind of review usually takes. */
	days: number | null;
	followsId: string;
}

interface Host {
	partnershipId: string;
	hostMemberId: string;
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
	const frame = await frameOf(ctx, { partnershipId, hostMemberId }, inForce.protocol, read.value);
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
		const next = await protocolFor(ctx, review, change.kind);
		const frame = await frameOf(ctx, review, next, change);
		if ('errors' in frame) return invalid(frame.errors);
		const unfit = await teamUnfit(ctx, review, next);
		if (unfit) return invalid({ kind: unfit });
		const away = await hostAway(ctx, review, frame.firstDay);
		if (away) return invalid({ firstDay: away });
		const { facts, protocol } = review;
		const after = onOtherDays(facts, frame, personId);
		const course = (of: Facts, by: Protocol) =>
			timeline(by, { ...of, standstill: null }, calendar, ctx.today);
		const what = { saved: !change.show, moved: moved(course(facts, protocol), course(after, next)) };
		if (after !== facts) {
			const follows = await timetableFollows(ctx, review, calendar, frame);
			if ('refusal' in follows) return invalid(follows.refusal);
			if (change.show) return done(what);
			await moveActivities(ctx, review, follows.moves);
			await deletePlanAgreement(ctx, review);
			await deleteAcceptances(ctx, review, personId);
		}
		if (change.show) return done(what);
		await updateFrame(ctx, review, frame);
		// In another school year the host is of other groups; another kind may ask others.
		await applySharing(ctx, review.id, 'plan');
		return done(what);
	});

/** Why a school cannot be reviewed on a day, or null where it can. */
async function hostAway(ctx: Context, review: Host, day: string): Promise<string | null> {
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

/** The protocol the review began with, as it holds for a kind. */
async function protocolFor(ctx: Context, { facts }: OpenReview, kind: string): Promise<Protocol> {
	const held = { ...facts, kind };
	return (await protocolsOf(ctx, [held]))(held);
}

/** Why the team cannot stay for another kind of review, or null where it can: its reviewers would not be taken for that kind. */
async function teamUnfit(ctx: Context, review: OpenReview, next: Protocol): Promise<string | null> {
	if (isDeepStrictEqual(next.team, review.protocol.team)) return null;
	const reviewing = review.facts.team
		.filter(({ role }) => role === 'reviewer')
		.map(({ personId }) => personId);
	const people = await candidates(ctx, { ...review, protocol: next }, reviewing);
	const unfit = people.find(({ held }) => cannotReview(next, held) !== null);
	return unfit
		? `${cannotReview(next, unfit.held)} ${unfit.name} is none: take them off the team first.`
		: null;
}

/**
 * Checks a frame against the protocol's kinds, the host's school calendar and its earlier reviews; the last day follows from
 * the number of days. A kind that begins afresh follows no other, whatever was chosen.
 */
async function frameOf(
	ctx: Context,
	host: Host,
	protocol: Protocol,
	input: FrameInput,
): Promise<Frame | { errors: FieldErrors }> {
	const calendar = await calendarFor(ctx, host.partnershipId, host.hostMemberId);
	const errors: FieldErrors = {};
	const knows = (list: readonly { key: string }[], key: string) => list.some((entry) => entry.key === key);
	const asked = protocol.kinds.find(({ key }) => key === input.kind);
	const days = input.days ?? usualDays(asked);
	if (!asked) errors['kind'] = 'Choose what kind of review it is.';
	else if (asked.days === 0 && days > 1) errors['days'] = `${asked.label}: a joint session takes one day.`;
	if (!knows(protocol.focus.kinds, input.focusKind)) errors['focusKind'] = 'Choose why this focus.';
	if (!knows(protocol.focus.sources, input.focusSource))
		errors['focusSource'] = 'Choose where the focus comes from.';
	if (!isSchoolDay(calendar, input.firstDay)) {
		errors['firstDay'] =
			`${asPeopleSay(input.firstDay)} is not a school day (${describe(input.firstDay, calendar)}). Choose another.`;
	}
	const earlier = asked?.begins === 'from an earlier review' && (await followed(ctx, host, asked, input));
	if (earlier && 'errors' in earlier) Object.assign(errors, earlier.errors);
	if (Object.keys(errors).length > 0) return { errors };
	const lastDay = offset(input.firstDay, { amount: days - 1, unit: 'school days' }, calendar).day;
	const { kind, focus, focusKind, focusSource, firstDay } = input;
	const followsId = earlier && 'id' in earlier ? earlier.id : null;
	return { kind, focus, focusKind, focusSource, firstDay, lastDay, followsId };
}

/** The earlier review of a host that one of this kind follows, or why it cannot. */
async function followed(
	ctx: Context,
	{ partnershipId, hostMemberId }: Host,
	{ label }: Protocol['kinds'][number],
	{ followsId, firstDay }: FrameInput,
): Promise<{ id: string } | { errors: FieldErrors }> {
	const held = (await heldReviews(ctx, partnershipId, [hostMemberId])).filter(
		(earlier) => earlier.firstDay < firstDay,
	);
	if (held.length === 0)
		return {
			errors: {
				kind: `${label} begins from an earlier review, and none was held at this school before this day.`,
			},
		};
	const one = held.find(({ id }) => id === followsId);
	return one ?? { errors: { followsId: 'Choose the earlier review of this school that it follows.' } };
}
