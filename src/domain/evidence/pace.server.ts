import { timetable } from '#domain/review/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { londonTime } from '#platform/day.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { mayCapture } from './access.ts';
import { onBoundReview } from './bound.server.ts';
import { sayPaceInput } from './input.ts';
import { behindBy } from './pace.ts';
import { insertPace } from './pace-store.server.ts';
import { workClosed } from './rules.ts';

/**
 * Says how far the day is behind its timetable (NFS-3): in minutes, or that an activity begins just now. For the day that it
 * is; refused where nothing is planned today. The last word of a day counts, and said twice it is the same.
 */
export const sayPace = (ctx: Context, input: unknown): Promise<Outcome> =>
	onBoundReview(
		ctx,
		sayPaceInput,
		input,
		mayCapture,
		async ({ review, input: { began, minutes }, personId }) => {
			const closed = workClosed(review);
			if (closed) return invalid({ '': closed });
			const today = (await timetable(ctx, review)).filter(({ day }) => day === ctx.today);
			if (today.length === 0)
				return invalid({ '': 'Nothing of this review is planned today, so there is nothing to be behind.' });
			const activity = today.find((one) => one.id === began);
			if (began && !activity) return invalid({ '': 'That activity is not on today’s timetable any more.' });
			const minutesBehind = activity ? behindBy(activity.starts, londonTime(ctx.now).time) : minutes;
			if (minutesBehind === null) return invalid({ minutes: 'Say how many minutes.' });
			await insertPace(ctx, review, { day: ctx.today, minutesBehind, by: personId });
			return done(null);
		},
	);
