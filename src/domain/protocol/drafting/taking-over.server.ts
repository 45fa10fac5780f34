import { isDeepStrictEqual } from 'node:util';
import { leads } from '#domain/partnership/access.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { partTitles, type Part } from '../parts-in-order.ts';
import { adaptations, protocolInForce } from '../queries.server.ts';
import { publishInTurn } from '../store.server.ts';
import { isOvertaken } from './draft.ts';
import { takeOverInput } from './input.ts';
import { partsChanged } from './patch.ts';
import { draftById, draftForDeed, openDrafts } from './queries.server.ts';
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
	const own = await draftOfAll(ctx, partnershipId);
	// The draft first, then the turn to publish, as every deed on a draft takes them: else two would wait for each other.
	const draft = own && (await draftForDeed(ctx, own.id));
	await publishInTurn(ctx, partnershipId);
	const base = await protocolInForce(ctx, partnershipId);
	const theirs =
		base && (await adaptations(ctx, partnershipId, base.id)).find((one) => one.groupId === groupId);
	if (!base || !theirs || !partsChanged(base.protocol, theirs.protocol).includes(part))
		return invalid({ '': 'That is no longer done otherwise there. Open the process sheet again.' });
	const way = theirs.protocol[part];
	const openedBy = ctx.actor.id;
	if (!draft || draft.over) {
		const document = { ...base.protocol, [part]: way };
		const begun = { id, partnershipId, groupId: null, baseVersionId: base.id, document, openedBy };
		return (await insertDraft(ctx, begun)) ? done({ id }) : begunMeanwhile(ctx, partnershipId, part, way);
	}
	const stands = draft.document[part];
	if (isDeepStrictEqual(stands, way)) return done({ id: draft.id });
	if (isOvertaken(draft, base))
		return invalid({ '': 'The partnership’s draft was begun from an older version. Take it along first.' });
	if (!isDeepStrictEqual(stands, base.protocol[part]))
		return invalid({
			'': `The partnership’s draft changes ‘${partTitles[part]}’ already. Bring the two together there.`,
		});
	await updateDocument(ctx, draft, { ...draft.document, [part]: way }, openedBy);
	return done({ id: draft.id });
}

const draftOfAll = async (ctx: Context, partnershipId: string) =>
	(await openDrafts(ctx, partnershipId)).find(({ group }) => group === null);

/** Where a draft was begun while this deed waited: the same form sent twice is done; any other is sent again. */
async function begunMeanwhile(
	ctx: Context,
	partnershipId: string,
	part: Part,
	way: unknown,
): Promise<Outcome<{ id: string }>> {
	const open = await draftOfAll(ctx, partnershipId);
	const draft = open && (await draftById(ctx, open.id));
	if (!draft) return invalid({ '': 'This draft is over. Open the page again to begin another.' });
	if (isDeepStrictEqual(draft.document[part], way)) return done({ id: draft.id });
	return invalid({ '': 'Somebody has just begun a draft. Press once more to write this part into it.' });
}
