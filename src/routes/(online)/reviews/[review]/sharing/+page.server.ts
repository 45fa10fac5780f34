import { randomUUIDv7 } from 'node:crypto';
import { endLink, makeLink, makePack } from '#domain/review/deeds/links.server.ts';
import { release, takeBack } from '#domain/review/deeds/sharing.server.ts';
import { sharingScreen } from '#domain/review/sharing-screen.server.ts';
import { askToSpeak } from '#domain/review/speaking/speaking.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => sharingScreen(ctx, params.review));
	return screen
		? { ...screen, releaseId: randomUUIDv7(), linkId: randomUUIDv7(), packId: randomUUIDv7() }
		: notThere();
};

const onThis = (review: string) => (form: object) => ({ ...form, reviewId: review });

const here = (event: RequestEvent, deed: (ctx: Context, input: unknown) => Promise<Outcome>) =>
	submit(event, deed, {
		input: onThis(event.params.review),
		success: () => `/reviews/${event.params.review}/sharing`,
	});

/** The address is shown this once, and stored nowhere. */
const making = async (event: RequestEvent, deed: typeof makeLink) => {
	const { origin } = (await server()).env;
	return submit(event, deed, {
		input: onThis(event.params.review),
		success: ({ token, forWhom }) => ({ made: { address: `${origin}/link/${token}`, forWhom } }),
	});
};

export const actions: Actions = {
	release: (event) => here(event, release),
	back: (event) => here(event, takeBack),
	link: (event) => making(event, makeLink),
	pack: (event) => making(event, makePack),
	ask: async (event) => {
		const { origin } = (await server()).env;
		return here(event, (ctx, input) => askToSpeak(ctx, origin, input));
	},
	end: (event) => here(event, endLink),
};
