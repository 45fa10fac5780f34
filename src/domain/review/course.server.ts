import { calendarFor } from '#domain/partnership/calendar.server.ts';
import type { Context } from '#platform/context.ts';
import type { OpenReview } from './open.server.ts';
import { timeline, type TimelineItem } from './timeline.ts';

/** The course of one open review today: what every screen of it that says what is next reads. */
export const courseOf = async (ctx: Context, review: OpenReview): Promise<TimelineItem[]> =>
	timeline(
		review.protocol,
		review.facts,
		await calendarFor(ctx, review.partnershipId, review.hostMemberId),
		ctx.today,
	);
