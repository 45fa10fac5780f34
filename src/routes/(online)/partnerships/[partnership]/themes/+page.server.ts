import { randomUUIDv7 } from 'node:crypto';
import { mayChangeThemes } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { addTheme, changeTheme } from '#domain/partnership/themes/deeds.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { submit } from '../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		return {
			id: randomUUIDv7(),
			themes: await themesOf(ctx, params.partnership),
			changes: standing !== null && mayChangeThemes(standing),
		};
	});

const here = (partnership: string) => ({
	input: (form: object) => ({ ...form, partnershipId: partnership }),
	success: () => `/partnerships/${partnership}/themes`,
});

export const actions: Actions = {
	add: (event) => submit(event, addTheme, here(event.params.partnership)),
	change: (event) => submit(event, changeTheme, here(event.params.partnership)),
};
