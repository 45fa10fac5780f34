import { randomUUIDv7 } from 'node:crypto';
import { headsToday } from '#domain/capacity/people.ts';
import { askForDays, offerDays } from '#domain/capacity/poll/deeds.server.ts';
import { askableBy } from '#domain/capacity/poll/opening.server.ts';
import { addDays } from '#domain/calendar/day.ts';
import { asOption } from '#domain/capacity/poll/screen.server.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** By when answers are asked for, unless the asker says otherwise. */
const daysToAnswer = 7;

export const load: PageServerLoad = async ({ locals, params: { partnership } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const people = standing ? await askableBy(ctx, standing) : [];
		if (people.length === 0) return null;
		return {
			id: randomUUIDv7(),
			tomorrow: addDays(ctx.today, 1),
			today: ctx.today,
			untilDay: addDays(ctx.today, daysToAnswer),
			people: people.map(asOption),
			heads: headsToday(await roles(ctx, partnership), ctx.today),
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	// Shown to be ticked; nothing is kept.
	offer: (event) =>
		submit(event, offerDays, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			// With what else was typed already, for a browser without scripts.
			success: (offered, typed) => ({ offered, typed }),
		}),
	async ask(event) {
		const { env } = await server();
		return submit(event, (ctx, input) => askForDays(ctx, env.origin, input), {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: ({ id }) => `/partnerships/${event.params.partnership}/polls/${id}`,
		});
	},
};
