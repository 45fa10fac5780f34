import { randomUUIDv7 } from 'node:crypto';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import { searchSchools } from '#domain/register/queries.server.ts';
import { submit } from '../../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.within(async (ctx) => {
		const text = (url.searchParams.get('q') ?? '').slice(0, 100);
		return {
			id: randomUUIDv7(),
			today: ctx.today,
			text,
			found: text.trim() === '' ? null : await searchSchools(ctx.db, text, 20),
		};
	});

export const actions: Actions = {
	default: (event) =>
		submit(event, addMember, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: () => `/partnerships/${event.params.partnership}/schools`,
		}),
};
