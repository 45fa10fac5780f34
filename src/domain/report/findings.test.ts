import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { arrangeFinding, editFinding, withdrawFinding, writeFinding } from './deeds/findings.server.ts';
import { addParagraphs } from './document/deeds.server.ts';
import { findingsOf } from './queries.server.ts';

import { key, evidence, finding } from './written-report.fixture.ts';

forEachEngine((database) => {
	describe('findings', () => {
		test('a finding without evidence, or on evidence withdrawn or of another review, is refused by its field', async () => {
			const review = await preparedReview(database());
			const other = await preparedReview(database());
			const withdrawn = await evidence(review);
			await review.as('reviewer', (ctx) =>
				withdrawEvidence(ctx, { evidenceId: withdrawn, reviewId: review.reviewId, reason: 'Named a child.' }),
			);
			const foreign = await evidence(other);
			for (const cites of [[], [withdrawn], [foreign]]) {
				const outcome = await review.as('reviewer', (ctx) =>
					writeFinding(ctx, {
						id: randomUUIDv7(),
						reviewId: review.reviewId,
						kind: 'strength',
						seen: 'a',
						effect: 'b',
						evidence: cites,
					}),
				);
				expect(outcome.is === 'invalid' && Object.keys(outcome.fields)).toEqual(['evidence']);
			}
			expect(await review.as('reviewer', (ctx) => findingsOf(ctx, key(review)))).toEqual([]);
		});

		test('findings written at once each have a place of their own', async () => {
			const review = await preparedReview(database());
			const cites = [await evidence(review)];
			await Promise.all(Array.from({ length: 6 }, () => finding(review, 'strength', cites)));
			const written = await review.as('reviewer', (ctx) => findingsOf(ctx, key(review)));
			expect(written.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
		});

		test('HEP-5 findings keep kind and order, move among their own kind, and can be taken out', async () => {
			const review = await preparedReview(database());
			const first = await finding(review);
			const question = await finding(review, 'question');
			const second = await finding(review);
			await review.as('facilitator', (ctx) =>
				arrangeFinding(ctx, {
					id: randomUUIDv7(),
					findingId: second,
					reviewId: review.reviewId,
					kind: 'strength',
					before: first,
				}),
			);
			const order = async () =>
				(await review.as('reviewer', (ctx) => findingsOf(ctx, key(review)))).map(({ id }) => id);
			expect(await order()).toEqual([second, first, question]);
			await review.as('facilitator', (ctx) =>
				withdrawFinding(ctx, { id: randomUUIDv7(), findingId: question, reviewId: review.reviewId }),
			);
			expect(await order()).toEqual([second, first]);
		});

		test('two people change one finding: the second sees what the first wrote', async () => {
			const review = await preparedReview(database());
			const cited = await evidence(review);
			const findingId = await finding(review, 'strength', [cited]);
			const edit = (someone: 'reviewer' | 'facilitator', effect: string) =>
				review.as(someone, (ctx) =>
					editFinding(ctx, {
						findingId,
						reviewId: review.reviewId,
						version: 1,
						kind: 'strength',
						seen: 'Seen',
						effect,
						evidence: cited,
					}),
				);
			for (const _ of [1, 2]) expect(await edit('reviewer', 'So one.')).toMatchObject({ is: 'done' });
			expect(await edit('facilitator', 'So two.')).toMatchObject({
				is: 'conflict',
				current: { effect: 'So one.' },
			});
		});
	});

	describe('writing', () => {
		test('NFS-10 where the host writes the report, the team does not', async () => {
			const review = await preparedReview(database(), (protocol) => (protocol.report.writtenBy = 'host'));
			const save = (someone: 'reviewer' | 'host') =>
				review.as(someone, (ctx) =>
					addParagraphs(ctx, { reviewId: review.reviewId, heading: 'strengths', words: 'Words.' }),
				);
			expect(await save('reviewer')).toEqual({ is: 'denied' });
			expect(await save('host')).toMatchObject({ is: 'done' });
		});
	});
});
