import { beforeEach, describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { confirmFacts } from './deeds/facts.server.ts';
import { makeEdition } from './deeds/writing.server.ts';
import { addParagraphs } from './document/deeds.server.ts';
import { latestEdition } from './queries.server.ts';
import { reportScreen } from './screen.server.ts';
import { key, sign, upForSigning } from './written-report.fixture.ts';

forEachEngine((database) => {
	let review: PreparedReview;
	beforeEach(async () => {
		review = await preparedReview(database());
	});
	type Someone = keyof PreparedReview['people'];
	const write = (words: string) =>
		review.as('reviewer', (ctx) =>
			addParagraphs(ctx, { reviewId: review.reviewId, heading: 'strengths', words }),
		);
	const putUp = () => review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
	const editionFor = (someone: Someone) => review.as(someone, (ctx) => latestEdition(ctx, key(review)));

	describe('NFS-30 the facts of an edition', () => {
		const confirm = (someone: Someone, more: object = {}) =>
			review.as(someone, async (ctx) => {
				const digest = (await latestEdition(ctx, key(review)))?.digest ?? 'a'.repeat(64);
				return confirmFacts(ctx, { reviewId: review.reviewId, edition: '1', digest, ...more });
			});
		const screen = (someone: Someone) => review.as(someone, (ctx) => reportScreen(ctx, review.reviewId));

		test('each head of the host says in their own role, once, that they are right; a new edition asks again', async () => {
			await upForSigning(review);
			expect((await screen('host'))?.checksFacts).toBe(true);
			for (const someone of ['host', 'coHead', 'host'] as const)
				expect(await confirm(someone)).toEqual({ is: 'done', value: null });
			const { factChecks, checksFacts } = (await screen('host'))!;
			expect(factChecks.map(({ name, role }) => [name, role])).toEqual([
				['Demo coHead', 'head of school'],
				['Demo host', 'executive head'],
			]);
			expect([checksFacts, (await screen('reviewer'))!.checksFacts]).toEqual([false, false]);
			await write('One more thing.');
			expect(await confirm('host')).toMatchObject({ is: 'invalid' });
			await putUp();
			expect((await screen('host'))!).toMatchObject({ factChecks: [], checksFacts: true });
		});

		test('nobody else says it, and nobody of words they did not read', async () => {
			await upForSigning(review);
			for (const someone of ['reviewer', 'facilitator', 'champion', 'governor', 'outsider'] as const)
				expect(['missing', 'denied'], someone).toContain((await confirm(someone)).is);
			const other = { digest: 'b'.repeat(64) };
			expect(await confirm('host', other)).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('not the words you read') },
			});
			expect(await sign(review, 'reviewer', 1, other.digest)).toMatchObject({ is: 'invalid' });
			expect((await editionFor('reviewer'))?.signOffs).toEqual([]);
		});
	});
});
