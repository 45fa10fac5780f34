import { differenceInWords } from '#domain/protocol/agreement/difference.ts';
import { partTitles } from '#domain/protocol/parts-in-order.ts';
import { adaptations, protocolInForce } from '#domain/protocol/queries.server.ts';
import { protocolInWords } from '#domain/protocol/words.ts';
import { notThere } from '../../../../refusals.ts';
import type { PageServerLoad } from './$types';

/** What each group does otherwise, part by part and side by side (KSA-13). */
export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const inForce = await protocolInForce(ctx, params.partnership);
		if (!inForce) notThere();
		const common = protocolInWords(inForce.protocol);
		const groups = (await adaptations(ctx, params.partnership, inForce.id)).map((adaptation) => ({
			id: adaptation.groupId,
			name: adaptation.groupName,
			reason: adaptation.reason,
			approvedBy: adaptation.approvedBy,
			approvedAt: adaptation.approvedAt,
			changes: differenceInWords(common, protocolInWords(adaptation.protocol)),
		}));
		const parts = common.filter(({ key }) =>
			groups.some(({ changes }) => changes.some((change) => change.key === key)),
		);
		return {
			number: inForce.number,
			groups,
			open: inForce.protocol.adaptation.parts.map((part) => partTitles[part]),
			parts: parts.map(({ key, title }) => ({
				key,
				title,
				groups: groups.map(({ id, name, changes }) => ({
					id,
					name,
					change: changes.filter((change) => change.key === key),
				})),
			})),
		};
	});
