import { isDeepStrictEqual } from 'node:util';
import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { partTitles } from '../parts-in-order.ts';
import { adaptations, protocolInForce } from '../queries.server.ts';
import { publishInTurn } from '../store.server.ts';
import { isOvertaken } from './draft.ts';
import { takeOverInput } from './input.ts';
import { partsChanged } from './patch.ts';
import { draftForDeed, openDrafts } from './queries.server.ts';
import { insertDraft, updateDocument } from './store.server.ts';

/**
 * Makes one part of a group's own way everybody's, in the partnership's draft: the one that is open, or a new one (KSA-13). It
 * holds for nobody until that is published. Refused where the open draft changes that part already, so that nothing typed
 * is overwritten, and where it was overtaken by a newer version.
 */
export async function takeOver(ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> {
	const read = readInput(takeOverInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, groupId, part } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || ctx.actor.kind !== 'person') return missing;
	if (!leads(standing)) return denied;
	await publishInTurn(ctx, partnershipId);
	const base = await protocolInForce(ctx, partnershipId);
	const theirs =
		base && (await adaptations(ctx, partnershipId, base.id)).find((one) => one.groupId === groupId);
	if (!base || !theirs || !partsChanged(base.protocol, theirs.protocol).includes(part))
		return invalid({ '': 'That is no longer done otherwise there. Open the process sheet again.' });
	const own = (await openDrafts(ctx, partnershipId)).find(({ group }) => group === null);
	if (!own) {
		const document = { ...base.protocol, [part]: theirs.protocol[part] };
		const draft = { id, partnershipId, groupId: null, baseVersionId: base.id, document };
		const begun = await insertDraft(ctx, { ...draft, openedBy: ctx.actor.id });
		return begun
			? done({ id })
			: invalid({ '': 'This draft is over. Open the page again to begin another.' });
	}
	const draft = (await draftForDeed(ctx, own.id))!;
	const stands = draft.document[part];
	if (isDeepStrictEqual(stands, theirs.protocol[part])) return done({ id: draft.id });
	if (isOvertaken(draft, base))
		return invalid({ '': 'The partnership’s draft was begun from an older version. Take it along first.' });
	if (!isDeepStrictEqual(stands, base.protocol[part]))
		return invalid({
			'': `The partnership’s draft changes ‘${partTitles[part]}’ already. Bring the two together there.`,
		});
	await updateDocument(ctx, draft, { ...draft.document, [part]: theirs.protocol[part] }, ctx.actor.id);
	return done({ id: draft.id });
}
