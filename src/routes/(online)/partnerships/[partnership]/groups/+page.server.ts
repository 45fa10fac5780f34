import { randomUUIDv7 } from 'node:crypto';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { chooseLead, formGroup } from '#domain/partnership/deeds/groups.server.ts';
import { isCurrent } from '#domain/partnership/model.ts';
import { focusesOf } from '#domain/partnership/group-focus/queries.server.ts';
import { groups, presentMembers, roles } from '#domain/partnership/queries.server.ts';
import { submit } from '../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Those to whom the groups' leads report, in the order they are named (CSC-1). */
const steering = ['independent chair', 'lead', 'chair', 'vice chair', 'steering', 'administrator'];

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const schoolYear = schoolYearName(ctx.today);
		const present = await presentMembers(ctx, params.partnership);
		const officers = (await roles(ctx, params.partnership)).filter(
			(role) => steering.includes(role.role) && isCurrent(role, ctx.today),
		);
		const all = await groups(ctx, params.partnership);
		const focuses = await focusesOf(
			ctx,
			params.partnership,
			all.map(({ id }) => id),
		);
		return {
			id: randomUUIDv7(),
			schoolYear,
			groups: all.map((group) => ({
				...group,
				focus: focuses.find(({ groupId }) => groupId === group.id)?.words ?? null,
			})),
			members: present.map(({ id, name }) => ({ value: id, label: name })),
			officers: officers
				.map(({ id, name, role }) => ({ id, name, role }))
				.sort((one, other) => steering.indexOf(one.role) - steering.indexOf(other.role)),
		};
	});

const here = (partnership: string) => ({
	input: (form: object) => ({ ...form, partnershipId: partnership }),
	success: () => `/partnerships/${partnership}/groups`,
});

export const actions: Actions = {
	form: (event) => submit(event, formGroup, here(event.params.partnership)),
	lead: (event) => submit(event, chooseLead, here(event.params.partnership)),
};
