import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import * as Y from 'yjs';
import { beforeEach, describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { sendUpdate } from '../document/deeds.server.ts';
import { openPage, saidUnder } from '../document/page.fixture.ts';
import { takeTurn } from '../document/turn.server.ts';
import { reportScreen } from '../screen.server.ts';
import { upForSigning } from '../written-report.fixture.ts';
import { acceptSuggestion, answerComment, comment, settleComment } from './deeds.server.ts';

forEachEngine((database) => {
	let review: PreparedReview;
	beforeEach(async () => {
		review = await preparedReview(database());
	});
	const commentsTo = async (someone: 'reviewer' | 'host') =>
		(await review.as(someone, (ctx) => reportScreen(ctx, review.reviewId)))!.comments;
	const on = (more: object) => ({ id: randomUUIDv7(), reviewId: review.reviewId, ...more });

	/** Words in a paragraph, and the place of some of them as an editor names it. */
	async function written(words: string, from: number, to: number) {
		const page = await openPage(review, 'reviewer');
		const text = page.write('strengths', words).get(0) as Y.XmlText;
		await page.send();
		const at = (index: number) =>
			Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, -1));
		return { page, text, place: JSON.stringify({ anchor: at(from), head: at(to) }) };
	}

	test('a comment stands with its answers until it is settled, once', async () => {
		const said = on({ heading: 'strengths', words: 'Who says so?' });
		for (const _ of [1, 2])
			expect(await review.as('facilitator', (ctx) => comment(ctx, said))).toMatchObject({ is: 'done' });
		const answer = on({ commentId: said.id, words: 'Three pupils.' });
		for (const _ of [1, 2]) await review.as('reviewer', (ctx) => answerComment(ctx, answer));
		expect(await commentsTo('reviewer')).toMatchObject([
			{
				author: 'Demo facilitator',
				words: 'Who says so?',
				answers: [{ words: 'Three pupils.' }],
				settled: null,
			},
		]);
		const form = { reviewId: review.reviewId, commentId: said.id };
		expect(await review.as('reviewer', (ctx) => settleComment(ctx, form))).toMatchObject({ is: 'done' });
		for (const deed of [settleComment, answerComment])
			expect(
				await review.as('facilitator', (ctx) => deed(ctx, on({ ...form, words: 'Late.' }))),
			).toMatchObject({
				is: 'invalid',
			});
		expect(await commentsTo('reviewer')).toMatchObject([
			{ settled: { by: 'Demo reviewer', accepted: null } },
		]);
	});

	test('an answer sent under the id of another is not taken for it', async () => {
		const [one, other] = [1, 2].map((nth) => on({ heading: 'strengths', words: `Who says so? ${nth}` }));
		for (const said of [one, other]) await review.as('facilitator', (ctx) => comment(ctx, said));
		const answer = on({ commentId: one!.id, words: 'Three pupils.' });
		await review.as('reviewer', (ctx) => answerComment(ctx, answer));
		const again = { ...answer, commentId: other!.id };
		expect(await review.as('reviewer', (ctx) => answerComment(ctx, again))).toEqual({ is: 'missing' });
	});

	describe('a suggestion', () => {
		test('is written where its words stand by now, by one of two who accept it', async () => {
			const { page, text, place } = await written('Pupils read good.', 12, 16);
			const said = on({ heading: 'strengths', words: 'English', place, quoted: 'good', instead: 'well' });
			await review.as('facilitator', (ctx) => comment(ctx, said));
			text.insert(0, 'All ');
			await page.send();
			const form = { reviewId: review.reviewId, commentId: said.id };
			const answers = [];
			for (const someone of ['reviewer', 'facilitator'] as const)
				answers.push((await review.as(someone, (ctx) => acceptSuggestion(ctx, form))).is);
			expect(answers).toEqual(['done', 'invalid']);
			expect(await saidUnder(review, 'strengths')).toBe('All Pupils read well.');
			expect(await commentsTo('reviewer')).toMatchObject([
				{ settled: { by: 'Demo reviewer', accepted: true } },
			]);
		});

		test('waits for whoever has the turn, and holds nothing that they still need', async () => {
			const { page, place } = await written('Pupils read good.', 12, 16);
			await upForSigning(review);
			const said = on({ heading: 'strengths', words: 'English', place, quoted: 'good', instead: 'well' });
			await review.as('facilitator', (ctx) => comment(ctx, said));
			page.write('strengths', 'More.');
			const update = {
				...on({ writer: page.doc.clientID }),
				update: Buffer.from(page.unsent()).toString('base64'),
			};
			const form = { reviewId: review.reviewId, commentId: said.id };
			let begins = () => {};
			const begun = new Promise<void>((resolve) => (begins = resolve));
			const accepted = begun.then(() => review.as('facilitator', (ctx) => acceptSuggestion(ctx, form)));
			const wrote = review.as('reviewer', async (ctx) => {
				await takeTurn(ctx, review.reviewId);
				begins();
				// The embedded engine takes one after the other; the other one holds somebody up here.
				const waits = () => sql`select from pg_locks where not granted`.execute(ctx.db);
				if (database().engine === 'postgresql')
					await expect.poll(async () => (await waits()).rows.length).toBeGreaterThan(0);
				return sendUpdate(ctx, update);
			});
			expect(await wrote).toMatchObject({ is: 'done' });
			expect(await accepted).toMatchObject({ is: 'done' });
		});

		test('whose words somebody has written into is not written over them', async () => {
			const { page, text, place } = await written('Pupils read good.', 0, 16);
			const quoted = 'Pupils read good';
			const said = on({ heading: 'strengths', words: 'English', place, quoted, instead: 'They read well' });
			await review.as('facilitator', (ctx) => comment(ctx, said));
			text.insert(6, ', as three of us saw,');
			await page.send();
			const form = { reviewId: review.reviewId, commentId: said.id };
			const accepted = await review.as('reviewer', (ctx) => acceptSuggestion(ctx, form));
			expect(accepted).toMatchObject({ is: 'invalid' });
			expect(await saidUnder(review, 'strengths')).toBe('Pupils, as three of us saw, read good.');
		});

		test('whose words are gone is not written, and stays open', async () => {
			const { page, place } = await written('Pupils read good.', 12, 16);
			const said = on({ heading: 'strengths', words: 'English', place, quoted: 'good', instead: 'well' });
			await review.as('facilitator', (ctx) => comment(ctx, said));
			page.part('strengths').delete(0, 1);
			await page.send();
			const form = { reviewId: review.reviewId, commentId: said.id };
			expect(await review.as('reviewer', (ctx) => acceptSuggestion(ctx, form))).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('gone') },
			});
		});

		test.each([
			['of no words', { instead: 'well' }, 'instead'],
			['with a place that is none', { instead: 'well', place: '{"anchor":1}' }, 'place'],
			['with a place that names none', { place: '{"anchor":{},"head":{}}' }, 'place'],
			['with no JSON for a place', { place: 'strengths' }, 'place'],
			['under no heading', { heading: 'elsewhere' }, 'heading'],
			['that says nothing', { words: ' ' }, 'words'],
		])('%s is refused by its field', async (_, more, field) => {
			const said = on({ heading: 'strengths', words: 'English', ...more });
			const outcome = await review.as('reviewer', (ctx) => comment(ctx, said));
			expect(outcome).toMatchObject({ is: 'invalid' });
			expect(Object.keys((outcome as { fields: object }).fields)[0]).toMatch(field);
		});
	});

	test('NFS-12 whoever does not write the report neither comments nor reads what is said about it', async () => {
		const said = on({ heading: 'strengths', words: 'Who says so?' });
		await review.as('facilitator', (ctx) => comment(ctx, said));
		for (const someone of ['host', 'champion', 'chair', 'outsider'] as const) {
			const mine = on({ heading: 'strengths', words: 'Mine.' });
			expect((await review.as(someone, (ctx) => comment(ctx, mine))).is, someone).not.toBe('done');
			const form = on({ commentId: said.id, words: 'Mine.' });
			for (const deed of [answerComment, settleComment, acceptSuggestion])
				expect((await review.as(someone, (ctx) => deed(ctx, form))).is, someone).not.toBe('done');
		}
		expect([(await commentsTo('reviewer')).length, await commentsTo('host')]).toEqual([1, []]);
		const other = await preparedReview(database());
		const form = { reviewId: other.reviewId, commentId: said.id };
		expect(await other.as('reviewer', (ctx) => settleComment(ctx, form))).toEqual({ is: 'missing' });
	});
});
