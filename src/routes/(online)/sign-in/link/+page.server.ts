import { fail, redirect } from '@sveltejs/kit';
import { server } from '#platform/server.ts';
import { ownPath, signInPath } from '#platform/session/own-path.ts';
import type { Actions, PageServerLoad } from './$types';

// Mail scanners open every link in a letter, so opening this page spends nothing; only its button does.
export const load: PageServerLoad = ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
	const again = signInPath(ownPath(url.searchParams.get('next')));
	return { complete: url.searchParams.has('token'), again };
};

export const actions: Actions = {
	default: async ({ url, request, locals }) => {
		const { signIn } = await server();
		const cookies = await signIn.redeem(url.searchParams.get('token') ?? '', request.headers);
		if (!cookies) return fail(410, { spent: true });
		locals.setCookies = cookies;
		redirect(303, ownPath(url.searchParams.get('next')));
	},
};
