import { endFeed, makeFeed } from '#domain/agenda/feed/actions.server.ts';
import { feedMadeAt } from '#domain/agenda/feed/feed.server.ts';
import { chooseReminders } from '#domain/agenda/reminders/actions.server.ts';
import { choiceOf } from '#domain/agenda/reminders/queries.server.ts';
import { londonDay } from '#platform/day.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.within(async (ctx) => {
		const madeAt = await feedMadeAt(ctx);
		return {
			reminders: await choiceOf(ctx),
			feedSince: madeAt && londonDay(madeAt),
			email: locals.person?.email ?? '',
		};
	});

export const actions: Actions = {
	reminders: (event) => submit(event, chooseReminders, { success: () => ({ saved: true }) }),
	feed: async (event) => {
		const { origin } = (await server()).env;
		return submit(event, makeFeed, {
			success: ({ token }) => ({ feed: `${origin}/calendar/${token}.ics` }),
		});
	},
	end: (event) => submit(event, endFeed, { success: () => '/me' }),
};
