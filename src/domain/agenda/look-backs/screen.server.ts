import { schoolYearName, schoolYearSpan, startOf } from '#domain/calendar/school-year.ts';
import { gathered, type Gathered } from '#domain/improvement/look-back/gathered.ts';
import { answersOfReviews, lookedBackOn } from '#domain/improvement/look-back/queries.server.ts';
import { protocolsOf } from '#domain/protocol/queries.server.ts';
import type { TimelineState } from '#domain/review/timeline.ts';
import type { Context } from '#platform/context.ts';
import { timelinesOf } from '../timelines.server.ts';

/** Where a review stands with its look-back. */
export interface LookBackDue {
	id: string;
	hostName: string;
	due: string | null;
	state: TimelineState;
}

/** What schools and teams say of the reviews of one school year (CEN-9), and which have still to be looked back on. */
export interface LookBacks {
	questions: Gathered[];
	/** Of the reviews the reader may know of, by day; those that are to come are not among them. */
	reviews: LookBackDue[];
	/** Other school years of which something may be read, the latest first. */
	years: string[];
}

/** More reviews begin in no school year. */
const most = 200;

export async function lookBacksOf(
	ctx: Context,
	partnershipId: string,
	schoolYear: string,
): Promise<LookBacks> {
	const during = schoolYearSpan(startOf(schoolYear));
	const written = await answersOfReviews(ctx, partnershipId, during);
	const heldBy = await protocolsOf(ctx, written);
	const days = await lookedBackOn(ctx, partnershipId);
	return {
		questions: gathered(
			written.map((one) => {
				const { forms, followUp } = heldBy(one);
				return { ...one, questions: forms[followUp.lookBack.form]!.questions };
			}),
		),
		reviews: await whereTheyStand(ctx, partnershipId, during),
		years: days.map(schoolYearName),
	};
}

async function whereTheyStand(
	ctx: Context,
	partnershipId: string,
	during: { from: string; to: string },
): Promise<LookBackDue[]> {
	const held = await ctx.db
		.selectFrom('review')
		.select('id')
		.where('partnership_id', '=', partnershipId)
		.where('first_day', '>=', during.from)
		.where('first_day', '<=', during.to)
		.where('last_day', '<', ctx.today)
		.orderBy('first_day')
		.orderBy('id')
		.limit(most)
		.execute();
	const reviews = await timelinesOf(
		ctx,
		held.map(({ id }) => id),
	);
	return reviews.flatMap(({ facts: { id, hostName }, items }) => {
		const asked = items.find(({ milestone }) => milestone === 'looked back');
		return asked ? [{ id, hostName, due: asked.due, state: asked.state }] : [];
	});
}
