import { fail } from '@sveltejs/kit';
import { chooseReminders } from '#domain/agenda/reminders/actions.server.ts';
import { inContext } from '#platform/context.ts';
import { person } from '#platform/principal.ts';
import { server } from '#platform/server.ts';
import { unsealPerson } from '#platform/session/sealed-person.ts';
import type { Actions, PageServerLoad } from './$types';

const tokenIn = (url: URL) => url.searchParams.get('token') ?? '';

// Mail scanners open every link in a letter, so opening this page changes nothing; only its button does.
export const load: PageServerLoad = async ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
	const { secret } = await server();
	return { known: unsealPerson(secret, 'reminders', tokenIn(url)) !== null };
};

export const actions: Actions = {
	default: async ({ url }) => {
		const { secret, database } = await server();
		const personId = unsealPerson(secret, 'reminders', tokenIn(url));
		if (personId === null) return fail(410, { stopped: false });
		const outcome = await inContext(database, person(personId), new Date(), (ctx) =>
			chooseReminders(ctx, { reminders: 'none' }),
		);
		return { stopped: outcome.is === 'done' };
	},
};
