import { randomUUIDv7 } from 'node:crypto';
import { mayRecordTrainingOf, recordsTraining } from '#domain/capacity/access.ts';
import { peopleTraining } from '#domain/capacity/people.server.ts';
import { recordTraining } from '#domain/capacity/training/deeds.server.ts';
import { trainedRoles } from '#domain/protocol/parts/team.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing) notThere();
		const all = await roles(ctx, params.partnership);
		const { here, trained, heads, untrainedHeads, roleWords } = await peopleTraining(
			ctx,
			params.partnership,
			all,
		);
		const names = new Map(all.map(({ personId, name }) => [personId, name]));
		return {
			trainings: [...Map.groupBy(trained, ({ trainingId }) => trainingId)].map(([id, own]) => ({
				...{ id, day: own[0]!.day, what: own[0]!.what, by: own[0]!.by },
				as: roleWords[own[0]!.role]?.one ?? own[0]!.role,
				people: own
					.map(({ personId }) => ({ personId, name: names.get(personId) ?? '' }))
					.toSorted((one, other) => one.name.localeCompare(other.name)),
			})),
			heads,
			untrainedHeads,
			record: recordsTraining(standing) && {
				id: randomUUIDv7(),
				today: ctx.today,
				people: here
					.filter((person) => mayRecordTrainingOf(standing, person))
					.map(({ personId, name, schools }) => ({
						value: personId,
						label: [name, ...schools].join(', '),
					})),
				givers: here.map(({ personId, name }) => ({ value: personId, label: name })),
				roles: trainedRoles.map((role) => ({ value: role, label: roleWords[role]?.one ?? role })),
			},
		};
	});

export const actions: Actions = {
	default: (event) =>
		submit(event, recordTraining, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: () => `/partnerships/${event.params.partnership}/people/training`,
		}),
};
