import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import {
	arrangeFinding,
	editFinding,
	mergeFindings,
	splitFinding,
	withdrawFinding,
} from '#domain/report/deeds/findings.server.ts';
import { addContext } from '#domain/report/deeds/remarks.server.ts';
import { setTheme, unsetTheme } from '#domain/report/sorting/themes.server.ts';
import { findingScreen } from '#domain/report/sorting/screen.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import { onThisReview } from '../../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => findingScreen(ctx, params.review, params.finding));
	return screen ? { ...screen, id: randomUUIDv7(), contextId: randomUUIDv7() } : notThere();
};

const onThisFinding = (deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>) =>
	onThisReview(deed, '/findings', ({ finding }: { review: string; finding: string }) => ({
		findingId: finding,
	}));

const stayingHere =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome>) =>
	(event: RequestEvent<{ review: string; finding: string }>) =>
		submit(event, deed, {
			input: (form) => ({ ...form, reviewId: event.params.review, findingId: event.params.finding }),
			success: () => ({}),
		});

export const actions: Actions = {
	edit: onThisFinding(editFinding),
	arrange: onThisFinding(arrangeFinding),
	split: onThisFinding(splitFinding),
	merge: onThisFinding(mergeFindings),
	withdraw: onThisFinding(withdrawFinding),
	context: onThisFinding(addContext),
	theme: stayingHere(setTheme),
	untheme: stayingHere(unsetTheme),
};
