import { randomUUIDv7 } from 'node:crypto';
import { mayInvite } from '#domain/partnership/access.ts';
import { invite } from '#domain/partnership/deeds/invitation.server.ts';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { server } from '#platform/server.ts';
import { mayTry } from '#platform/session/attempts.ts';
import { formOf, submit } from '../../../../../answer.ts';
import { notThere, tooManyTries } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing || !mayInvite(standing)) return null;
		const present = await presentMembers(ctx, params.partnership);
		return {
			id: randomUUIDv7(),
			today: ctx.today,
			members: present.map(({ id, name }) => ({ value: id, label: name })),
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	default: async (event) => {
		const { database, env } = await server();
		if (!(await mayTry(database, 'invitation', event.locals.person?.id ?? '', new Date())))
			return tooManyTries((await formOf(event)) ?? {}, 'an hour');
		return submit(event, (ctx, input) => invite(ctx, env.origin, input), {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: () => `/partnerships/${event.params.partnership}/people`,
		});
	},
};
