import { randomUUIDv7 } from 'node:crypto';
import { addUnsuitable, keepBusy, readBusy, takeDaysAway } from '#domain/capacity/days/deeds.server.ts';
import { unsuitableInWords } from '#domain/capacity/days/days.ts';
import { offered } from '#domain/capacity/days/offered.ts';
import { ownDays } from '#domain/capacity/days/queries.server.ts';
import { myPolls } from '#domain/capacity/poll/queries.server.ts';
import { submit } from '../../../answer.ts';
import { withTextOfFile } from '../../../text-of-file.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.within(async (ctx) => ({
		days: (await ownDays(ctx)).map((days) => ({ ...days, said: unsuitableInWords(days) })),
		polls: await myPolls(ctx),
		id: randomUUIDv7(),
		today: ctx.today,
	}));

const there = { success: () => '/me/days' };

export const actions: Actions = {
	add: (event) => submit(event, addUnsuitable, there),
	away: (event) => submit(event, takeDaysAway, there),
	// Shown for confirmation; nothing is kept.
	read: (event) =>
		submit(event, readBusy, {
			read: withTextOfFile,
			success: (busy) => ({ busy: busy.map(offered) }),
		}),
	keep: (event) => submit(event, keepBusy, there),
};
