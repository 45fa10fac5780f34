import type { Context } from '#platform/context.ts';
import { conflict, done, type Outcome } from '#platform/outcome.ts';
import { protocolInForce } from '../queries.server.ts';
import { publishInTurn } from '../store.server.ts';
import { mayWrite } from './access.ts';
import { carried } from './carry.ts';
import { baseOf, decideAs } from './deciding.server.ts';
import { takeAlongInput } from './input.ts';
import { onDraft } from './on-draft.server.ts';
import { updateDocument } from './store.server.ts';

/**
 * Takes a draft along onto the version that overtook it: its own change, made to that version instead (CSC-6). All that was
 * typed stays, over what the newer version says at the same place; whatever no longer fits is then said there. What was put
 * forward goes back to writing, since others read something else. Refused onto another version than the form showed.
 */
export const takeAlong = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDraft(ctx, takeAlongInput, input, mayWrite, async (on) => {
		const { input: form, draft, state, personId } = on;
		await publishInTurn(ctx, draft.partnershipId);
		const inForce = await protocolInForce(ctx, draft.partnershipId);
		if (!inForce || inForce.id === draft.baseVersionId) return done(null);
		if (inForce.id !== form.ontoId) return conflict({ number: inForce.number });
		const base = await baseOf(ctx, draft);
		const document = base ? carried(base, draft.document, inForce.protocol) : draft.document;
		await updateDocument(ctx, draft, document, personId, inForce.id);
		return state === 'put forward' ? decideAs(ctx, 'taken back', { ...on, reason: '' }) : done(null);
	});
