import { randomUUIDv7 } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { partsInOrder } from '../parts-in-order.ts';
import { presets } from '../presets/presets.ts';
import { digestOf } from './digest.server.ts';
import { dropDraft } from './deciding.server.ts';
import { importDraft, openDraft } from './opening.server.ts';
import { draftById } from './queries.server.ts';
import { savePart } from './writing.server.ts';

const { protocol } = presets[0]!;
const words = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 20 }),
	fc.constantFrom('\0', '\ud800', '__proto__'),
);

forEachEngine((database) => {
	let family: Founded;
	beforeAll(async () => {
		family = await foundedPartnership(database());
	});

	test.each([
		['half a character', JSON.stringify({ ...protocol, title: 'A\ud800' }), 'done'],
		[
			'a NUL, and a title that is no text',
			JSON.stringify({ ...protocol, title: { toString: '\0' } }),
			'done',
		],
		['lists within lists', `{"format":2,"preamble":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'invalid'],
		[
			'ten thousand stages',
			JSON.stringify({ ...protocol, stages: Array.from({ length: 10_000 }, () => ({})) }),
			'invalid',
		],
		[
			'a prototype',
			JSON.stringify(protocol).replace('"format"', '"__proto__":{"format":3},"format"'),
			'done',
		],
	])('a file with %s is kept or refused, never a crash', async (_, file, is) => {
		const id = randomUUIDv7();
		const { partnershipId, chair } = family;
		const brought = await family.as(chair, (ctx) => importDraft(ctx, { id, partnershipId, file }));
		expect(brought.is).toBe(is);
		await family.as(chair, (ctx) => dropDraft(ctx, { id: randomUUIDv7(), draftId: id }));
	});

	test('whatever is posted to a part is kept', async () => {
		const id = randomUUIDv7();
		const { partnershipId, chair } = family;
		await family.as(chair, (ctx) => openDraft(ctx, { id, partnershipId, preset: 'network' }));
		const field = fc.oneof(
			fc.constantFrom(
				'forms',
				'forms.a.questions',
				'forms.a.questions.0.kind',
				'team.reviewers',
				'day.starts',
			),
			words,
		);
		const form = fc.dictionary(field, fc.oneof(words, fc.array(words, { maxLength: 3 })));
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...partsInOrder), form, async (part, sent) => {
				const saved = await family.as(chair, async (ctx) => {
					const { document } = (await draftById(ctx, id))!;
					return savePart(ctx, { draftId: id, part, before: digestOf(document[part]), form: sent });
				});
				expect(saved.is).toBe('done');
			}),
			{ numRuns: 40 },
		);
	});
});
