import { changesBetween } from '#domain/protocol/agreement/document-agreement.server.ts';
import { memorandumInForce, memorandumNumbered } from '#domain/protocol/agreement/memoranda.server.ts';
import { memorandumInWords } from '#domain/protocol/agreement/memorandum-words.ts';
import { notThere } from '../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (!/^[1-9]\d{0,5}$/.test(params.number)) notThere();
	const number = Number(params.number);
	const found = await locals.within(async (ctx) => {
		const version = await memorandumNumbered(ctx, params.partnership, number);
		if (!version) return null;
		return {
			title: version.memorandum.title,
			number,
			reason: version.reason,
			publishedAt: version.publishedAt,
			publishedBy: version.publishedBy,
			sections: memorandumInWords(version.memorandum),
			changes: await changesBetween(ctx, params.partnership, 'memorandum', [number - 1, number]),
			latest: (await memorandumInForce(ctx, params.partnership))?.number ?? number,
		};
	});
	return found ?? notThere();
};
