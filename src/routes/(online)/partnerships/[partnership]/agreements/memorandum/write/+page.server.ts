import { randomUUIDv7 } from 'node:crypto';
import { partnershipCard } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { mayPublishMemorandum } from '#domain/protocol/agreement/access.ts';
import { publishMemorandum } from '#domain/protocol/agreement/actions.server.ts';
import { memorandumInForce } from '#domain/protocol/agreement/memoranda.server.ts';
import { circleWords } from '#domain/protocol/agreement/memorandum-words.ts';
import { alwaysOpenTo, startingMemorandum } from '#domain/protocol/agreement/memorandum.ts';
import { audiences, type Audience } from '#domain/protocol/parts/audience.ts';
import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

const choosable = audiences.filter((audience) => !(alwaysOpenTo as readonly Audience[]).includes(audience));

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, params.partnership);
		if (!standing || !mayPublishMemorandum(standing)) return null;
		const inForce = await memorandumInForce(ctx, params.partnership);
		const partnership = await partnershipCard(ctx, params.partnership);
		const protocol = await protocolInForce(ctx, params.partnership);
		return {
			id: randomUUIDv7(),
			version: inForce?.number ?? 0,
			versionId: inForce?.id,
			text: inForce?.memorandum ?? startingMemorandum(partnership?.name ?? '', protocol?.protocol ?? null),
			hasProtocol: protocol !== null,
			circles: choosable.map((audience) => ({ value: audience, label: circleWords[audience] })),
		};
	});
	return found ?? notThere();
};

export const actions: Actions = {
	default: (event) =>
		submit(event, publishMemorandum, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: () => `/partnerships/${event.params.partnership}/agreements`,
		}),
};
