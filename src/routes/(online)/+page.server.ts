import { error, redirect } from '@sveltejs/kit';
import { server } from '#platform/server.ts';
import { isSetUpOpen } from '#platform/session/installation.ts';
import { offersDemo, openDemo } from '#platform/demo-server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.person) redirect(303, '/home');
	const { env, database } = await server();
	if (env.demo) redirect(303, '/be');
	return { setUpOpen: await isSetUpOpen(database), offersDemo: offersDemo(env) };
};

export const actions: Actions = {
	/** The demo is another process with a folder of its own; this one only starts it and shows the way. */
	demo: async () => {
		const { env } = await server();
		if (!offersDemo(env)) error(404, 'There is no such page.');
		return { demoAt: (await openDemo(env)).href };
	},
};
