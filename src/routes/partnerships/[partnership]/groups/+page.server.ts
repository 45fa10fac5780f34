import { randomUUIDv7 } from 'node:crypto';
import { formGroup } from '#domain/partnership/deeds/membership.server.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { groups, members } from '#domain/partnership/queries.server.ts';
import { submit } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const schoolYear = schoolYearName(ctx.today);
		const present = (await members(ctx, params.partnership, schoolYear)).filter(
			({ untilDay }) => untilDay === null,
		);
		return {
			id: randomUUIDv7(),
			schoolYear,
			groups: await groups(ctx, params.partnership),
			members: present.map(({ id, name }) => ({ value: id, label: name })),
		};
	});

export const actions: Actions = {
	default: (event) =>
		submit(event, formGroup, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: () => `/partnerships/${event.params.partnership}/groups`,
		}),
};
