import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { release, takeBack } from '#domain/review/deeds/sharing.server.ts';
import { releasesOf } from '#domain/review/sharing-queries.server.ts';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { findingsIn } from './body.ts';
import { writeFinding } from './deeds/findings.server.ts';
import { publishReport } from './deeds/publishing.server.ts';
import { addContext, addRemark } from './deeds/remarks.server.ts';
import { makeEdition } from './deeds/writing.server.ts';
import { addParagraphs } from './document/deeds.server.ts';
import { findingsOf, latestEdition, remarksOf } from './queries.server.ts';
import { findingScreen } from './sorting/screen.server.ts';

import { key, evidence, finding, sign, upForSigning, published } from './written-report.fixture.ts';

forEachEngine((database) => {
	test('a finding that can no longer be changed is still shown to the team, with the reason', async () => {
		const review = await preparedReview(database());
		const id = await finding(review);
		const closed = () =>
			review.as('reviewer', async (ctx) => (await findingScreen(ctx, review.reviewId, id))?.closed);
		expect(await closed()).toBeNull();
		await published(review);
		expect(await closed()).toMatch(/is published/);
		expect(await review.as('governor', (ctx) => findingScreen(ctx, review.reviewId, id))).toBeNull();
	});

	describe('response', () => {
		test('NFS-30 executive head and head of school each respond in their own role, and reopen nothing', async () => {
			const review = await preparedReview(database());
			await published(review);
			const respond = (someone: 'host' | 'coHead', words: string) =>
				review.as(someone, (ctx) =>
					addRemark(ctx, { id: randomUUIDv7(), reviewId: review.reviewId, heading: 'response', words }),
				);
			expect(await respond('host', 'Thank you all.')).toMatchObject({ is: 'done' });
			expect(await respond('coHead', 'We will begin with Year 5.')).toMatchObject({ is: 'done' });
			const remarks = await review.as('reviewer', (ctx) => remarksOf(ctx, key(review)));
			expect(remarks.map(({ author, authorRole }) => [author, authorRole])).toEqual([
				['Demo host', 'executive head'],
				['Demo coHead', 'head of school'],
			]);
		});

		test('the team does not answer for the host', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			const answer = await review.as('reviewer', (ctx) =>
				addRemark(ctx, {
					id: randomUUIDv7(),
					reviewId: review.reviewId,
					heading: 'response',
					words: 'Thanks.',
				}),
			);
			expect(answer).toEqual({ is: 'denied' });
		});

		test('NFS-27 the host adds context to the draft, the team revises, and both editions are kept', async () => {
			const review = await preparedReview(database());
			await upForSigning(review);
			const words = 'Year 5 had a supply teacher that week.';
			await review.as('host', (ctx) =>
				addContext(ctx, { id: randomUUIDv7(), reviewId: review.reviewId, words }),
			);
			expect(await review.as('reviewer', (ctx) => remarksOf(ctx, key(review)))).toMatchObject([
				{ kind: 'host context', words },
			]);
			await review.as('reviewer', (ctx) =>
				addParagraphs(ctx, {
					reviewId: review.reviewId,
					heading: 'development',
					words: 'Seen in a week of cover.',
				}),
			);
			await review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
			const editions = await review.as('host', (ctx) =>
				ctx.db.selectFrom('edition').select('number').orderBy('number').execute(),
			);
			expect(editions.map(({ number }) => number)).toEqual([1, 2]);
		});
	});

	describe('readers', () => {
		test('the published report reaches its floor and nobody else; findings reach the champion', async () => {
			const review = await preparedReview(database());
			await published(review);
			const reads = async (someone: Parameters<PreparedReview['as']>[0]) => [
				(await review.as(someone, (ctx) => latestEdition(ctx, key(review)))) !== null,
				(await review.as(someone, (ctx) => findingsOf(ctx, key(review)))).length,
			];
			expect(await reads('reviewer')).toEqual([true, 2]);
			expect(await reads('host')).toEqual([true, 2]);
			expect(await reads('champion')).toEqual([false, 2]);
			for (const someone of ['chair', 'governor', 'otherHead', 'outsider'] as const)
				expect(await reads(someone)).toEqual([false, 0]);
		});

		test('CEN-5 pupils’ words stand in the edition with the year group', async () => {
			const review = await preparedReview(database());
			await finding(review, 'strength', [await evidence(review)]);
			await finding(review, 'development');
			await review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
			const edition = await review.as('host', (ctx) => latestEdition(ctx, key(review)));
			expect(findingsIn(edition!.body.headings[0]!)[0]?.pupils).toEqual([
				{ words: 'My marker helps me go further.', year: 'Year 4' },
			]);
		});

		test('KSA-10 the host’s head opens the report to governors and takes it back; the list keeps both', async () => {
			const review = await preparedReview(database());
			await published(review);
			const governorReads = async () =>
				(await review.as('governor', (ctx) => latestEdition(ctx, key(review)))) !== null;
			const share = (someone: 'host' | 'facilitator', audience: string) =>
				review.as(someone, (ctx) =>
					release(ctx, { id: randomUUIDv7(), reviewId: review.reviewId, thing: 'report', audience }),
				);
			expect(await share('facilitator', 'governors')).toEqual({ is: 'denied' });
			expect(await share('host', 'partnership')).toMatchObject({
				is: 'invalid',
				fields: { audience: expect.stringContaining('protocol') },
			});
			expect(await share('host', 'governors')).toMatchObject({ is: 'done' });
			expect(await governorReads()).toBe(true);
			const [shared] = await review.as('host', (ctx) => releasesOf(ctx, key(review)));
			await review.as('host', (ctx) => takeBack(ctx, { releaseId: shared!.id, reviewId: review.reviewId }));
			expect(await governorReads()).toBe(false);
			expect(await review.as('host', (ctx) => releasesOf(ctx, key(review)))).toMatchObject([
				{ takenBackAt: expect.any(Date) },
			]);
		});

		test('CSC-16 where the protocol shares reports with all heads, they read it the moment it is published', async () => {
			const review = await preparedReview(database(), ({ audience }) => {
				audience.things.report = {
					floor: ['team', 'host', 'heads'],
					ceiling: ['team', 'host', 'heads'],
					countedBy: [],
				};
			});
			const reads = async (someone: 'otherHead' | 'governor') =>
				(await review.as(someone, (ctx) => latestEdition(ctx, key(review)))) !== null;
			await published(review);
			expect([await reads('otherHead'), await reads('governor')]).toEqual([true, false]);
		});

		test('the host publishes what the team signed, drafts they never read included', async () => {
			const review = await preparedReview(database(), ({ audience }) => {
				audience.things.draft = { floor: ['team'], ceiling: ['team'], countedBy: [] };
			});
			await upForSigning(review);
			for (const someone of ['reviewer', 'facilitator'] as const) await sign(review, someone);
			const outcome = await review.as('host', (ctx) => publishReport(ctx, { reviewId: review.reviewId }));
			expect(outcome).toMatchObject({ is: 'done' });
			expect(await review.as('host', (ctx) => findingsOf(ctx, key(review)))).toHaveLength(2);
			expect(await review.as('champion', (ctx) => findingsOf(ctx, key(review)))).toHaveLength(2);
		});

		test('KSA-10 evidence is opened to the host’s head where the ceiling has them, once the report is out', async () => {
			const review = await preparedReview(database());
			const share = () =>
				review.as('host', (ctx) =>
					release(ctx, {
						id: randomUUIDv7(),
						reviewId: review.reviewId,
						thing: 'evidence',
						audience: 'host',
					}),
				);
			const sees = (someone: 'host' | 'reviewer') =>
				review.as(someone, ({ db }) =>
					db.selectFrom('evidence').select('id').where('review_id', '=', review.reviewId).execute(),
				);
			expect(await share()).toMatchObject({ is: 'invalid', fields: { '': expect.any(String) } });
			await published(review);
			expect(await sees('host')).toHaveLength(0);
			expect(await share()).toMatchObject({ is: 'done' });
			expect(await sees('host')).toHaveLength(2);
			expect(await sees('reviewer')).toHaveLength(2);
		});

		test('once published, evidence and findings under it stay as they are', async () => {
			const review = await preparedReview(database());
			await published(review);
			const outcome = await review.as('reviewer', (ctx) =>
				writeFinding(ctx, {
					id: randomUUIDv7(),
					reviewId: review.reviewId,
					kind: 'strength',
					seen: 'a',
					effect: 'b',
					evidence: [randomUUIDv7()],
				}),
			);
			expect(outcome).toMatchObject({ is: 'invalid', fields: { '': expect.stringContaining('published') } });
		});
	});
});
