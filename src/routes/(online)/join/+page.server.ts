import { joinRoom, noSuchCode } from '#domain/workshop/room/joining.server.ts';
import { fail, redirect } from '@sveltejs/kit';
import { inContext } from '#platform/context.ts';
import { nobody } from '#platform/principal.ts';
import { server } from '#platform/server.ts';
import { hasTriesLeft, mayTry } from '#platform/session/attempts.ts';
import { formOf } from '../../answer.ts';
import { notThere, tooManyTries, tooMuch } from '../../refusals.ts';
import { keepParticipant } from '../taking-part/as-participant.server.ts';
import type { Actions, PageServerLoad } from './$types';

// Whoever opens the address of a code is not in yet: what looks at links beforehand takes nobody's place.
export const load: PageServerLoad = ({ url }) => ({
	bare: true as const,
	code: url.searchParams.get('code')?.slice(0, 20) ?? '',
});

export const actions: Actions = {
	default: async (event) => {
		const form = await formOf(event);
		if (!form) return tooMuch();
		const { database } = await server();
		const now = new Date();
		const address = event.getClientAddress();
		if (!(await hasTriesLeft(database, 'workshop code', address, now))) return tooManyTries(form);
		const joined = await inContext(database, nobody, now, (ctx) => joinRoom(ctx, form));
		if (joined.is === 'done') {
			keepParticipant(event, joined.value.token);
			redirect(303, '/taking-part');
		}
		if (joined.is !== 'invalid') notThere();
		// What is no code at all was mistyped; what might have been one was tried.
		if (joined.fields['code'] === noSuchCode) await mayTry(database, 'workshop code', address, now);
		return fail(400, { errors: joined.fields, values: form });
	},
};
