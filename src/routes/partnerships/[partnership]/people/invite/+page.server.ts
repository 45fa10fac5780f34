import { randomUUIDv7 } from 'node:crypto';
import { mayInvite } from '#domain/partnership/access.ts';
import { invite } from '#domain/partnership/deeds/invitation.server.ts';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
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
		const { origin } = (await server()).env;
		return submit(event, (ctx, input) => invite(ctx, origin, input), {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: () => `/partnerships/${event.params.partnership}/people`,
		});
	},
};
