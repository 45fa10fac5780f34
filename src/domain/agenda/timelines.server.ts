import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import type { Facts } from '#domain/review/facts.ts';
import { factsOf } from '#domain/review/kept-facts.server.ts';
import { timeline, type TimelineItem } from '#domain/review/timeline.ts';
import type { Context } from '#platform/context.ts';

/** Some reviews with what is due around each today, as far as the actor may know of them; as many queries for one as for many. */
export async function timelinesOf(
	ctx: Context,
	reviewIds: readonly string[],
): Promise<{ facts: Facts; protocol: Protocol; items: TimelineItem[] }[]> {
	const reviews = await factsOf(ctx, [...reviewIds]);
	const protocolOf = await protocolsOf(ctx, reviews);
	const hostOf = ({ partnershipId, hostMemberId: memberId }: Facts) => ({ partnershipId, memberId });
	const calendars = await calendarsFor(ctx, reviews.map(hostOf));
	return reviews.map((facts) => {
		const protocol = protocolOf(facts);
		return { facts, protocol, items: timeline(protocol, facts, calendars(hostOf(facts)), ctx.today) };
	});
}
