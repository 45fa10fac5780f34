import { describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { reportScreen } from '../screen.server.ts';
import { published } from '../written-report.fixture.ts';
import { importReport, importScreen } from './import.server.ts';
import type { Piece } from './placing.ts';

const piece = (title: string, heading: string | null, ...said: string[]): Piece => ({
	...{ title, heading, found: heading === null ? null : 'exactly' },
	blocks: said.map((words) => ({ is: 'paragraph', runs: [{ words }] })),
});
const pieces = [
	piece('Our report', null, 'By us.'),
	piece('Strengths', 'strengths', 'Calm.'),
	piece('Next', null, 'Pens.'),
];

forEachEngine((database) => {
	describe('an older report', () => {
		const add = (
			review: PreparedReview,
			someone: 'reviewer' | 'host' | 'chair' | 'champion',
			more: object = {},
		) =>
			review.as(someone, (ctx) =>
				importReport(ctx, {
					...{ reviewId: review.reviewId, pieces: JSON.stringify(pieces) },
					...{ headings: ['', 'strengths', 'development'], ...more },
				}),
			);
		const written = (review: PreparedReview) =>
			review.as('reviewer', async (ctx) => (await reportScreen(ctx, review.reviewId))?.draft?.headings);

		test('goes under the headings that were chosen, below what stands there, with a title that is another’s as a subheading', async () => {
			const review = await preparedReview(database());
			expect(await add(review, 'reviewer')).toEqual({ is: 'done', value: { number: 1 } });
			expect(await add(review, 'reviewer', { headings: ['', '', 'strengths'] })).toMatchObject({
				is: 'done',
			});
			const paragraph = (words: string) => ({ is: 'paragraph', runs: [{ words }] });
			const next = { is: 'subheading', runs: [{ words: 'Next' }] };
			expect(await written(review)).toMatchObject([
				{ key: 'strengths', blocks: [paragraph('Calm.'), next, paragraph('Pens.')] },
				{ key: 'development', blocks: [next, paragraph('Pens.')] },
			]);
		});

		test('is brought in by those who write, while it can be written', async () => {
			const review = await preparedReview(database());
			const screen = (someone: 'reviewer' | 'host' | 'chair') =>
				review.as(someone, (ctx) => importScreen(ctx, review.reviewId));
			for (const someone of ['host', 'chair', 'champion'] as const)
				expect(await add(review, someone)).toEqual({ is: 'denied' });
			expect(await screen('host')).toBeNull();
			expect((await screen('reviewer'))?.headings.map(({ key }) => key)).toEqual([
				'strengths',
				'development',
			]);
			await published(review);
			const closed = expect.stringContaining('published');
			expect(await add(review, 'reviewer')).toEqual({ is: 'invalid', fields: { '': closed } });
			expect((await screen('reviewer'))?.closed).toEqual(closed);
		});

		const refused: [string, object, object][] = [
			[
				'no heading chosen',
				{ headings: ['', '', ''] },
				{ '': expect.stringContaining('at least one piece') },
			],
			[
				'a heading of nobody',
				{ headings: ['nowhere'] },
				{ 'heading-0': expect.stringContaining('of your protocol') },
			],
			['no JSON', { pieces: 'x' }, { pieces: expect.stringContaining('Choose the file again') }],
			['nothing', { pieces: undefined }, { pieces: expect.stringContaining('Choose the file again') }],
			[
				'a block of no kind',
				{ pieces: JSON.stringify([{ ...pieces[1], blocks: [{ is: 'script' }] }]) },
				{ pieces: expect.anything() },
			],
			[
				'a finding',
				{ pieces: JSON.stringify([{ ...pieces[1], blocks: [{ is: 'finding', id: 'x' }] }]) },
				{ pieces: expect.anything() },
			],
			[
				'lists without end',
				{
					pieces: `[{"title":"","heading":null,"found":null,"blocks":${'[{"is":"list","ordered":true,"items":['.repeat(20_000)}`,
				},
				{ pieces: expect.anything() },
			],
			[
				'characters that cannot be shown',
				{ pieces: JSON.stringify([piece('a\u0000', 'strengths', 'b\u202e')]) },
				{ pieces: expect.anything() },
			],
		];

		test('what is no reading of a file, or goes nowhere, is refused, and nothing is written', async () => {
			const review = await preparedReview(database());
			for (const [what, more, fields] of refused)
				expect(await add(review, 'reviewer', more), what).toEqual({ is: 'invalid', fields });
			expect((await written(review))?.flatMap(({ blocks }) => blocks)).toEqual([]);
		});
	});
});
