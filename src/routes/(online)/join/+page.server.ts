import { joinRoom, noSuchCode } from '#domain/workshop/room/joining.server.ts';
import { codeIn } from '#domain/workshop/room/code.ts';
import { ownRoom } from '#domain/workshop/room/phone-queries.server.ts';
import { fail, redirect } from '@sveltejs/kit';
import { inContext } from '#platform/context.ts';
import { nobody } from '#platform/principal.ts';
import { server } from '#platform/server.ts';
import { hasTriesLeft, mayTry } from '#platform/session/attempts.ts';
import { formOf } from '../../answer.ts';
import { notThere, tooManyTries, tooMuch } from '../../refusals.ts';
import { asParticipant, keepParticipant, keptNowhere } from '../taking-part/as-participant.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The room in which this phone has a place already; null for one that comes for the first time. */
async function placeOf(event: Pick<RequestEvent, 'cookies' | 'locals'>) {
	const { standing } = await asParticipant(event);
	return standing === 'in' ? event.locals.within(ownRoom) : null;
}

// Whoever opens the address of a code is not in yet: what looks at links beforehand takes nobody's place.
export const load: PageServerLoad = async (event) => {
	keptNowhere(event);
	const code = event.url.searchParams.get('code')?.slice(0, 20) ?? '';
	const own = await placeOf(event);
	if (own && (code === '' || codeIn(code) === own.code)) redirect(303, '/taking-part');
	return { bare: true as const, viewer: undefined, code };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await formOf(event);
		if (!form) return tooMuch();
		const own = await placeOf(event);
		if (own?.code && codeIn(String(form['code'] ?? '')) === own.code) redirect(303, '/taking-part');
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
		// What is no code at all was mistyped; what might have been one was tried, also by a phone that is in.
		const tried = joined.fields['code'] === noSuchCode;
		if (tried) await mayTry(database, 'workshop code', address, now);
		// The code of another workshop leads there; one that opens nothing does not cost this phone its place.
		if (tried && own) redirect(303, '/taking-part');
		return fail(400, { errors: joined.fields, values: form });
	},
};
