import { beforeEach, describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { consortium } from '#domain/protocol/presets/consortium.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { askForSuggestions } from '#domain/review/deeds/plan.server.ts';
import { lines } from '#domain/review/queries.server.ts';
import { forEachEngine } from '#test/database.ts';
import { editFinding, writeFinding } from '../deeds/findings.server.ts';
import { findingsOf } from '../queries.server.ts';
import { evidenceInside, key } from '../written-report.fixture.ts';
import { notAskedFor } from './suggestions.ts';

describe('CSC-15 suggestions are made only where the host asked', () => {
	const plan = [
		{ id: 'a', suggestionsAsked: false },
		{ id: 'b', suggestionsAsked: true },
	];
	const by = (suggestions: Protocol['evidence']['suggestions'], suggestionKinds = ['suggestion']) => ({
		evidence: { ...(consortium as Protocol).evidence, suggestions, suggestionKinds },
	});
	const asked = by('where the host asks');

	test.each([
		['on a line for which they were asked', asked, 'suggestion', 'b', plan, []],
		['on another line', asked, 'suggestion', 'a', plan, ['lineId']],
		['on no line', asked, 'suggestion', null, plan, ['lineId']],
		['where none were asked for at all', asked, 'suggestion', 'a', plan.slice(0, 1), ['kind']],
		['that are a question', asked, 'question', 'a', plan, []],
		['where they are welcome', by('practical suggestions welcome'), 'suggestion', null, plan, []],
		['where no kind is one', by('where the host asks', []), 'suggestion', null, plan, []],
	])('%s', (_, protocol, kind, lineId, of, refused) => {
		expect(Object.keys(notAskedFor(protocol, { kind, lineId }, of))).toEqual(refused);
	});

	forEachEngine((database) => {
		let review: PreparedReview;
		beforeEach(async () => {
			review = await preparedReview(database(), (protocol) => {
				protocol.evidence.kinds.push({ key: 'try-this', label: 'Something to try' });
				protocol.report.headings[0]!.kinds.push('try-this');
				Object.assign(protocol.evidence, {
					suggestions: 'where the host asks',
					suggestionKinds: ['try-this'],
				});
			});
		});
		const ask = (someone: keyof PreparedReview['people'], lineId: string, asks = 'yes') =>
			review.as(someone, (ctx) => askForSuggestions(ctx, { reviewId: review.reviewId, lineId, asks }));
		const suggest = (lineId: string, kind = 'try-this') =>
			review.as('reviewer', async (ctx) =>
				writeFinding(ctx, {
					id: ctx.newId(),
					reviewId: review.reviewId,
					kind,
					lineId,
					seen: 'Two rooms share one shelf.',
					effect: 'So books could be swapped each week.',
					evidence: [await evidenceInside(ctx, review)],
				}),
			);

		test('nobody but a head of the host asks, and the team finds which lines it asked on', async () => {
			for (const someone of ['reviewer', 'facilitator', 'champion', 'chair', 'outsider'] as const)
				expect(['missing', 'denied'], someone).toContain((await ask(someone, review.lines.a)).is);
			expect(await ask('coHead', review.lines.a)).toEqual({ is: 'done', value: null });
			const plan = () => review.as('reviewer', (ctx) => lines(ctx, key(review)));
			expect((await plan()).map(({ suggestionsAsked }) => suggestionsAsked)).toEqual([true, false]);
			await ask('host', review.lines.a, '');
			expect((await plan()).map(({ suggestionsAsked }) => suggestionsAsked)).toEqual([false, false]);
			const other = await preparedReview(database());
			expect(await ask('host', other.lines.a)).toEqual({ is: 'missing' });
		});

		test('one that was asked for is kept when the host asks no more, and no other finding becomes one', async () => {
			expect(await suggest(review.lines.a)).toMatchObject({
				is: 'invalid',
				fields: { kind: expect.any(String) },
			});
			await ask('host', review.lines.a);
			expect(await suggest(review.lines.b)).toMatchObject({
				is: 'invalid',
				fields: { lineId: expect.any(String) },
			});
			expect(await suggest(review.lines.a)).toMatchObject({ is: 'done' });
			expect(await suggest(review.lines.b, 'strength')).toMatchObject({ is: 'done' });
			await ask('host', review.lines.a, '');
			const [suggestion, strength] = await review.as('reviewer', (ctx) => findingsOf(ctx, key(review)));
			const change = (finding: typeof suggestion, more: object) =>
				review.as('reviewer', (ctx) =>
					editFinding(ctx, {
						...finding,
						...more,
						findingId: finding!.id,
						reviewId: review.reviewId,
						version: String(finding!.version),
						evidence: finding!.evidence.map(({ id }) => id),
					}),
				);
			expect(await change(suggestion, { effect: 'So they are swapped.' })).toMatchObject({ is: 'done' });
			expect(await change(strength, { kind: 'try-this' })).toMatchObject({ is: 'invalid' });
		});

		test('a protocol under which the host does not ask refuses to be asked', async () => {
			review = await preparedReview(database(), (protocol) => {
				protocol.evidence.suggestions = 'practical suggestions welcome';
			});
			expect(await ask('host', review.lines.a)).toMatchObject({ is: 'invalid' });
		});
	});
});
