import { json } from '@sveltejs/kit';
import { dayOf } from '#domain/evidence/screen.server.ts';
import { notThere } from '../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** The review's day as this person may see it, for their device to keep. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const day = await locals.within((ctx) => dayOf(ctx, params.review));
	return day ? json({ day, person: { id: day.personId, name: locals.person!.name } }) : notThere();
};
