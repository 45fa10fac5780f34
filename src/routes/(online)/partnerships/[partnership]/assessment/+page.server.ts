import { changeSystem, saySystem, takeBackSystem } from '#domain/outcome/system/deeds.server.ts';
import { systemsScreen } from '#domain/outcome/system/screen.server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
	(await locals.within((ctx) => systemsScreen(ctx, params.partnership))) ?? notThere();

const here = (partnership: string) => ({
	input: (form: object) => ({ ...form, partnershipId: partnership }),
	success: () => `/partnerships/${partnership}/assessment`,
});

export const actions: Actions = {
	say: (event) => submit(event, saySystem, here(event.params.partnership)),
	change: (event) => submit(event, changeSystem, here(event.params.partnership)),
	takeBack: (event) => submit(event, takeBackSystem, here(event.params.partnership)),
};
