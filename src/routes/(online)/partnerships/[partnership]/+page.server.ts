import { schoolYearName } from '#domain/calendar/school-year.ts';
import { impactOfReviews } from '#domain/improvement/impact/queries.server.ts';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { slips } from '#domain/planning/cycle/coverage.ts';
import { presentCoverage } from '#domain/planning/cycle/screen.server.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { reviewsOf } from '#domain/agenda/reviews.server.ts';
import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import type { Context } from '#platform/context.ts';
import { notThere } from '../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing) notThere();
		const protocol = (await protocolInForce(ctx, params.partnership))?.protocol ?? null;
		const present = await presentMembers(ctx, params.partnership);
		const reviews = await reviewsOf(ctx, params.partnership);
		const impact = await impactOfReviews(
			ctx,
			params.partnership,
			reviews.filter(({ held }) => held).map(({ id }) => id),
		);
		const thisYear = reviews.filter(
			({ firstDay }) => firstDay !== null && schoolYearName(firstDay) === schoolYearName(ctx.today),
		);
		const whole = await wholeCycle(ctx, standing);
		const held = new Set(thisYear.filter(({ held }) => held).map(({ hostMemberId }) => hostMemberId));
		return {
			members: present.length,
			schoolYear: schoolYearName(ctx.today),
			protocol: protocol?.title ?? null,
			wholeCycle: whole,
			cycle: whole && protocol ? await cycleOf(ctx, params.partnership, protocol) : null,
			reviews: reviews.map((review) => ({ ...review, impact: impact.get(review.id) ?? null })),
			reviewedThisYear: present.filter(({ id }) => held.has(id)).length,
		};
	});

/** How far the cycle of today has come; null where none is open. */
async function cycleOf(ctx: Context, partnershipId: string, protocol: Protocol) {
	const found = await presentCoverage(ctx, partnershipId, protocol);
	if (!found) return null;
	const { done, asked } = found.coverage;
	return { name: found.cycle.name, done, asked, rounds: found.rounds, slips: slips(found.coverage).length };
}
