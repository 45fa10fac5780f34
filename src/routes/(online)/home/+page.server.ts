import { eventsAtHome, eventsSince } from '#domain/agenda/events.ts';
import { newHeadships } from '#domain/agenda/handover/queries.server.ts';
import { home } from '#domain/agenda/home.server.ts';
import { myPolls } from '#domain/capacity/poll/queries.server.ts';
import { ringingConcerns } from '#domain/concern/screen.server.ts';
import { myEvents } from '#domain/event/queries.server.ts';
import { myPartnerships } from '#domain/partnership/queries.server.ts';
import { agreementsAsked } from '#domain/protocol/agreement/queries.server.ts';
import { promiseState } from '#domain/agenda/reminders/promises.ts';
import { tellPromise } from '#domain/meeting/deeds/promises.server.ts';
import { inWords, stateOf } from '#domain/introduction/model.ts';
import { myIntroductions } from '#domain/introduction/queries.server.ts';
import { titleOf } from '#domain/meeting/model.ts';
import { myPromises } from '#domain/meeting/promise-queries.server.ts';
import { putThanksAway } from '#domain/support/deployment/deeds.server.ts';
import { unreadThanks, waitingSupport } from '#domain/support/waiting/queries.server.ts';
import { submit } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.within(async (ctx) => ({
		...(await home(ctx)),
		concerns: await ringingConcerns(ctx),
		asked: await agreementsAsked(ctx),
		polls: (await myPolls(ctx)).filter(({ answeredAt }) => answeredAt === null),
		promises: (await myPromises(ctx)).map((promise) => ({
			...promise,
			meeting: titleOf(promise),
			state: promiseState(promise.due, ctx.today),
		})),
		introductions: (await myIntroductions(ctx)).map((one) => ({
			...{ id: one.id, about: one.about, due: one.due, words: inWords(one), state: stateOf(one, ctx.today) },
			path: `/partnerships/${one.partnershipId}/schools/${one.ownId}/in-touch`,
		})),
		events: eventsAtHome(await myEvents(ctx, eventsSince(ctx.today)), ctx.today),
		support: await waitingSupport(ctx),
		thanks: await unreadThanks(ctx),
		partnerships: await myPartnerships(ctx),
		newAt: await newHeadships(ctx),
		day: ctx.today,
	}));

export const actions: Actions = {
	// Told done in one press.
	promised: (event) => submit(event, tellPromise, { success: () => '/home' }),
	thanks: (event) => submit(event, putThanksAway, { success: () => '/home' }),
};
