import { randomUUIDv7 } from 'node:crypto';
import { dropStep, takeUpSteps, writeStep } from '#domain/workshop/steps/deeds.server.ts';
import { stepsScreen } from '#domain/workshop/steps/screen.server.ts';
import { notThere } from '../../../../../refusals.ts';
import { onThisReview } from '../../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => stepsScreen(ctx, params.review));
	if (!screen) notThere();
	const ideas = screen.ideas.map((idea) => ({ ...idea, stepId: randomUUIDv7() }));
	return { ...screen, ideas, id: randomUUIDv7() };
};

const page = '/workshop/steps';

export const actions: Actions = {
	write: onThisReview(writeStep, page),
	drop: onThisReview(dropStep, page),
	take: onThisReview(takeUpSteps, '/actions'),
};
