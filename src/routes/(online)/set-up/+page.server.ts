import { randomUUIDv7 } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readInput } from '#platform/input.ts';
import { server } from '#platform/server.ts';
import { mayTry } from '#platform/session/attempts.ts';
import { isSetUpOpen, setUpFirstPerson } from '#platform/session/installation.ts';
import { issueLink } from '#platform/session/links.ts';
import { email, line } from '#platform/text.ts';
import { formOf } from '../../answer.ts';
import { tooManyTries, tooMuch } from '../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

const input = z.object({
	token: line('Give the token that was printed when Fresh Eyes started.'),
	name: line('Give your name.'),
	email: email('Give your email address.'),
});

export const load: PageServerLoad = async () => {
	const { database } = await server();
	return { open: await isSetUpOpen(database) };
};

export const actions: Actions = {
	/** Makes the first person, for whoever could read what the server printed, and signs them in. */
	default: async (event) => {
		const form = await formOf(event);
		if (!form) return tooMuch();
		const { database, signIn } = await server();
		const now = new Date();
		if (!(await mayTry(database, 'set-up', event.getClientAddress(), now))) return tooManyTries(form);

		const read = readInput(input, form);
		if (!read.ok) return fail(400, { errors: read.fields, values: form });
		if (!(await setUpFirstPerson(database, { ...read.value, id: randomUUIDv7() }))) {
			const token =
				'That is not the token. Copy the one from the last time Fresh Eyes started; it works once.';
			return fail(400, { errors: { token }, values: form });
		}
		const link = await database.signIn((db) => issueLink(db, read.value.email, 1, now));
		event.locals.setCookies = (await signIn.redeem(link, event.request.headers)) ?? [];
		redirect(303, '/');
	},
};
