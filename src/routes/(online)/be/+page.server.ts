import { error, redirect } from '@sveltejs/kit';
import { server } from '#platform/server.ts';
import { ownPath } from '#platform/session/own-path.ts';
import { id } from '#platform/text.ts';
import { formOf } from '../../answer.ts';
import { tooMuch } from '../../refusals.ts';
import { castList } from './cast-list.server.ts';
import type { Actions, PageServerLoad } from './$types';

const nobody = 'There is no such person in the demo.';

// The gate answers 404 for this page outside the demo, and sign-in refuses there all the same.
export const load: PageServerLoad = async () => {
	const { database, signIn } = await server();
	return { people: await castList(database, await signIn.people()) };
};

export const actions: Actions = {
	/** Signs in as one of the demo's people. */
	default: async (event) => {
		const form = await formOf(event);
		if (!form) return tooMuch();
		const person = id.safeParse(form['person']);
		if (!person.success) error(404, nobody);
		const { signIn } = await server();
		const cookies = await signIn.be(person.data, event.request.headers);
		if (!cookies) error(404, nobody);
		event.locals.setCookies = cookies;
		redirect(303, ownPath(event.url.searchParams.get('next')));
	},
};
