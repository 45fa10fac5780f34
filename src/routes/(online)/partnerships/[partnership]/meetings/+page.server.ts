import { randomUUIDv7 } from 'node:crypto';
import { addDays } from '#domain/calendar/day.ts';
import { callMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { titleOf } from '#domain/meeting/model.ts';
import { myMeetings } from '#domain/meeting/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';
import { callableBy } from './callable.server.ts';

/** Older and later ones are found in the calendar's years. */
const daysShown = 730;

export const load: PageServerLoad = async ({ locals, params: { partnership } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		if (!standing) return null;
		const { today } = ctx;
		const mine = async (from: string, to: string) =>
			(await myMeetings(ctx, partnership, { from, to, near: today })).map((meeting) => ({
				...meeting,
				title: titleOf(meeting),
			}));
		return {
			coming: await mine(today, addDays(today, daysShown)),
			past: await mine(addDays(today, -daysShown), addDays(today, -1)),
			callable: await callableBy(ctx, standing),
			id: randomUUIDv7(),
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	call: (event) =>
		submit(event, callMeeting, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: ({ id }) => `/partnerships/${event.params.partnership}/meetings/${id}`,
		}),
};
