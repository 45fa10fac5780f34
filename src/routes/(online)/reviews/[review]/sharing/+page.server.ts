import { randomUUIDv7 } from 'node:crypto';
import { endLink, makeLink } from '#domain/review/deeds/links.server.ts';
import { release, takeBack } from '#domain/review/deeds/sharing.server.ts';
import { sharingScreen } from '#domain/review/sharing-screen.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => sharingScreen(ctx, params.review));
	return screen ? { ...screen, releaseId: randomUUIDv7(), linkId: randomUUIDv7() } : notThere();
};

const onThis = (review: string) => (form: object) => ({ ...form, reviewId: review });

const here = (event: RequestEvent, deed: (ctx: Context, input: unknown) => Promise<Outcome>) =>
	submit(event, deed, {
		input: onThis(event.params.review),
		success: () => `/reviews/${event.params.review}/sharing`,
	});

export const actions: Actions = {
	release: (event) => here(event, release),
	back: (event) => here(event, takeBack),
	/** The address is shown this once, and stored nowhere. */
	link: async (event) => {
		const { origin } = (await server()).env;
		return submit(event, makeLink, {
			input: onThis(event.params.review),
			success: ({ token, forWhom }) => ({ made: { address: `${origin}/link/${token}`, forWhom } }),
		});
	},
	end: (event) => here(event, endLink),
};
