import { randomUUIDv7 } from 'node:crypto';
import { mayPlanActions, mayReportProgress, mayUpdateAction } from '#domain/improvement/access.ts';
import {
	planAction,
	reportProgress,
	rescheduleAction,
	updateAction,
} from '#domain/improvement/deeds/actions.server.ts';
import { dueInWords, urgency } from '#domain/improvement/model.ts';
import {
	actionsOf,
	answerableFindings,
	hostPeople,
	progressReports,
} from '#domain/improvement/queries.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { isOnTeam } from '#domain/review/roles.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../answer.ts';
import { notThere } from '../../../refusals.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const review = await openReview(ctx, params.review);
		if (!review || ctx.actor.kind !== 'person') notThere();
		const { roles, facts, followUpOpen } = review;
		const actorId = ctx.actor.id;
		const actions = await actionsOf(ctx, review);
		const takesPart = mayPlanActions(roles) || roles.has('champion') || (isOnTeam(roles) && review.bound);
		if (actions.length === 0 && !takesPart) notThere();
		const plans = mayPlanActions(roles) && followUpOpen && facts.closedOn === null;
		return {
			actions: actions.map((action) => ({
				...action,
				urgency: urgency(action, ctx.today),
				dueInWords: dueInWords(action.due, ctx.today),
				mayUpdate: mayUpdateAction(roles, actorId, action.ownerId),
				updateId: randomUUIDv7(),
				rescheduleId: randomUUIDv7(),
			})),
			reports: await progressReports(ctx, review),
			plans,
			reportsProgress: mayReportProgress(roles) && followUpOpen,
			published: followUpOpen,
			findings: plans ? await answerableFindings(ctx, review) : [],
			people: plans ? await hostPeople(ctx, review.hostMemberId) : [],
			kinds: Object.fromEntries(review.protocol.evidence.kinds.map(({ key, label }) => [key, label])),
			today: ctx.today,
			planId: randomUUIDv7(),
			reportId: randomUUIDv7(),
		};
	});

type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;

const here = (event: RequestEvent, deed: Deed) =>
	submit(event, deed, {
		input: (form) => ({ ...form, reviewId: event.params.review }),
		success: () => `/reviews/${event.params.review}/actions`,
	});

export const actions: Actions = {
	plan: (event) => here(event, planAction),
	update: (event) => here(event, updateAction),
	reschedule: (event) => here(event, rescheduleAction),
	report: (event) => here(event, reportProgress),
};
