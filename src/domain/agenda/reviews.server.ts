import type { Span } from '#domain/calendar/school-year.ts';
import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import type { Milestone } from '#domain/protocol/parts/stages.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Facts } from '#domain/review/facts.ts';
import { factsOf } from '#domain/review/kept-facts.server.ts';
import { hasReached, stageOf, type Stage } from '#domain/review/stage.ts';
import { timeline } from '#domain/review/timeline.ts';
import type { Context } from '#platform/context.ts';

export interface ReviewCard {
	id: string;
	hostMemberId: string;
	hostName: string;
	focus: string;
	firstDay: string | null;
	stage: Stage;
	/** The day of the review is over. */
	held: boolean;
	/** The day by which its report was to be out, where it is late (NFS-25). */
	reportWasDue: string | null;
}

const reporting: readonly Milestone[] = ['report agreed', 'report published'];
const ownerOf = ({ partnershipId, hostMemberId: memberId }: Facts) => ({ partnershipId, memberId });

/** More reviews than a partnership of schools holds in many years; the latest are kept. */
const most = 200;

/**
 * A partnership's reviews with where each stands, the latest first, those of one day by host; where it is given, those of one host, or those that begin
 * from one day to another.
 */
export async function reviewsOf(
	ctx: Context,
	partnershipId: string,
	{ hostMemberId = null, during = null }: { hostMemberId?: string | null; during?: Span | null } = {},
): Promise<ReviewCard[]> {
	const ids = await ctx.db
		.selectFrom('review')
		.select('id')
		.where('partnership_id', '=', partnershipId)
		.$if(hostMemberId !== null, (query) => query.where('host_member_id', '=', hostMemberId))
		.$if(during !== null, (query) =>
			query.where('first_day', '>=', during!.from).where('first_day', '<=', during!.to),
		)
		.orderBy('first_day', (order) => order.desc().nullsFirst())
		.orderBy('id')
		.limit(most)
		.execute();
	const reviews = await factsOf(
		ctx,
		ids.map(({ id }) => id),
	);
	const protocolOf = await protocolsOf(ctx, reviews);
	const unpublished = reviews.filter(({ publication }) => publication === null);
	const calendars = await calendarsFor(ctx, unpublished.map(ownerOf));
	/** The first day of the report's that has passed. */
	const reportWasDue = (facts: Facts) =>
		timeline(protocolOf(facts), facts, calendars(ownerOf(facts)), ctx.today)
			.filter(({ milestone, state }) => reporting.includes(milestone) && state === 'overdue')
			.map(({ due }) => due)
			.sort()[0] ?? null;
	return reviews
		.map((facts) => {
			const stage = stageOf(facts, protocolOf(facts), ctx.today);
			const { id, hostMemberId, hostName, focus, firstDay } = facts;
			return {
				...{ id, hostMemberId, hostName, focus, firstDay, stage, held: hasReached(stage, 'writing') },
				reportWasDue: unpublished.includes(facts) ? reportWasDue(facts) : null,
			};
		})
		.sort(
			(a, b) =>
				(b.firstDay ?? '9999').localeCompare(a.firstDay ?? '9999') ||
				a.hostName.localeCompare(b.hostName) ||
				a.id.localeCompare(b.id),
		);
}
