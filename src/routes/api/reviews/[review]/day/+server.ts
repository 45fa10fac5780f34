import { json } from '@sveltejs/kit';
import { bellOfReview } from '#domain/concern/screen.server.ts';
import { dayOf } from '#domain/evidence/screen.server.ts';
import { server } from '#platform/server.ts';
import { notThere } from '../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** The review's day as this person may see it, for their device to keep. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const kept = await locals.within(async (ctx) => {
		const day = await dayOf(ctx, params.review);
		return day && { day, bell: await bellOfReview(ctx, params.review) };
	});
	if (!kept) notThere();
	const { demo } = (await server()).env;
	return json({ ...kept, demo, person: { id: kept.day.personId, name: locals.person!.name } });
};
