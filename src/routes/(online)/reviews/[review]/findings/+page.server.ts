import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { arrangeFinding, placeEvidence, undoStep } from '#domain/report/deeds/findings.server.ts';
import { setTheme, unsetTheme } from '#domain/report/sorting/themes.server.ts';
import { findingsScreen } from '#domain/report/sorting/screen.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import { newsOfDay } from '../day/news-of-day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(newsOfDay);
	const screen = await locals.within((ctx) => findingsScreen(ctx, params.review));
	return screen ? { ...screen, id: randomUUIDv7() } : notThere();
};

/** Nothing leaves its place: whoever sorts goes on where they are. */
const onBoard =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome>) => (event: RequestEvent<{ review: string }>) =>
		submit(event, deed, {
			input: (form) => ({ ...form, reviewId: event.params.review }),
			success: () => ({}),
		});

export const actions: Actions = {
	place: onBoard(placeEvidence),
	arrange: onBoard(arrangeFinding),
	undo: onBoard(undoStep),
	theme: onBoard(setTheme),
	untheme: onBoard(unsetTheme),
};
