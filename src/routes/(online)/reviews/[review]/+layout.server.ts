import { randomUUIDv7 } from 'node:crypto';
import { bellOf } from '#domain/concern/screen.server.ts';
import { readableNow } from '#domain/agenda/readable.server.ts';
import { mayReadDraft } from '#domain/report/access.ts';
import { maySeeSharing } from '#domain/review/access.ts';
import { courseOf } from '#domain/review/course.server.ts';
import { heldAs, needOf } from '#domain/protocol/of-kind.ts';
import { openReview } from '#domain/review/open.server.ts';
import { isOnTeam } from '#domain/review/roles.ts';
import { notThere } from '../../../refusals.ts';
import { railOf } from './places.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
	const opened = await locals.within(async (ctx) => {
		const review = await openReview(ctx, params.review);
		if (!review) return null;
		return {
			review,
			reads: await readableNow(ctx, review),
			course: await courseOf(ctx, review),
			today: ctx.today,
			bell: await bellOf(ctx, review),
		};
	});
	if (!opened) notThere();
	const { review, reads, course, today, bell } = opened;
	const { facts, stage, roles, bound, sharing } = review;
	const held = heldAs(review.protocol, facts.kind);
	const seen = {
		id: review.id,
		partnershipId: review.partnershipId,
		hostMemberId: review.hostMemberId,
		hostName: review.hostName,
		focus: review.focus,
		stage,
		firstDay: facts.firstDay,
		lastDay: facts.lastDay,
		roles: [...roles],
		bound,
		reads,
		onTeam: isOnTeam(roles),
		hostHead: roles.has('host head'),
		heldAs: held,
		/** A joint session need have no lines and no timetable. */
		plans: held === 'day' || needOf(review.protocol, 'plan agreed') !== 'never',
		vocabulary: review.protocol.vocabulary,
		readsDraft: bound && mayReadDraft(roles, review.protocol),
		seesPreparation: sharing.readsPlan,
		seesSharing: maySeeSharing(roles, bound),
	};
	return {
		review: seen,
		rail: railOf(seen, course, today),
		/** For those who may raise a concern here. */
		raising: bell && { id: randomUUIDv7(), bell },
	};
};
