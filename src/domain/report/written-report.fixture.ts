import { randomUUIDv7 } from 'node:crypto';
import { expect } from 'vitest';
import { recordEvidence } from '#domain/evidence/actions.server.ts';
import type { PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { writeFinding } from './deeds/findings.server.ts';
import { publishReport } from './deeds/publishing.server.ts';
import { signEdition } from './deeds/signing.server.ts';
import { makeEdition } from './deeds/writing.server.ts';
import { latestEdition } from './queries.server.ts';

export const key = (review: PreparedReview) => ({ partnershipId: review.partnershipId, id: review.reviewId });

export async function evidence(review: PreparedReview, more: object = {}): Promise<string> {
	const id = randomUUIDv7();
	const piece = {
		id,
		reviewId: review.reviewId,
		source: 'pupils',
		kind: 'note',
		seen: '“My marker helps me go further.”',
		pupilYear: 'Year 4',
		pupilWords: 'yes',
	};
	await review.as('reviewer', (ctx) => recordEvidence(ctx, { ...piece, ...more }));
	return id;
}

export async function finding(review: PreparedReview, kind = 'strength', cites?: string[]): Promise<string> {
	const id = randomUUIDv7();
	const outcome = await review.as('reviewer', async (ctx) =>
		writeFinding(ctx, {
			id,
			reviewId: review.reviewId,
			kind,
			seen: `Seen ${kind}`,
			effect: 'So pupils go on by themselves.',
			evidence: cites ?? [await evidenceInside(ctx, review)],
		}),
	);
	expect(outcome).toMatchObject({ is: 'done' });
	return id;
}

export async function evidenceInside(
	ctx: Parameters<typeof recordEvidence>[0],
	review: PreparedReview,
): Promise<string> {
	const id = randomUUIDv7();
	await recordEvidence(ctx, {
		id,
		reviewId: review.reviewId,
		source: 'observation',
		kind: 'note',
		seen: 'Seen in three rooms.',
	});
	return id;
}

/** Two findings, one under each heading of the network preset, put up for signing. */
export async function upForSigning(review: PreparedReview): Promise<void> {
	await finding(review, 'strength');
	await finding(review, 'development');
	const made = await review.as('facilitator', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
	expect(made).toEqual({ is: 'done', value: { number: 1 } });
}

export const sign = (
	review: PreparedReview,
	someone: 'reviewer' | 'facilitator' | 'host',
	edition = 1,
	asRead?: string,
) =>
	review.as(someone, async (ctx) => {
		const digest = asRead ?? (await latestEdition(ctx, key(review)))?.digest ?? 'a'.repeat(64);
		return signEdition(ctx, { reviewId: review.reviewId, edition: String(edition), digest });
	});

export async function published(review: PreparedReview): Promise<void> {
	await upForSigning(review);
	await sign(review, 'reviewer');
	await sign(review, 'facilitator');
	expect(
		await review.as('facilitator', (ctx) => publishReport(ctx, { reviewId: review.reviewId })),
	).toMatchObject({ is: 'done' });
}
