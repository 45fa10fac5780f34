import { randomUUIDv7 } from 'node:crypto';
import { publishReport, release, takeBack } from '#domain/report/deeds/publishing.server.ts';
import { addContext, addRemark } from '#domain/report/deeds/remarks.server.ts';
import { recordCannotSign, signEdition } from '#domain/report/deeds/signing.server.ts';
import { makeEdition, saveSection } from '#domain/report/deeds/writing.server.ts';
import { reportScreen } from '#domain/report/screens.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../answer.ts';
import { notThere } from '../../../refusals.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => reportScreen(ctx, params.review));
	if (!screen) notThere();
	return { ...screen, remarkId: randomUUIDv7(), contextId: randomUUIDv7(), releaseId: randomUUIDv7() };
};

const here = (event: RequestEvent, deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>) =>
	submit(event, deed, {
		input: (form) => ({ ...form, reviewId: event.params.review }),
		success: () => `/reviews/${event.params.review}/report`,
	});

export const actions: Actions = {
	save: (event) => here(event, saveSection),
	edition: (event) => here(event, makeEdition),
	sign: (event) => here(event, signEdition),
	absent: (event) => here(event, recordCannotSign),
	remark: (event) => here(event, addRemark),
	context: (event) => here(event, addContext),
	publish: (event) => here(event, publishReport),
	release: (event) => here(event, release),
	back: (event) => here(event, takeBack),
};
