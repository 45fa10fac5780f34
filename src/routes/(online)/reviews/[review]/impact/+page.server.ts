import { randomUUIDv7 } from 'node:crypto';
import { mayMeasure, mayTellImpact } from '#domain/improvement/access.ts';
import { sinceBaseline } from '#domain/improvement/baseline/baseline.ts';
import {
	changeBaseline,
	measureBaseline,
	takeBackBaseline,
} from '#domain/improvement/baseline/deeds.server.ts';
import {
	changeMeasurement,
	measureAgain,
	takeBackMeasurement,
	tellMeasurement,
} from '#domain/improvement/baseline/measuring.server.ts';
import { baselinesOf } from '#domain/improvement/baseline/queries.server.ts';
import { changeImpact, takeBackImpact, tellImpact } from '#domain/improvement/impact/deeds.server.ts';
import { impactInWords, underHeadings } from '#domain/improvement/impact/impact.ts';
import { readsImpact, toldImpact } from '#domain/improvement/impact/queries.server.ts';
import { actionsOf } from '#domain/improvement/queries.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { readers } from '#domain/review/readers.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const review = await openReview(ctx, params.review);
		if (!review) notThere();
		const { roles, protocol, followUpOpen } = review;
		if (!(await readsImpact(ctx, review))) notThere();
		const told = await toldImpact(ctx, review);
		const actions = mayTellImpact(roles) ? await actionsOf(ctx, review) : [];
		const baselines = await baselinesOf(ctx, review);
		const { impactHeadings } = protocol.followUp;
		return {
			readers: readers(review, 'actions'),
			published: followUpOpen,
			headings: impactHeadings,
			told: underHeadings(impactHeadings, told),
			inWords: impactInWords(told),
			actions: actions.map(({ id, title }) => ({ value: id, label: title })),
			/** Of what is told next; null for those who only read. */
			id: mayTellImpact(roles) && followUpOpen ? randomUUIDv7() : null,
			inspectionId: randomUUIDv7(),
			count: told.length,
			baselines: baselines.map((baseline) => ({
				...baseline,
				since: sinceBaseline(baseline),
				againId: randomUUIDv7(),
			})),
			/** Of what is measured next; null for those who only read. */
			baselineId: mayMeasure(roles) && followUpOpen ? randomUUIDv7() : null,
			today: ctx.today,
			/** A number of fewer people may tell who they are. */
			numbersFrom: protocol.report.numbersFrom,
		};
	});

export const actions: Actions = {
	tell: onThisReview(tellImpact, '/impact'),
	change: onThisReview(changeImpact, '/impact'),
	takeBack: onThisReview(takeBackImpact, '/impact'),
	measureBaseline: onThisReview(measureBaseline, '/impact'),
	changeBaseline: onThisReview(changeBaseline, '/impact'),
	takeBackBaseline: onThisReview(takeBackBaseline, '/impact'),
	measureAgain: onThisReview(measureAgain, '/impact'),
	changeMeasurement: onThisReview(changeMeasurement, '/impact'),
	takeBackMeasurement: onThisReview(takeBackMeasurement, '/impact'),
	tellMeasurement: onThisReview(tellMeasurement, '/impact'),
};
