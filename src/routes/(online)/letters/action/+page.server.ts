import { randomUUIDv7 } from 'node:crypto';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { rescheduleAction, updateAction } from '#domain/improvement/deeds/actions.server.ts';
import { actionOfLetter } from '#domain/improvement/letter/queries.server.ts';
import { inContext, type Context } from '#platform/context.ts';
import type { PostedForm } from '#platform/form-data.ts';
import type { Outcome } from '#platform/outcome.ts';
import { nobody, person } from '#platform/principal.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

async function opened({ url }: Pick<RequestEvent, 'url'>) {
	const { database } = await server();
	return inContext(database, nobody, new Date(), (ctx) =>
		actionOfLetter(ctx, url.searchParams.get('token') ?? ''),
	);
}

// Mail scanners open every link in a letter, so opening this page changes nothing; only its buttons do. Of the action it shows the title.
export const load: PageServerLoad = async (event) => {
	event.setHeaders({
		'cache-control': 'private, no-store',
		'referrer-policy': 'no-referrer',
		'x-robots-tag': 'noindex, nofollow',
	});
	const action = await opened(event);
	return {
		title: action?.title ?? null,
		say: event.url.searchParams.get('say') ?? '',
		// What is posted carries the secret, too.
		query: { token: event.url.searchParams.get('token') ?? '' },
		id: randomUUIDv7(),
		// The page is the letter's: nothing on it depends on who is signed in.
		viewer: undefined,
	};
};

/** Does a deed on the one action of the letter, as the person it was written to and with what they may today. */
const asWritten =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>) => async (event: RequestEvent) => {
		const action = await opened(event);
		if (!action) return fail(410, { ended: true });
		const { database } = await server();
		// From here on this request works as that person, whoever is signed in.
		event.locals.within = (work) => inContext(database, person(action.personId), new Date(), work);
		const { reviewId, actionId } = action;
		return submit(event, deed, {
			input: (form) => ({ ...form, reviewId, actionId }),
			success: (_, { progress = 'moved' }: PostedForm) => ({ said: String(progress) }),
		});
	};

export const actions: Actions = { tell: asWritten(updateAction), move: asWritten(rescheduleAction) };
