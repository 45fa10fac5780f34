import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { conflict, denied, done, invalid, type Outcome } from '#platform/outcome.ts';
import { mayWrite } from '../access.ts';
import { commentsOf } from '../comments/queries.server.ts';
import { standsBetween } from '../desk-check/stands-between.ts';
import { inTurn } from '../document/turn.server.ts';
import { draftOf } from '../draft.server.ts';
import { makeEditionInput } from '../input.ts';
import { latestEdition } from '../queries.server.ts';
import { correctionOf } from '../correcting/queries.server.ts';
import { deleteReopening, insertEdition } from '../report-store.server.ts';
import { writingClosed } from '../rules.ts';
import { ofReview } from '../of-review.ts';

/** Whoever writes the report by the protocol; the roles alone do not tell. */
const anyone = () => true;

/**
 * Puts the report up for signing as a numbered edition: the body as it stands, whole. Refused while something stands before
 * signing. Where nothing has changed since the last edition that one is answered; else signing begins anew.
 */
export const makeEdition = (ctx: Context, input: unknown): Promise<Outcome<{ number: number }>> =>
	inTurn(ctx, input, () =>
		onBoundReview(ctx, makeEditionInput, input, anyone, async ({ review, personId }) => {
			if (!mayWrite(review.roles, review.protocol)) return denied;
			const closed = writingClosed(review);
			if (closed) return invalid({ '': closed });
			const { findings, body, digest } = await draftOf(ctx, review);
			const between = standsBetween(review.protocol, findings, body.headings, await commentsOf(ctx, review));
			if (between.length > 0) return invalid({ '': between.map(({ words }) => words).join(' ') });
			const last = await latestEdition(ctx, review);
			const corrects = review.facts.publication?.edition ?? null;
			if (last?.digest === digest) {
				if (last.publishedAt) return invalid({ '': `Nothing differs from edition ${last.number} yet.` });
				await deleteReopening(ctx, ofReview(review), last.number);
				return done({ number: last.number });
			}
			const correction = corrects === null ? null : await correctionOf(ctx, review, corrects);
			const of = ofReview(review);
			const number = (last?.number ?? 0) + 1;
			const made = await insertEdition(
				ctx,
				of,
				{ number, body, digest, madeBy: personId, correction },
				editionKeys(review),
			);
			return made ? done({ number }) : conflict(await latestEdition(ctx, review));
		}),
	);

/**
 * Who reads an edition before it is published: the writers, and the host's head where the report will be theirs to read
 * anyway, to check facts and to respond.
 */
export const editionKeys = (review: OpenReview): string[] => [
	...new Set([
		...keysFor('draft', review),
		...keysFor('report', review).filter((key) => key.startsWith('host:')),
	]),
];
