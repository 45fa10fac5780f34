import { json } from '@sveltejs/kit';
import { sayWhere, sendUpdate } from '#domain/report/document/deeds.server.ts';
import { openToWrite, type ReportNews, reportNews } from '#domain/report/document/live.server.ts';
import { formOfWriting } from '#domain/report/document/writing-form.ts';
import { atOnce } from '#platform/at-once.ts';
import type { Outcome } from '#platform/outcome.ts';
import { server } from '#platform/server.ts';
import { liveReports } from '../../../../../live.ts';
import { keepOnlyDone } from '../../../../answer.ts';
import { heardOf, numberIn, wantsStream } from '../../../../news-request.ts';
import { notThere } from '../../../../refusals.ts';
import type { RequestHandler } from './$types';

/**
 * What is new in the report since its log was at a number (`?log`), to whoever may write it: the whole after 0, and only how far
 * it is without. To who asks for a stream of events, whenever something moves on; to others, as it is now.
 */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
	const log = numberIn(url.searchParams.get('log'));
	const opened = await locals.within(async (ctx) => {
		const review = await openToWrite(ctx, params.review);
		const news = review && (await reportNews(ctx, review, log));
		return news && { review, news };
	});
	if (!opened) return notThere();
	const { review, news } = opened;
	if (!wantsStream(request)) return json({ ...news, form: formOfWriting });
	const [owner, session] = [locals.person!.id, locals.session!];
	const { signIn } = await server();
	const { streams, words, may } = await liveReports();
	const read = (before: ReportNews | null) =>
		locals.within(async (ctx) => (await reportNews(ctx, review, before && before.log.number)) ?? notThere());
	return streams.stream({
		name: review.id,
		owner,
		number: news.number,
		since: heardOf(request, url),
		still: async () => {
			const both = [signIn.isStill(session, owner), may({ personId: owner, reviewId: review.id })];
			return (await Promise.all(both)).every(Boolean);
		},
		words: (number, told) => words(review.id, number, told, read),
	});
};

/** While one is added the next are being read; more would only wait in the database. */
const writing = atOnce(3);

/** Takes what somebody wrote, once it is in the log, and where they are; or the latter alone. */
export const POST: RequestHandler = async (event) => {
	const sent: unknown = await event.request.json().catch(() => null);
	const input = { ...(typeof sent === 'object' && sent), reviewId: event.params.review };
	// Another tab of this browser may have signed in as somebody else: these are not their words.
	if ('person' in input && input.person !== event.locals.person!.id)
		return json({ is: 'another person' }, { status: 401 });
	if ('form' in input && input.form !== formOfWriting) return json({ is: 'outdated' }, { status: 409 });
	const outcome: Outcome<{ number: number } | null> = await writing(event.params.review, () =>
		keepOnlyDone(event, (ctx) => ('update' in input ? sendUpdate(ctx, input) : sayWhere(ctx, input))),
	);
	if (outcome.is === 'missing' || outcome.is === 'denied') return notThere();
	if (outcome.is !== 'done') return json(outcome, { status: 422 });
	(await liveReports()).streams.moved();
	return json(outcome.value ?? {});
};
