import { randomUUIDv7 } from 'node:crypto';
import { maySetAims } from '#domain/aim/access.ts';
import { changeAim, closeAim, setAim } from '#domain/aim/deeds.server.ts';
import { aimsOf } from '#domain/aim/queries.server.ts';
import { schoolYearFrom, schoolYearStart } from '#domain/calendar/school-year.ts';
import { servingActions } from '#domain/improvement/aims/queries.server.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import { memberById } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** More schools has nobody. */
const mostHeaded = 5;

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing) notThere();
		const aims = await aimsOf(ctx, params.partnership);
		const actions = await servingActions(ctx, params.partnership);
		const headed = [];
		for (const id of headedMembers(standing).slice(0, mostHeaded)) {
			const member = await memberById(ctx, params.partnership, id);
			if (member) headed.push({ id, name: member.name });
		}
		const schools = [
			...headed,
			...aims.flatMap(({ memberId, memberName }) => (memberId ? [{ id: memberId, name: memberName! }] : [])),
		];
		const listed = (memberId: string | null) => ({
			aims: aims
				.filter((aim) => aim.memberId === memberId)
				.map((aim) => ({ ...aim, actions: actions.filter(({ aimId }) => aimId === aim.id) })),
			sets: maySetAims(standing, memberId),
			id: randomUUIDv7(),
		});
		const start = schoolYearStart(ctx.today);
		return {
			own: listed(null),
			schools: [...new Map(schools.map((one) => [one.id, one])).values()].map((school) => ({
				school,
				...listed(school.id),
			})),
			years: [schoolYearFrom(start), schoolYearFrom(start + 1)],
		};
	});

const here = (partnership: string) => ({
	input: (form: object) => ({ ...form, partnershipId: partnership }),
	success: () => `/partnerships/${partnership}/aims`,
});

export const actions: Actions = {
	set: (event) => submit(event, setAim, here(event.params.partnership)),
	change: (event) => submit(event, changeAim, here(event.params.partnership)),
	close: (event) => submit(event, closeAim, here(event.params.partnership)),
};
