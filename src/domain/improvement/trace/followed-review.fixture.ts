import { randomUUIDv7 } from 'node:crypto';
import { expect } from 'vitest';
import { withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { mergeFindings, placeEvidence, withdrawFinding } from '#domain/report/deeds/findings.server.ts';
import { publishReport } from '#domain/report/deeds/publishing.server.ts';
import { makeEdition } from '#domain/report/deeds/writing.server.ts';
import { evidence, finding, sign } from '#domain/report/written-report.fixture.ts';
import { release } from '#domain/review/deeds/sharing.server.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import type { Outcome } from '#platform/outcome.ts';
import { planAction, rescheduleAction, updateAction } from '../deeds/actions.server.ts';

/** A day on which the report is out and acted on. */
export const after = '2026-12-01';
export type Someone = Parameters<PreparedReview['as']>[0];
type Change = Parameters<typeof preparedReview>[1];

/** A finding on three pieces of which one is withdrawn, one brought into it, one taken out, and pieces in none. */
export async function sorted(database: Database, change?: Change) {
	const review = await preparedReview(database, change);
	const { reviewId } = review;
	const did = async (
		someone: Someone,
		deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>,
		input: object,
	) =>
		expect(
			await review.as(someone, (ctx) => deed(ctx, { id: randomUUIDv7(), reviewId, ...input })),
		).toMatchObject({ is: 'done' });
	const note = { source: 'observation', pupilYear: '', pupilWords: '' };
	const quoted = await evidence(review, {
		...note,
		seen: 'They said: seen strength so pupils go on by themselves.',
	});
	const [other, gone, unused, moved] = [
		await evidence(review, note),
		await evidence(review, note),
		await evidence(review, note),
		await evidence(review, note),
	];
	const parked = await evidence(review, { ...note, outsideFocus: 'yes' });
	const whole = await finding(review, 'strength', [quoted, gone, moved]);
	const joined = await finding(review, 'strength', [other]);
	const taken = await finding(review, 'development', [unused]);
	const kept = await finding(review, 'development', [other]);
	await did('reviewer', mergeFindings, { findingId: whole, others: joined });
	await did('reviewer', placeEvidence, { evidence: moved, from: whole });
	await did('reviewer', withdrawFinding, { findingId: taken });
	await did('reviewer', withdrawEvidence, { evidenceId: gone, reason: 'It names a child.' });
	return { review, reviewId, whole, joined, taken, kept, quoted, other, gone, unused, moved, parked };
}

/** The same, published and acted on. */
export async function followed(database: Database, change?: Change) {
	const all = await sorted(database, change);
	const { review, reviewId, whole } = all;
	await review.as('facilitator', (ctx) => makeEdition(ctx, { reviewId }));
	await sign(review, 'reviewer');
	await sign(review, 'facilitator');
	const outcome = await review.as('facilitator', (ctx) => publishReport(ctx, { reviewId }));
	expect(outcome).toMatchObject({ is: 'done' });
	const action = randomUUIDv7();
	const byHost = async (deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>, input: object) =>
		expect(
			await review.as(
				'host',
				(ctx) => deed(ctx, { id: randomUUIDv7(), reviewId, actionId: action, ...input }),
				after,
			),
		).toMatchObject({ is: 'done' });
	await byHost(planAction, {
		id: action,
		findingId: whole,
		title: 'Show others how',
		owner: 'English leader',
		due: '2027-02-12',
		measureOfSuccess: 'All rooms do it.',
	});
	await byHost(updateAction, { progress: 'under way', words: 'Four rooms do it.' });
	await byHost(rescheduleAction, { due: '2027-03-12', reason: 'Snow.' });
	return { ...all, action };
}

/** The host's head opens a thing further. */
export const open = async (review: PreparedReview, thing: string, audience: string) =>
	expect(
		await review.as(
			'host',
			(ctx) => release(ctx, { id: randomUUIDv7(), reviewId: review.reviewId, thing, audience }),
			after,
		),
	).toMatchObject({ is: 'done' });
