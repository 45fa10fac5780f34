import { redirect } from '@sveltejs/kit';
import { forgetPerson } from '#platform/device/device-person.ts';
import { server } from '#platform/server.ts';
import type { RequestHandler } from './$types';

/** Ends the session at once, on every tab. What is not yet sent stays on the device, out of sight. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const { signIn } = await server();
	locals.setCookies = [...(await signIn.signOut(request.headers)), forgetPerson];
	// Its script takes off the device what the server gave.
	redirect(303, '/signed-out');
};
