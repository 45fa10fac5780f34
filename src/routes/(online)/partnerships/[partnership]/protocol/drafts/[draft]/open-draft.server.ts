import { standingIn } from '#domain/partnership/standing.server.ts';
import { mayDecide, mayRead, mayRemark, mayWrite } from '#domain/protocol/drafting/access.ts';
import { refusalsOn } from '#domain/protocol/drafting/deciding.server.ts';
import { draftState, isOvertaken, type Draft } from '#domain/protocol/drafting/draft.ts';
import { partsMet } from '#domain/protocol/drafting/patch.ts';
import { draftById } from '#domain/protocol/drafting/queries.server.ts';
import { differenceInWords } from '#domain/protocol/agreement/difference.ts';
import { partTitles } from '#domain/protocol/parts-in-order.ts';
import { protocolById, protocolInForce, type ProtocolVersion } from '#domain/protocol/queries.server.ts';
import { protocolSchema } from '#domain/protocol/schema.ts';
import { protocolInWords } from '#domain/protocol/words.ts';
import type { Context } from '#platform/context.ts';
import { notThere } from '../../../../../../refusals.ts';

/** A draft as its pages show it: what it changes, what stands in its way, what the reader may do with it. */
export async function openedDraft(ctx: Context, partnershipId: string, draftId: string) {
	const draft = await draftById(ctx, draftId);
	const standing = draft && (await standingIn(ctx, draft.partnershipId));
	if (!draft || !standing || draft.partnershipId !== partnershipId || !mayRead(standing, draft)) notThere();
	const inForce = await protocolInForce(ctx, partnershipId);
	const base = draft.baseVersionId ? await protocolById(ctx, partnershipId, draft.baseVersionId) : null;
	const refusals = await refusalsOn(ctx, draft);
	const read = protocolSchema.safeParse(draft.document);
	const state = draftState(draft);
	const decides =
		draft.group === null
			? mayWrite(standing, draft)
			: inForce !== null &&
				mayDecide(standing, draft, inForce.protocol) &&
				draft.submission?.byId !== standing.personId;
	return {
		draft,
		state,
		base,
		inForce,
		newer:
			state !== 'over' && inForce && isOvertaken(draft, inForce) ? overtakenBy(draft, base, inForce) : null,
		refusals,
		/** The draft as a protocol; null while it is none. */
		protocol: read.success ? read.data : null,
		may: {
			write: state !== 'over' && mayWrite(standing, draft) && !(draft.group && state === 'put forward'),
			manage: state !== 'over' && mayWrite(standing, draft),
			decide: state !== 'over' && decides && (draft.group === null || state === 'put forward'),
			remark: mayRemark(standing, draft),
		},
	};
}

/** What overtook a draft: what it changed, and where the draft changes the same place to something else. */
const overtakenBy = (draft: Draft, base: ProtocolVersion | null, newer: ProtocolVersion) => ({
	id: newer.id,
	number: newer.number,
	publishedBy: newer.publishedBy,
	publishedAt: newer.publishedAt,
	changes: base && differenceInWords(protocolInWords(base.protocol), protocolInWords(newer.protocol)),
	met: base ? partsMet(base.protocol, draft.document, newer.protocol).map((part) => partTitles[part]) : [],
});
