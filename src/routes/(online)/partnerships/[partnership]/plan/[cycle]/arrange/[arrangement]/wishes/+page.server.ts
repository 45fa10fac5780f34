import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { changeWishes } from '#domain/planning/arrangement/deeds.server.ts';
import { weighedInYears } from '#domain/planning/arrangement/input.ts';
import { arrangementById } from '#domain/planning/arrangement/queries.server.ts';
import { measures } from '#domain/planning/measures.ts';
import { weightField } from '#domain/planning/proposal/input.ts';
import { notThere } from '../../../../../../../../refusals.ts';
import { onThisArrangement } from '../../on-arrangement.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, cycle, arrangement } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const kept = standing && leads(standing) ? await arrangementById(ctx, partnership, arrangement) : null;
		if (!kept || kept.cycleId !== cycle) return null;
		const { wishes, name, version } = kept;
		return {
			...{ name, version, wishes },
			measures: weighedInYears.map((key) => ({
				...{ name: weightField(key), words: measures[key].words, unit: measures[key].unit },
				...{ weight: wishes.weights[key] ?? measures[key].weight, costs: measures[key].sign < 0 },
			})),
		};
	});
	return found ?? notThere();
};

export const actions: Actions = { default: onThisArrangement(changeWishes, '') };
