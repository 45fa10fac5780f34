import { randomUUIDv7 } from 'node:crypto';
import { needOf } from '#domain/protocol/of-kind.ts';
import { answerableFindings } from '#domain/improvement/queries.server.ts';
import { mayRecordWorkshop } from '#domain/workshop/access.ts';
import { recordWorkshop } from '#domain/workshop/actions.server.ts';
import { workshopOf } from '#domain/workshop/queries.server.ts';
import { roomsOf } from '#domain/workshop/room/queries.server.ts';
import { prepareRoom } from '#domain/workshop/room/running.server.ts';
import { outcomeOf } from '#domain/workshop/room/screen.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { readers } from '#domain/review/readers.ts';
import { isOnTeam } from '#domain/review/roles.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const review = await openReview(ctx, params.review);
		if (!review) notThere();
		const rules = review.protocol.workshop;
		const workshop = await workshopOf(ctx, review);
		const need = needOf(review.protocol, 'workshop held');
		const mayRecord = need !== 'never' && mayRecordWorkshop(review.roles, rules.runBy);
		const takesPart = mayRecord || (isOnTeam(review.roles) && review.bound);
		if (!workshop && !takesPart) notThere();
		return {
			readers: readers(review, 'workshop'),
			workshop,
			mayRecord,
			id: randomUUIDv7(),
			rooms: mayRecord
				? (await roomsOf(ctx, review)).map(({ id, day, openedOn, closedAt }) => ({
						...{ id, day, openedOn },
						over: closedAt !== null,
					}))
				: [],
			outcome: mayRecord && !workshop ? await outcomeOf(ctx, review) : '',
			held: review.facts.lastDay !== null && review.facts.lastDay <= ctx.today,
			today: ctx.today,
			need,
			runBy: review.protocol.roles[rules.runBy].one,
			produces: rules.produces,
			findings: await answerableFindings(ctx, review),
			kinds: Object.fromEntries(review.protocol.evidence.kinds.map(({ key, label }) => [key, label])),
		};
	});

export const actions: Actions = {
	record: onThisReview(recordWorkshop, '/workshop'),
	prepare: (event) =>
		submit(event, prepareRoom, {
			input: (form) => ({ ...form, reviewId: event.params.review }),
			success: ({ id }) => `/reviews/${event.params.review}/workshop/${id}`,
		}),
};
