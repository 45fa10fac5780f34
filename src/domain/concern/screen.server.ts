import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { londonTime } from '#platform/day.ts';
import { isId } from '#platform/text.ts';
import { mayRaise } from './access.ts';
import { standingOf, stepWords, toRing, type Bell } from './model.ts';
import { contactsOf, seenConcerns, type SeenConcern } from './queries.server.ts';

/** Null for whoever may raise none in this review. */
export async function bellOf(ctx: Context, review: OpenReview): Promise<Bell | null> {
	if (!mayRaise(review)) return null;
	const { kinds, tell, tellAboutHead, reviewerReads } = review.protocol.concerns;
	return { kinds, tell, tellAboutHead, reviewerReads, contacts: await contactsOf(ctx, review.hostMemberId) };
}

/** The same by a review's id. */
export async function bellOfReview(ctx: Context, reviewId: string): Promise<Bell | null> {
	const review = await openReview(ctx, reviewId);
	return review && bellOf(ctx, review);
}

/** One concern as whoever raised it or was told of it sees it now; null for everybody else, and where there is none. */
export async function concernScreen(ctx: Context, concernId: string) {
	const [concern] = isId(concernId) ? await seenConcerns(ctx, concernId) : [];
	if (!concern) return null;
	const { rules } = concern;
	return {
		...headOf(concern, ctx.now),
		aboutHead: concern.aboutHead,
		reviewerReads: rules.reviewerReads,
		/** Whom the protocol would tell first. */
		first: (concern.aboutHead ? rules.tellAboutHead : rules.tell)[0]!,
		/** Whether what is shown may change by itself. */
		moves: standingOf(concern.steps, rules.minutes, ctx.now).is === 'waiting',
		ring: ringOf(concern),
		steps: concern.steps.map((step) => ({
			place: step.place,
			name: step.name,
			role: step.role,
			phone: step.phone,
			words: stepWords(step),
			answered: step.acknowledgedAt !== null,
		})),
	};
}

/** The concerns of which the actor knows, for their own list. */
export async function concernList(ctx: Context) {
	return (await seenConcerns(ctx)).map((concern) => headOf(concern, ctx.now));
}

/** Those that ring: nobody has answered, and the actor was told, or raised it within a day. */
export async function ringingConcerns(ctx: Context) {
	return (await seenConcerns(ctx))
		.filter(
			({ raisedByMe, raisedAt, steps }) =>
				steps.every(({ acknowledgedAt }) => acknowledgedAt === null) &&
				(!raisedByMe || ctx.now.getTime() - raisedAt.getTime() < 24 * 3_600_000),
		)
		.map((concern) => headOf(concern, ctx.now));
}

function headOf(concern: SeenConcern, now: Date) {
	const { id, school, kind, raisedBy, raisedByMe, raisedAt, rules, steps } = concern;
	return {
		id,
		school,
		kind: rules.kinds.find(({ key }) => key === kind)?.label ?? kind,
		raisedBy,
		raisedByMe,
		/** Day and time in London. */
		raisedOn: londonTime(raisedAt),
		standing: standingOf(steps, rules.minutes, now),
		/** The actor was told and has not answered. */
		asksMe: steps.some(({ mine, acknowledgedAt }) => mine && acknowledgedAt === null),
		answeredByMe: steps.some(({ mine, acknowledgedAt }) => mine && acknowledgedAt !== null),
	};
}

function ringOf({ steps }: SeenConcern) {
	const ring = toRing(steps);
	return ring && { name: ring.name, role: ring.role, phone: ring.phone };
}
