import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readInput } from '#platform/input.ts';
import { server } from '#platform/server.ts';
import { mayTry } from '#platform/session/attempts.ts';
import { mailLink } from '#platform/session/links.ts';
import { ownPath, signInPath } from '#platform/session/own-path.ts';
import { email } from '#platform/text.ts';
import { formOf } from '../../answer.ts';
import { tooManyTries, tooMuch } from '../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

const input = z.object({ email: email('Give the email address your invitation came to.') });

export const load: PageServerLoad = ({ locals, url }) => {
	const next = ownPath(url.searchParams.get('next'));
	if (locals.person) redirect(303, next);
	return { again: signInPath(next) };
};

export const actions: Actions = {
	/** Sends a link if the address belongs to someone, and says the same if it does not. */
	default: async (event) => {
		const form = await formOf(event);
		if (!form) return tooMuch();
		const read = readInput(input, form);
		if (!read.ok) return fail(400, { errors: read.fields, values: form });

		const { env, database } = await server();
		const now = new Date();
		const may =
			(await mayTry(database, 'address', event.getClientAddress(), now)) &&
			(await mayTry(database, 'account', read.value.email, now));
		if (!may) return tooManyTries(form);

		await mailLink(database, env.origin, read.value.email, ownPath(event.url.searchParams.get('next')), now);
		return { asked: read.value.email };
	},
};
