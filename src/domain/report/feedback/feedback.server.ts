import { z } from 'zod';
import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { likelyNames, type LikelyName } from '#domain/evidence/names.ts';
import { isKeptApart } from '#domain/evidence/model.ts';
import { workClosed } from '#domain/evidence/rules.ts';
import { audienceInWords } from '#domain/protocol/audience-words.ts';
import { kindLabel } from '#domain/protocol/model.ts';
import { keysOfCircles } from '#domain/review/audience.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { id, oneOf, optionalProse, ticks, version } from '#platform/text.ts';
import { maySortFindings } from '../access.ts';
import { findingsOf, type FindingRow } from '../queries.server.ts';
import { feedbackNotes, upsertFeedbackNote } from './feedback-store.server.ts';
import { hearers, hearersOf, inSpeakingOrder, moved } from './feedback.ts';

const ids = ticks.pipe(z.array(id).max(200));
const saveFeedbackInput = z.object({
	reviewId: id,
	hearers: oneOf(hearers, 'Choose who hears it.'),
	version,
	/** All findings as they stood in the form, and those to be said. */
	order: ids,
	said: ids,
	words: optionalProse(4000),
	earlier: id.optional(),
	later: id.optional(),
});

/**
 * Settles what the team says to the host's leaders or to all staff (NFS-9): which findings, in which order, and what it adds. A button
 * may move one of them at the same time. Refused once the report is out; where somebody else settled it since, both are shown.
 */
export const saveFeedback = (ctx: Context, input: unknown): Promise<Outcome> =>
	onBoundReview(
		ctx,
		saveFeedbackInput,
		input,
		maySortFindings,
		async ({ review, input: given, personId }) => {
			const closed = workClosed(review);
			if (closed) return invalid({ '': closed });
			if (!hearersOf(review.protocol).includes(given.hearers)) return missing;
			const standing = new Set((await findingsOf(ctx, review)).map((finding) => finding.id));
			const order = given.order.filter((one) => standing.has(one));
			const move = given.earlier
				? { id: given.earlier, to: 'earlier' as const }
				: given.later
					? { id: given.later, to: 'later' as const }
					: null;
			const said = moved(order, given.said, move);
			const note = {
				hearers: given.hearers,
				said,
				leftOut: order.filter((one) => !said.includes(one)),
				words: given.words,
			};
			const keys = keysOfCircles(['team'], { reviewId: review.id, ...review, groupIds: [] });
			const kept = await upsertFeedbackNote(
				ctx,
				review,
				{ ...note, version: given.version, by: personId },
				keys,
			);
			if (kept) return done(null);
			const other = (await feedbackNotes(ctx, review)).find((one) => one.hearers === given.hearers);
			return sentAgain(other, note, null);
		},
	);

/**
 * What the bound team speaks from at the end of the day, drawn from the findings as they stand. Null for everybody else. Each
 * set says what in it looks like a name: no teacher is spoken about (NFS-9).
 */
export async function feedbackScreen(ctx: Context, reviewId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review?.bound || !maySortFindings(review.roles)) return null;
	const { protocol, hostName } = review;
	const findings = (await findingsOf(ctx, review)).map((finding) => asSpoken(review, finding));
	const notes = await feedbackNotes(ctx, review);
	return {
		hostName,
		closed: workClosed(review),
		readers: { now: `This is read by ${audienceInWords(protocol, 'team')} alone.`, later: null },
		sets: hearersOf(protocol).map((to) => {
			const note = notes.find((one) => one.hearers === to) ?? null;
			const spoken = inSpeakingOrder(to, protocol, findings, note);
			const words = note?.words ?? '';
			const said = spoken.filter((finding) => finding.said).flatMap(({ seen, effect }) => [seen, effect]);
			return {
				hearers: to,
				spoken,
				words,
				version: note?.version ?? 0,
				writtenBy: note?.writtenBy ?? null,
				names: distinct([...said, words].flatMap((text) => likelyNames(text, [], [hostName]))),
			};
		}),
	};
}

function asSpoken({ protocol }: OpenReview, finding: FindingRow) {
	return {
		...{ id: finding.id, kind: finding.kind, letter: finding.letter, seen: finding.seen },
		effect: finding.effect.replace(/^so[,:]?\s+/i, ''),
		kindLabel: kindLabel(protocol, finding.kind),
		outsideFocus: isKeptApart(finding.restsOn, protocol.evidence),
	};
}

const distinct = (names: readonly LikelyName[]): LikelyName[] => [
	...new Map(names.map((name) => [name.found, name])).values(),
];
