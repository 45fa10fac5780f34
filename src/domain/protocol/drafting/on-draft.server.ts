import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayRead } from './access.ts';
import { draftState, type Decision, type Draft, type DraftState } from './draft.ts';
import { draftForDeed } from './queries.server.ts';

export interface OnDraft<I> {
	input: I;
	draft: Draft;
	state: DraftState;
	standing: Standing;
	personId: string;
}

/** What a group has put forward is not changed under those who read it. */
export const handedOver = 'This is put forward. Take it back before you change it.';

/**
 * What every deed on a draft begins with: the input read, the draft opened and kept from others' deeds until this one is
 * whole, the person's right checked.
 *
 * @param decides what the deed decides: the form that did so already, sent again, is done
 */
export async function onDraft<S extends z.ZodType<{ id?: string; draftId: string }>>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (standing: Standing, draft: Draft) => boolean | Promise<boolean>,
	deed: (on: OnDraft<z.output<S>>) => Promise<Outcome>,
	decides?: Decision,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const draft = await draftForDeed(ctx, read.value.draftId);
	const standing = draft && (await standingIn(ctx, draft.partnershipId));
	if (!draft || !standing || ctx.actor.kind !== 'person' || !mayRead(standing, draft)) return missing;
	if (!(await may(standing, draft))) return denied;
	const before = draft.decided;
	if (before && before.id === read.value.id && before.decision === decides) return done(null);
	const state = draftState(draft);
	if (state === 'over')
		return invalid({ '': 'This draft is over. What was published stands among the versions.' });
	return deed({ input: read.value, draft, state, standing, personId: ctx.actor.id });
}
