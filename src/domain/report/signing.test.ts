import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { openReview } from '#domain/review/open.server.ts';
import { forEachEngine } from '#test/database.ts';
import { publishReport } from './deeds/publishing.server.ts';
import { recordCannotSign } from './deeds/signing.server.ts';
import { makeEdition } from './deeds/writing.server.ts';
import { addParagraphs, nameVersion, restoreVersion } from './document/deeds.server.ts';
import { latestEdition } from './queries.server.ts';
import { reportScreen } from './screen.server.ts';

import { key, evidence, finding, upForSigning, sign } from './written-report.fixture.ts';

forEachEngine((database) => {
	describe('signing', () => {
		test('CSC-14 an empty heading and a finding whose evidence is gone stand before signing', async () => {
			const review = await preparedReview(database());
			const cited = await evidence(review);
			await finding(review, 'strength', [cited]);
			await review.as('reviewer', (ctx) =>
				withdrawEvidence(ctx, { evidenceId: cited, reviewId: review.reviewId, reason: 'Mistaken.' }),
			);
			const refused = await review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
			expect(refused).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/Areas for development.*rests on no evidence/) },
			});
		});

		test('KSA-15 more findings on what could be better than agreed, whatever their kinds are called, stand before signing', async () => {
			const review = await preparedReview(database(), (protocol) => {
				protocol.evidence.kinds = [
					{ key: 'praise', label: 'Praise' },
					{ key: 'next-step', label: 'Next step' },
					{ key: 'wish', label: 'SEND wish' },
					{ key: 'note', label: 'Note' },
				];
				protocol.report.headings = [
					{ ...protocol.report.headings[0]!, kinds: ['praise', 'next-step', 'wish'] },
				];
				protocol.report.celebrations.kinds = ['praise'];
				protocol.report.developments = { kinds: ['next-step', 'wish'], atMost: 2 };
			});
			await finding(review, 'praise');
			await finding(review, 'next-step');
			await finding(review, 'wish');
			expect(
				await review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId })),
			).toMatchObject({
				is: 'done',
			});
			await finding(review, 'wish');
			const refused = await review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
			expect(refused).toMatchObject({
				is: 'invalid',
				fields: {
					'': expect.stringContaining(
						'There are 3 findings of the kinds ‘Next step’ and ‘SEND wish’; you agreed on 2 at most.',
					),
				},
			});
		});

		test('publishing unsigned is refused, naming who has yet to sign', async () => {
			const review = await preparedReview(database());
			const publish = () =>
				review.as('facilitator', (ctx) => publishReport(ctx, { reviewId: review.reviewId }));
			expect(await publish()).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('no report') },
			});
			await upForSigning(review);
			await sign(review, 'reviewer');
			expect(await publish()).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('Still to sign: Demo facilitator.') },
			});
		});

		test('a change of the body makes the next edition and reopens signing; an unchanged one does not', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			await sign(review, 'reviewer');
			const make = () => review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
			expect(await make()).toEqual({ is: 'done', value: { number: 1 } });
			await finding(review, 'strength');
			expect(await sign(review, 'facilitator')).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('changed') },
			});
			expect(await make()).toEqual({ is: 'done', value: { number: 2 } });
			expect(await sign(review, 'facilitator', 1)).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('newer edition') },
			});
			expect((await review.as('reviewer', (ctx) => latestEdition(ctx, key(review))))?.signOffs).toEqual([]);
		});

		test('a change after the last signature takes the review back to writing for everybody; taking it back restores it', async () => {
			const review = await preparedReview(database());
			const { reviewId } = review;
			const versionId = randomUUIDv7();
			const signed = 'As it was signed.';
			await review.as('reviewer', async (ctx) => {
				await addParagraphs(ctx, { reviewId, heading: 'strengths', words: signed });
				await nameVersion(ctx, { id: versionId, reviewId, name: signed });
			});
			await upForSigning(review);
			await sign(review, 'reviewer');
			await sign(review, 'facilitator');
			const stageFor = (someone: 'host' | 'reviewer' | 'chair') =>
				review.as(someone, async (ctx) => (await openReview(ctx, review.reviewId))?.stage, '2026-11-20');
			expect(await stageFor('chair')).toBe('agreed by the team');
			expect(
				await review.as('reviewer', (ctx) =>
					addParagraphs(ctx, { reviewId, heading: 'strengths', words: 'One more sentence.' }),
				),
			).toMatchObject({ is: 'done' });
			for (const someone of ['host', 'reviewer', 'chair'] as const)
				expect(await stageFor(someone)).toBe('writing');
			expect(
				await review.as('host', (ctx) => publishReport(ctx, { reviewId: review.reviewId })),
			).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/has been changed/) },
			});
			await review.as('reviewer', (ctx) => restoreVersion(ctx, { reviewId, versionId }));
			expect(await stageFor('chair')).toBe('agreed by the team');
		});

		test('the host’s head publishes, though the evidence is not theirs to read', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			await sign(review, 'reviewer');
			await sign(review, 'facilitator');
			expect(
				await review.as('host', (ctx) => publishReport(ctx, { reviewId: review.reviewId })),
			).toMatchObject({ is: 'done' });
		});

		test('the facilitator records who cannot sign, and nobody else does', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			const record = (someone: 'facilitator' | 'reviewer' | 'host') =>
				review.as(someone, (ctx) =>
					recordCannotSign(ctx, {
						reviewId: review.reviewId,
						edition: 1,
						personId: review.people.reviewer,
						reason: 'Called back to school.',
					}),
				);
			expect(await record('reviewer')).toEqual({ is: 'denied' });
			expect(await record('host')).toEqual({ is: 'denied' });
			expect(await record('facilitator')).toMatchObject({ is: 'done' });
			await sign(review, 'facilitator');
			expect(
				await review.as('facilitator', (ctx) => publishReport(ctx, { reviewId: review.reviewId })),
			).toMatchObject({ is: 'done' });
		});

		test('whoever could not sign may after all', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			await review.as('facilitator', (ctx) =>
				recordCannotSign(ctx, {
					reviewId: review.reviewId,
					edition: 1,
					personId: review.people.reviewer,
					reason: 'Away.',
				}),
			);
			await sign(review, 'reviewer');
			const edition = await review.as('reviewer', (ctx) => latestEdition(ctx, key(review)));
			expect(edition?.signOffs).toMatchObject([
				{ personId: review.people.reviewer, cannotSignBecause: null },
			]);
		});

		test('a signature stays on a published edition when its author leaves the team, and who comes later signs nothing', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			await sign(review, 'reviewer');
			await sign(review, 'facilitator');
			await review.as('host', (ctx) => publishReport(ctx, { reviewId: review.reviewId }));
			await review.as('chair', ({ db }) =>
				db
					.updateTable('team_member')
					.set({ left_on: '2026-11-20' })
					.where('review_id', '=', review.reviewId)
					.where('person_id', '=', review.people.reviewer)
					.execute(),
			);
			await database().asOwner((db) =>
				db
					.insertInto('team_member')
					.values({
						partnership_id: review.partnershipId,
						review_id: review.reviewId,
						person_id: review.people.otherHead,
						role: 'reviewer',
						added_by: review.people.chair,
					})
					.execute(),
			);
			const screen = await review.as('host', (ctx) => reportScreen(ctx, review.reviewId), '2026-12-01');
			expect(screen?.signers.map(({ name, as }) => ({ name, as }))).toEqual([
				{ name: 'Demo facilitator', as: expect.any(String) },
				{ name: 'Demo reviewer', as: expect.any(String) },
			]);
			expect(screen?.signers.every(({ signOff }) => signOff !== null)).toBe(true);
		});

		test('those the protocol does not name do not sign', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			expect(await sign(review, 'host')).toEqual({ is: 'denied' });
		});
	});
});
