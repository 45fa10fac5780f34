import { sql } from 'kysely';
import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import { reviewDays } from '#domain/review/days.ts';
import { factsOf } from '#domain/review/kept-facts.server.ts';
import type { Context } from '#platform/context.ts';
import type { Sent } from './changes.ts';
import type { Occasion, Source } from './occasions.ts';

/** What the occasions of these reviews are made of; reviews the actor may not know of are left out. */
export async function sourcesOf(ctx: Context, reviewIds: string[]): Promise<Source[]> {
	const reviews = await factsOf(ctx, reviewIds);
	const protocolOf = await protocolsOf(ctx, reviews);
	const calendars = await calendarsFor(
		ctx,
		reviews.map(({ partnershipId, hostMemberId: memberId }) => ({ partnershipId, memberId })),
	);
	const { rows: slots } = await sql<{ reviewId: string; day: string; starts: string; ends: string }>`
		select review_id as "reviewId", day, min(starts) as starts, max(ends) as ends
		from activity where review_id = any (${reviewIds}::uuid[]) group by review_id, day`.execute(ctx.db);
	return reviews.map((facts) => ({
		facts,
		protocol: protocolOf(facts),
		days: reviewDays(calendars({ partnershipId: facts.partnershipId, memberId: facts.hostMemberId }), facts),
		slots: slots.filter(({ reviewId }) => reviewId === facts.id),
	}));
}

/** What the actor's own calendar was last told of a review. */
export async function sentOf(
	ctx: Context,
	{ partnershipId, reviewId }: { partnershipId: string; reviewId: string },
): Promise<Sent[]> {
	const rows = await ctx.db
		.selectFrom('calendar_entry')
		.select(['told', 'sequence', 'cancelled'])
		.where('partnership_id', '=', partnershipId)
		.where('review_id', '=', reviewId)
		.execute();
	return rows.map(({ told, sequence, cancelled }) => ({ told: told as Occasion, sequence, cancelled }));
}
