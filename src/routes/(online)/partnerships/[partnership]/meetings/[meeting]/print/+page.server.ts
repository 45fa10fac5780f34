import { meetingScreen } from '#domain/agenda/meeting/screen.server.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership, meeting } }) => {
	const found = await locals.within((ctx) => meetingScreen(ctx, partnership, meeting));
	if (!found) notThere();
	return { ...found, bare: true as const, root: `/partnerships/${partnership}/meetings` };
};
