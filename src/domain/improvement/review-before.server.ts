import { protocolsById } from '#domain/protocol/queries.server.ts';
import { findingsOfKinds } from '#domain/protocol/words/phrases.ts';
import { reviewBefore, type OtherReview } from '#domain/review/earlier.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { howFar, type Progress } from './model.ts';
import { actionsOf, answerableFindings, type ActionRow } from './queries.server.ts';

/** An action of the review before, and what was last told of it. */
export interface ActionSince {
	id: string;
	title: string;
	progress: Progress;
	/** The same in words, or that it was given up. */
	howFar: string;
	words: string;
}

/** The review before this one, with what has come of it. */
export interface ReviewBefore extends OtherReview {
	developments: { id: string; seen: string; actions: ActionSince[] }[];
	/** What these are in the words of the protocol it was held by; null where that names no such kind of finding. */
	developmentsAre: string | null;
	/** Actions that answer something else, or something the reader may not read. */
	others: ActionSince[];
}

/**
 * What host and team comment on at the pre-review meeting (NFS-16): the review before, its areas for development and the
 * actions since, as far as the actor's audience keys reach. Which findings these are says the protocol that it was held by.
 * Null where the protocol leaves the last review to the host and this one follows none, and for the first review of a host.
 */
export async function lastReview(ctx: Context, review: OpenReview): Promise<ReviewBefore | null> {
	const before = await reviewBefore(ctx, review);
	if (!before || (review.protocol.focus.lastReview === 'left to the host' && !before.followed)) return null;
	const heldBy = (await protocolsById(ctx, [before.protocolVersionId])).get(before.protocolVersionId);
	if (!heldBy) return null;
	const { kinds } = heldBy.report.developments;
	const key = { partnershipId: review.partnershipId, id: before.id };
	const actions = await actionsOf(ctx, key);
	const findings = (await answerableFindings(ctx, key)).filter(({ kind }) => kinds.includes(kind));
	const answering = (id: string) => actions.filter(({ finding }) => finding?.id === id).map(since);
	return {
		id: before.id,
		focus: before.focus,
		firstDay: before.firstDay,
		developments: findings.map(({ id, seen }) => ({ id, seen, actions: answering(id) })),
		developmentsAre: kinds.length === 0 ? null : findingsOfKinds(heldBy, kinds),
		others: actions.filter(({ finding }) => !findings.some(({ id }) => id === finding?.id)).map(since),
	};
}

const since = (action: ActionRow): ActionSince => ({
	id: action.id,
	title: action.title,
	progress: action.progress,
	howFar: howFar(action),
	words: action.givenUp?.because ?? action.updates[0]?.words ?? '',
});
