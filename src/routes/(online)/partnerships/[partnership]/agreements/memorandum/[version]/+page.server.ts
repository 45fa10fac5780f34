import {
	memorandumById,
	memorandumChanges,
	memorandumInForce,
} from '#domain/protocol/agreement/memoranda.server.ts';
import { memorandumInWords } from '#domain/protocol/agreement/memorandum-words.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.within(async (ctx) => {
		const version = await memorandumById(ctx, params.partnership, params.version);
		if (!version) return null;
		const { number } = version;
		return {
			title: version.memorandum.title,
			number,
			reason: version.reason,
			publishedAt: version.publishedAt,
			publishedBy: version.publishedBy,
			sections: memorandumInWords(version.memorandum),
			changes: await memorandumChanges(ctx, params.partnership, number),
			latest: (await memorandumInForce(ctx, params.partnership))?.number ?? number,
		};
	});
	return found ?? notThere();
};
