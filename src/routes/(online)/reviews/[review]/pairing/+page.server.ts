import { pairingScreen, pairWith } from '#domain/review/pairing/pairing.server.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
	(await locals.within((ctx) => pairingScreen(ctx, params.review))) ?? notThere();

export const actions: Actions = { default: onThisReview(pairWith, '/pairing') };
