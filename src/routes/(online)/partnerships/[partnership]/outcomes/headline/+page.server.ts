import { headlineFigures } from '#domain/outcome/headline/screen.server.ts';
import { kindOf, measureKeys } from '#domain/outcome/measures.ts';
import { notThere } from '../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = measureKeys.find((key) => key === url.searchParams.get('measure')) ?? null;
	const found = await locals.within((ctx) => headlineFigures(ctx, params.partnership, asked));
	if (!found) notThere();
	return { ...found, label: kindOf(found.measure).label };
};
