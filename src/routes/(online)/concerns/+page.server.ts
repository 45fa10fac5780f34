import { concernList } from '#domain/concern/screen.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	concerns: await locals.within((ctx) => concernList(ctx)),
});
