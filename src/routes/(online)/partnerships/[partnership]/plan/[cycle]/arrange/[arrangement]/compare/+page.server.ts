import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { compareScreen } from '#domain/planning/arrangement/compare-screen.server.ts';
import { isId } from '#platform/text.ts';
import { notThere } from '../../../../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, cycle, arrangement }, url }) => {
	const other = url.searchParams.get('with') ?? '';
	if (other !== '' && !isId(other)) notThere();
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const compared =
			standing && leads(standing) ? await compareScreen(ctx, partnership, arrangement, other) : null;
		return compared?.cycleId === cycle ? { compared, other } : null;
	});
	return found ?? notThere();
};
