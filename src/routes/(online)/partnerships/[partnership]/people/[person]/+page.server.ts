import { setLimit } from '#domain/capacity/limit/deeds.server.ts';
import { personScreen } from '#domain/capacity/person.server.ts';
import { withdrawTraining } from '#domain/capacity/training/deeds.server.ts';
import { wholeCycle } from '#domain/agenda/whole-cycle.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { isId } from '#platform/text.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing || !isId(params.person)) notThere();
		const person = await personScreen(ctx, standing, params.person.toLowerCase());
		if (!person) notThere();
		return { person, whole: await wholeCycle(ctx, standing), today: ctx.today };
	});

const here = ({ partnership, person }: { partnership: string; person: string }) => ({
	input: (form: object) => ({ ...form, partnershipId: partnership, personId: person }),
	success: () => `/partnerships/${partnership}/people/${person}`,
});

export const actions: Actions = {
	limit: (event) => submit(event, setLimit, here(event.params)),
	withdraw: (event) => submit(event, withdrawTraining, here(event.params)),
};
