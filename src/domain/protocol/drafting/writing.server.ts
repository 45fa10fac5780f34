import { isDeepStrictEqual } from 'node:util';
import type { Context } from '#platform/context.ts';
import { conflict, done, invalid, type Outcome } from '#platform/outcome.ts';
import { withKeys } from '../editor/keys.ts';
import { arranged, readListDeed } from '../editor/lists.ts';
import type { Node } from '../editor/node.ts';
import { posted } from '../editor/posted.ts';
import { protocolJsonSchema } from '../schema.ts';
import { mayWrite } from './access.ts';
import { baseOf } from './deciding.server.ts';
import { digestOf } from './digest.server.ts';
import { putBackInput, savePartInput, titleInput } from './input.ts';
import { handedOver, onDraft } from './on-draft.server.ts';
import { withinAdaptation } from './patch.ts';
import { updateDocument } from './store.server.ts';

const root = protocolJsonSchema as Node;

/**
 * Keeps one part of a draft as it was typed, finished or not, and does what a button beside a list asked. Where somebody
 * else changed that part since the form was shown, nothing is overwritten: what stands comes back as a conflict.
 */
export const savePart = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDraft(ctx, savePartInput, input, mayWrite, async ({ input: save, draft, state, personId }) => {
		if (state === 'put forward' && draft.group) return invalid({ '': handedOver });
		const { part, before, form, arrange } = save;
		const typed = withKeys(posted(root.properties![part]!, form, part));
		const stands = draft.document[part];
		const stale = digestOf(stands) !== before;
		if (stale && !isDeepStrictEqual(stands, typed)) return conflict(stands);
		const deed = readListDeed(arrange);
		const next = { ...draft.document, [part]: typed };
		const document = deed && inPart(deed.at, part) ? arranged(root, next, deed, ctx.newId) : next;
		await updateDocument(ctx, draft, document, personId);
		return done(null);
	});

const inPart = (at: string, part: string): boolean => at === part || at.startsWith(`${part}.`);

/** Renames the protocol. */
export const saveTitle = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDraft(ctx, titleInput, input, mayWrite, async ({ input: { title }, draft, state, personId }) => {
		if (state === 'put forward' && draft.group) return invalid({ '': handedOver });
		await updateDocument(ctx, draft, { ...draft.document, title }, personId);
		return done(null);
	});

/** Undoes in one part of a group's draft what groups may not do (CSC-14). Refused where somebody wrote in it since the form was shown. */
export const putBack = (ctx: Context, input: unknown): Promise<Outcome> =>
	onDraft(ctx, putBackInput, input, mayWrite, async ({ input: { part, before }, draft, state, personId }) => {
		const base = draft.group ? await baseOf(ctx, draft) : null;
		if (!base) return invalid({ '': 'Only what a group may not change is put back.' });
		if (state === 'put forward') return invalid({ '': handedOver });
		const next = withinAdaptation(base, draft.document, part);
		const stands = draft.document[part];
		if (isDeepStrictEqual(stands, next[part])) return done(null);
		if (digestOf(stands) !== before) return conflict(stands);
		await updateDocument(ctx, draft, next, personId);
		return done(null);
	});
