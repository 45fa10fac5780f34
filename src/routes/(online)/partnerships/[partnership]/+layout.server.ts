import { leads, mayOrganise } from '#domain/partnership/access.ts';
import { headedMembers } from '#domain/partnership/model.ts';
import { partnershipCard } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { notThere } from '../../../refusals.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		const partnership = standing && (await partnershipCard(ctx, params.partnership));
		return standing && partnership && { standing, partnership };
	});
	if (!found) notThere();
	const { partnership, standing } = found;
	return {
		partnership,
		may: {
			organise: mayOrganise(standing),
			lead: leads(standing),
			propose: mayOrganise(standing) || headedMembers(standing).length > 0,
		},
		heads: headedMembers(standing),
	};
};
