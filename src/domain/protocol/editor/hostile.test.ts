import { randomUUIDv7 } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalsOf } from './refusals.ts';
import { partsInOrder } from '../parts-in-order.ts';
import { presets } from '../presets/presets.ts';
import { protocolJsonSchema } from '../schema.ts';
import { asPosted } from './as-posted.fixture.ts';
import { fieldsOf } from './fields.ts';
import { withKeys } from './keys.ts';
import { arranged, readListDeed } from './lists.ts';
import type { Node } from './node.ts';
import { posted } from './posted.ts';
import { storable } from './storable.ts';

const root = protocolJsonSchema as Node;
const { protocol } = presets[0]!;
const nasty = fc.constantFrom(
	'__proto__',
	'constructor',
	'toString',
	'kind',
	'key',
	'\0',
	'\ud800',
	'<b>',
	'',
);
const words = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 20 }));
const anything = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		words,
		fc.integer(),
		fc.constantFrom(null, true, false),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.array(fc.tuple(words, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
	),
})).value;

/** Every place in a document, by its steps. */
const placesIn = (value: unknown, steps: string[] = []): string[][] =>
	typeof value === 'object' && value !== null
		? [steps, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...steps, key]))]
		: [steps];
const places = placesIn(protocol).slice(1);

/** A protocol in which something else stands at a few places. */
const damaged = fc
	.array(fc.tuple(fc.constantFrom(...places), anything), { minLength: 1, maxLength: 4 })
	.map((changes) => {
		const document = structuredClone(protocol) as Record<string, unknown>;
		for (const [steps, value] of changes) {
			let at: unknown = document;
			for (const step of steps.slice(0, -1)) at = (at as Record<string, unknown> | null)?.[step];
			if (typeof at === 'object' && at !== null) (at as Record<string, unknown>)[steps.at(-1)!] = value;
		}
		return document;
	});

const forms = partsInOrder.map((part) =>
	asPosted(fieldsOf(root.properties![part]!, protocol[part], part, protocol)),
);
const names = forms.flatMap((form) => Object.keys(form));
const typed = fc.oneof(
	words,
	fc.array(words, { maxLength: 5 }),
	fc.constantFrom(...forms.flatMap(Object.values)),
);
const form = fc
	.array(fc.tuple(fc.oneof(fc.constantFrom(...names), words), typed), { maxLength: 60 })
	.map((fields) => Object.fromEntries(fields) as Record<string, string | string[]>);

const deeds = fc
	.tuple(
		fc.constantFrom('add', 'remove', 'up', 'down'),
		fc.constantFrom(...places.map((steps) => steps.join('.'))),
	)
	.map((parts) => readListDeed(parts.join(' '))!);

function show(document: Record<string, unknown>): void {
	for (const part of partsInOrder) fieldsOf(root.properties![part]!, document[part], part, document);
	expect(refusalsOf(document)).toBeInstanceOf(Array);
}

describe('whatever stands in a draft', () => {
	test('it is shown with what is wrong in it, arranged and given keys, never a crash', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					damaged,
					anything.filter((one) => typeof one === 'object' && one !== null),
				),
				deeds,
				(value, deed) => {
					const document = storable(value) as Record<string, unknown>;
					show(document);
					show(arranged(root, withKeys(document) as Record<string, unknown>, deed, randomUUIDv7));
				},
			),
			{ numRuns: 150 },
		);
		expect(({} as Record<string, unknown>)['kind']).toBeUndefined();
	});

	test('whatever is posted becomes a part that can be kept and shown', () => {
		fc.assert(
			fc.property(form, fc.constantFrom(...partsInOrder), (sent, part) => {
				const value = withKeys(posted(root.properties![part]!, sent, part));
				expect(storable(value)).toEqual(value);
				show({ ...protocol, [part]: value });
			}),
			{ numRuns: 300 },
		);
	});

	test('entries posted over and over are each read once, however lists lie within lists', () => {
		const many = (name: string) => Array<string>(600).fill(name);
		const sent = {
			forms: many('a'),
			'forms.a.questions': many('0'),
			'forms.a.questions.0.kind': 'table',
			'forms.a.questions.0.columns': many('0'),
			'forms.a.questions.0.columns.0.options': many('0'),
		};
		expect(JSON.stringify(posted(root.properties!['forms']!, sent, 'forms')).length).toBeLessThan(1_000);
	});
});

test('what is too deep or too long for any protocol is refused', () => {
	expect(() => storable(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toThrow(RangeError);
	expect(() => storable({ stages: Array.from({ length: 10_000 }, () => ({})) })).toThrow(RangeError);
	expect(storable(protocol)).toEqual(protocol);
});
