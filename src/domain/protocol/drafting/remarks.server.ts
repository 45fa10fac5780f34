import type { Context } from '#platform/context.ts';
import { conflict, done, missing, type Outcome } from '#platform/outcome.ts';
import { mayRemark } from './access.ts';
import { remarkInput } from './input.ts';
import { onDraft } from './on-draft.server.ts';
import { remarksOn } from './queries.server.ts';
import { insertRemark } from './store.server.ts';

/**
 * Asks about a draft that is put forward, or answers a question on it (CSC-4). Other words under the same id are a conflict,
 * so that they are not lost.
 */
export const remarkOnDraft = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDraft(
		ctx,
		remarkInput,
		input,
		mayRemark,
		async ({ input: { id, answersId, part, words }, draft, personId }) => {
			if (answersId && !(await remarksOn(ctx, draft)).some((question) => question.id === answersId))
				return missing;
			const remark = { id, answersId: answersId ?? null, part: part ?? null, words, saidBy: personId };
			const said = await insertRemark(ctx, draft, remark);
			return said === 'taken' ? conflict(draft) : done(null);
		},
	);
