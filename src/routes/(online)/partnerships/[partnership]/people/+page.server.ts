import { schoolYearName } from '#domain/calendar/school-year.ts';
import { recordsTraining } from '#domain/capacity/access.ts';
import { peopleTraining } from '#domain/capacity/people.server.ts';
import { confirmHead, endRole } from '#domain/partnership/deeds/roles.server.ts';
import { mayOrganise } from '#domain/partnership/access.ts';
import { awaitsConfirmation } from '#domain/partnership/model.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing) notThere();
		const all = await roles(ctx, params.partnership);
		const { trainingIn, heads, untrainedHeads, roleWords } = await peopleTraining(
			ctx,
			params.partnership,
			all,
		);
		return {
			roles: all.map(({ email, ...role }) => ({
				...role,
				email: mayOrganise(standing) ? email : null,
				awaitsConfirmation: awaitsConfirmation(role),
				training: trainingIn(role),
			})),
			heads,
			untrainedHeads,
			roleWords,
			records: recordsTraining(standing),
			year: schoolYearName(ctx.today),
			today: ctx.today,
		};
	});

const here = (partnership: string) => ({
	input: (form: object) => ({ ...form, partnershipId: partnership }),
	success: () => `/partnerships/${partnership}/people`,
});

export const actions: Actions = {
	confirm: (event) => submit(event, confirmHead, here(event.params.partnership)),
	end: (event) => submit(event, endRole, here(event.params.partnership)),
};
