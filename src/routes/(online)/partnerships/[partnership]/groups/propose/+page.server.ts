import { randomUUIDv7 } from 'node:crypto';
import { schoolYearFrom, schoolYearName, startOf } from '#domain/calendar/school-year.ts';
import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { groups, presentMembers } from '#domain/partnership/queries.server.ts';
import { askForGroups } from '#domain/planning/proposal/deeds.server.ts';
import { weighedInGroups, weightField } from '#domain/planning/proposal/input.ts';
import { measures } from '#domain/planning/measures.ts';
import { mostPairs, pairFields } from '#domain/planning/proposal/pairs.ts';
import { proposalsOfGroups } from '#domain/planning/proposal/queries.server.ts';
import { stateOf } from '#domain/planning/proposal/proposal.ts';
import { reckon } from '#domain/planning/proposal/running.server.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		if (!standing || !leads(standing)) return null;
		const years = new Set((await groups(ctx, partnership)).map(({ schoolYear }) => schoolYear));
		const now = schoolYearName(ctx.today);
		return {
			id: randomUUIDv7(),
			// The year that has none yet.
			schoolYear: years.has(now) ? schoolYearFrom(startOf(now) + 1) : now,
			measures: weighedInGroups.map((key) => ({
				...{ name: weightField(key), words: measures[key].words, unit: measures[key].unit },
				...{ weight: measures[key].weight, costs: measures[key].sign < 0 },
			})),
			schools: (await presentMembers(ctx, partnership)).map(({ id: value, name: label }) => ({
				value,
				label,
			})),
			pairs: Array.from({ length: mostPairs }, (_, at) => pairFields(at + 1)),
			proposals: (await proposalsOfGroups(ctx, partnership)).map((proposal) => ({
				...{ id: proposal.id, schoolYear: proposal.schoolYear, askedBy: proposal.askedBy },
				...{ askedAt: proposal.askedAt, size: proposal.size, adopted: proposal.adoptedAt !== null },
				state: stateOf(proposal, ctx.now),
				worth: proposal.worth,
			})),
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	default: (event) => {
		const { partnership: partnershipId } = event.params;
		return submit(event, askForGroups, {
			input: (form) => ({ ...form, partnershipId }),
			success: ({ id, personId, begun }) => {
				// Once it is written down, and beside this answer.
				if (begun) void server().then(({ database }) => reckon(database, { partnershipId, id, personId }));
				return `/partnerships/${partnershipId}/groups/propose/${id}`;
			},
		});
	},
};
