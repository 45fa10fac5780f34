import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayRead } from './access.ts';
import { draftState, type Draft, type DraftState } from './draft.ts';
import { draftById } from './queries.server.ts';

export interface OnDraft<I> {
	input: I;
	draft: Draft;
	state: DraftState;
	standing: Standing;
	personId: string;
}

/** What every deed on a draft begins with: the input read, the draft opened, the person's right checked. */
export async function onDraft<S extends z.ZodType<{ draftId: string }>, T>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (standing: Standing, draft: Draft) => boolean | Promise<boolean>,
	deed: (on: OnDraft<z.output<S>>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const draft = await draftById(ctx, read.value.draftId);
	const standing = draft && (await standingIn(ctx, draft.partnershipId));
	if (!draft || !standing || ctx.actor.kind !== 'person' || !mayRead(standing, draft)) return missing;
	if (!(await may(standing, draft))) return denied;
	const state = draftState(draft);
	if (state === 'over')
		return invalid({ '': 'This draft is over. What was published stands among the versions.' });
	return deed({ input: read.value, draft, state, standing, personId: ctx.actor.id });
}
