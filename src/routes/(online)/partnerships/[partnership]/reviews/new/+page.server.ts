import { randomUUIDv7 } from 'node:crypto';
import { mayProposeReview } from '#domain/partnership/access.ts';
import { focusesOfMembers } from '#domain/partnership/group-focus/queries.server.ts';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { adaptations, protocolInForce } from '#domain/protocol/queries.server.ts';
import { proposeReview } from '#domain/review/deeds/frame.server.ts';
import { heldReviews } from '#domain/review/earlier.server.ts';
import { trailFrom } from '#domain/report/trail.server.ts';
import { isId } from '#platform/text.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import { avoidedAt } from '../../../../reviews/days-to-avoid.server.ts';
import { earlierChoices, frameChoices } from '../../../../reviews/frame-choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const [review, finding] = [url.searchParams.get('from'), url.searchParams.get('finding')];
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing) return null;
		const inForce = await protocolInForce(ctx, params.partnership);
		const adapted = inForce ? await adaptations(ctx, params.partnership, inForce.id) : [];
		const present = await presentMembers(ctx, params.partnership);
		const hosts = present.filter(({ id }) => mayProposeReview(standing, id));
		if (hosts.length === 0 && present.length > 0) return null;
		const hostIds = hosts.map(({ id }) => id);
		const trail =
			review && finding && isId(review) && isId(finding) ? await trailFrom(ctx, review, finding) : null;
		const choices = inForce && frameChoices([inForce, ...adapted].map(({ protocol }) => protocol));
		return {
			/** The finding it begins from (KSA-14), where this person may propose a review of that host. */
			trail: trail && hostIds.includes(trail.hostMemberId) ? trail : null,
			id: randomUUIDv7(),
			hosts: hosts.map(({ id, name }) => ({ value: id, label: name })),
			avoided: await avoidedAt(ctx, params.partnership, hostIds),
			focuses: await focusesOfMembers(ctx, params.partnership, hostIds),
			earlier: earlierChoices(await heldReviews(ctx, params.partnership, hostIds), hosts),
			choices,
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	default: (event) =>
		submit(event, proposeReview, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: ({ id }) => `/reviews/${id}`,
		}),
};
