import { leads } from '#domain/partnership/access.ts';
import { presentGroups } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { memorandumInForce } from '#domain/protocol/agreement/memoranda.server.ts';
import { mayRead, mayWrite } from '#domain/protocol/drafting/access.ts';
import { draftState } from '#domain/protocol/drafting/draft.ts';
import { openDrafts } from '#domain/protocol/drafting/queries.server.ts';
import { presets } from '#domain/protocol/presets/presets.ts';
import { adaptedSince, versions, type ProtocolVersion } from '#domain/protocol/queries.server.ts';
import type { Context } from '#platform/context.ts';

/** What is being changed, what was published before, and what the reader may begin. */
export async function drafting(ctx: Context, partnershipId: string, inForce: ProtocolVersion | null) {
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return null;
	const open = (await openDrafts(ctx, partnershipId)).filter((draft) => mayRead(standing, draft));
	const adapted = inForce ? await adaptedSince(ctx, partnershipId, inForce.id) : new Map<string, Date>();
	const own = await presentGroups(ctx, partnershipId);
	const mayAdapt = inForce !== null && inForce.protocol.adaptation.parts.length > 0;
	return {
		mayDraft: leads(standing),
		drafts: open.map((draft) => ({
			id: draft.id,
			group: draft.group?.name ?? null,
			state: draftState(draft),
			savedBy: draft.savedBy,
			savedAt: draft.savedAt,
		})),
		/** Before the first protocol: it bounds what may be chosen. */
		bounded: inForce === null && (await memorandumInForce(ctx, partnershipId)) !== null,
		presets: presets.map(({ key, title, about }) => ({ value: key, label: title, hint: about })),
		versions: await versions(ctx, partnershipId),
		groups: own.map(({ id, name, lead }) => ({
			id,
			name,
			adapted: adapted.get(id) ?? null,
			mayAdapt:
				mayAdapt &&
				mayWrite(standing, { group: { id, name, leadId: lead?.personId ?? null } }) &&
				!open.some(({ group }) => group?.id === id),
		})),
	};
}
