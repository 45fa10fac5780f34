import { randomUUIDv7 } from 'node:crypto';
import { changeTakenHome, takeBackTakenHome, takeHome } from '#domain/improvement/taken-home/deeds.server.ts';
import { takenHomeScreen } from '#domain/improvement/taken-home/screen.server.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => takenHomeScreen(ctx, params.review));
	return screen ? { ...screen, id: randomUUIDv7() } : notThere();
};

export const actions: Actions = {
	take: onThisReview(takeHome, '/taken-home'),
	change: onThisReview(changeTakenHome, '/taken-home'),
	takeBack: onThisReview(takeBackTakenHome, '/taken-home'),
};
