import { differenceInWords } from '#domain/protocol/agreement/difference.ts';
import { discussionOf } from '#domain/protocol/drafting/queries.server.ts';
import { versionByNumber } from '#domain/protocol/queries.server.ts';
import { protocolInWords } from '#domain/protocol/words.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const found = await versionByNumber(ctx, params.partnership, Number(params.number));
		if (!found) notThere();
		const { version, before } = found;
		const sections = protocolInWords(version.protocol);
		return {
			title: version.protocol.title,
			number: version.number,
			publishedAt: version.publishedAt,
			publishedBy: version.publishedBy,
			reason: version.reason,
			sections,
			before: before && {
				number: before.number,
				changes: differenceInWords(protocolInWords(before.protocol), sections),
			},
			discussion: await discussionOf(ctx, params.partnership, version.id),
		};
	});
