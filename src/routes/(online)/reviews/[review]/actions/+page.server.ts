import { randomUUIDv7 } from 'node:crypto';
import { eventsOfReview } from '#domain/event/link-queries.server.ts';
import {
	mayCorrectActions,
	mayPlanActions,
	mayReportProgress,
	mayTellImpact,
	mayUpdateAction,
} from '#domain/improvement/access.ts';
import {
	planAction,
	reportProgress,
	rescheduleAction,
	updateAction,
} from '#domain/improvement/deeds/actions.server.ts';
import { correctAction, giveUpAction, handOverAction } from '#domain/improvement/deeds/correcting.server.ts';
import { addMilestone, removeMilestone, tickMilestone } from '#domain/improvement/milestones/deeds.server.ts';
import { aimsFor } from '#domain/improvement/aims/queries.server.ts';
import { tellUpdate } from '#domain/improvement/impact/deeds.server.ts';
import { progressSoFar } from '#domain/improvement/progress-report.ts';
import { impactInWords } from '#domain/improvement/impact/impact.ts';
import { readsImpact, toldImpact } from '#domain/improvement/impact/queries.server.ts';
import { standsInWords, urgency } from '#domain/improvement/model.ts';
import {
	actionsOf,
	answerableFindings,
	hostPeople,
	progressReports,
} from '#domain/improvement/queries.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { readers } from '#domain/review/readers.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const review = await openReview(ctx, params.review);
		if (!review || ctx.actor.kind !== 'person') notThere();
		const { roles, facts, followUpOpen } = review;
		const actorId = ctx.actor.id;
		const actions = await actionsOf(ctx, review);
		const readsOfImpact = await readsImpact(ctx, review);
		if (actions.length === 0 && !readsOfImpact) notThere();
		const reports = await progressReports(ctx, review);
		const events = await eventsOfReview(ctx, review);
		const corrects = mayCorrectActions(roles);
		const plans = mayPlanActions(roles) && followUpOpen && facts.closedOn === null;
		return {
			readers: readers(review, 'actions'),
			actions: actions.map((action) => ({
				...action,
				events: events.filter(({ thingId }) => thingId === action.id),
				urgency: urgency(action, ctx.today),
				stands: standsInWords(action, ctx.today),
				mayUpdate: mayUpdateAction(roles, actorId, action.ownerId) && action.givenUp === null,
				mayCorrect: corrects && action.givenUp === null,
				updateId: randomUUIDv7(),
				rescheduleId: randomUUIDv7(),
				milestoneId: randomUUIDv7(),
			})),
			reports,
			/** What the head's next report begins with. */
			soFar: mayReportProgress(roles) ? progressSoFar(actions, reports[0]?.reportedAt ?? null) : '',
			/** Under which what is told as impact stands; null for whoever does not tell it. */
			headings: mayTellImpact(roles) && followUpOpen ? review.protocol.followUp.impactHeadings : null,
			numbersFrom: review.protocol.report.numbersFrom,
			/** Null for whoever reads no more than an action of their own. */
			impact: readsOfImpact && followUpOpen ? impactInWords(await toldImpact(ctx, review)) : null,
			partnershipId: review.partnershipId,
			plans,
			reportsProgress: mayReportProgress(roles) && followUpOpen,
			published: followUpOpen,
			findings: corrects && followUpOpen ? await answerableFindings(ctx, review) : [],
			aims: corrects && followUpOpen ? await aimsFor(ctx, review) : [],
			people: corrects && followUpOpen ? await hostPeople(ctx, review.hostMemberId) : [],
			kinds: Object.fromEntries(review.protocol.evidence.kinds.map(({ key, label }) => [key, label])),
			today: ctx.today,
			planId: randomUUIDv7(),
			reportId: randomUUIDv7(),
		};
	});

export const actions: Actions = {
	plan: onThisReview(planAction, '/actions'),
	update: onThisReview(updateAction, '/actions'),
	correct: onThisReview(correctAction, '/actions'),
	handOver: onThisReview(handOverAction, '/actions'),
	giveUp: onThisReview(giveUpAction, '/actions'),
	addMilestone: onThisReview(addMilestone, '/actions'),
	tickMilestone: onThisReview(tickMilestone, '/actions'),
	removeMilestone: onThisReview(removeMilestone, '/actions'),
	reschedule: onThisReview(rescheduleAction, '/actions'),
	tellUpdate: onThisReview(tellUpdate, '/actions'),
	report: onThisReview(reportProgress, '/actions'),
};
