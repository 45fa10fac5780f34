import { randomUUIDv7 } from 'node:crypto';
import { publishReport } from '#domain/report/deeds/publishing.server.ts';
import { addContext, addRemark } from '#domain/report/deeds/remarks.server.ts';
import { recordCannotSign, signEdition } from '#domain/report/deeds/signing.server.ts';
import { makeEdition } from '#domain/report/deeds/writing.server.ts';
import { addParagraphs } from '#domain/report/document/deeds.server.ts';
import { reportScreen } from '#domain/report/screen.server.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import { newsOfReport } from './news.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(newsOfReport);
	const screen = await locals.within((ctx) => reportScreen(ctx, params.review));
	if (!screen) notThere();
	return { ...screen, remarkId: randomUUIDv7(), contextId: randomUUIDv7() };
};

export const actions: Actions = {
	add: onThisReview(addParagraphs, '/report'),
	edition: onThisReview(makeEdition, '/report'),
	sign: onThisReview(signEdition, '/report'),
	absent: onThisReview(recordCannotSign, '/report'),
	remark: onThisReview(addRemark, '/report'),
	context: onThisReview(addContext, '/report'),
	publish: onThisReview(publishReport, '/report'),
};
