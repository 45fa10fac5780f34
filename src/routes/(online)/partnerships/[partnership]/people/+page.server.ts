import { confirmHead, endRole } from '#domain/partnership/deeds/roles.server.ts';
import { awaitsConfirmation } from '#domain/partnership/model.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { submit } from '../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => ({
		roles: (await roles(ctx, params.partnership)).map((role) => ({
			...role,
			awaitsConfirmation: awaitsConfirmation(role),
		})),
		today: ctx.today,
	}));

const here = (partnership: string) => ({
	input: (form: object) => ({ ...form, partnershipId: partnership }),
	success: () => `/partnerships/${partnership}/people`,
});

export const actions: Actions = {
	confirm: (event) => submit(event, confirmHead, here(event.params.partnership)),
	end: (event) => submit(event, endRole, here(event.params.partnership)),
};
