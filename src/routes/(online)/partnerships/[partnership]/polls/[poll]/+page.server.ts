import { answerPoll, askMore, closePoll, remindOfPoll } from '#domain/capacity/poll/deeds.server.ts';
import { pollScreen } from '#domain/capacity/poll/screen.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { server } from '#platform/server.ts';
import { isId } from '#platform/text.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, poll } }) =>
	(isId(poll) ? await locals.within((ctx) => pollScreen(ctx, partnership, poll)) : null) ?? notThere();

type Deed = (ctx: Context, origin: string, input: unknown) => Promise<Outcome>;

/** Posts to the poll of the address, and stays there. */
async function onThisPoll(event: RequestEvent, deed: Deed) {
	const { partnership: partnershipId, poll: pollId } = event.params as { partnership: string; poll: string };
	const { env } = await server();
	return submit(event, (ctx, input) => deed(ctx, env.origin, input), {
		input: (form) => ({ ...form, partnershipId, pollId }),
		success: () => `/partnerships/${partnershipId}/polls/${pollId}`,
	});
}

export const actions: Actions = {
	answer: (event) => onThisPoll(event, (ctx, _origin, input) => answerPoll(ctx, input)),
	close: (event) => onThisPoll(event, (ctx, _origin, input) => closePoll(ctx, input)),
	remind: (event) => onThisPoll(event, remindOfPoll),
	more: (event) => onThisPoll(event, askMore),
};
