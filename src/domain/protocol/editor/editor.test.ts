import { describe, expect, test } from 'vitest';
import { key as keySchema } from '#platform/text.ts';
import { partsInOrder, type Part } from '../parts-in-order.ts';
import { presets } from '../presets/presets.ts';
import { protocolJsonSchema, protocolSchema } from '../schema.ts';
import { asPosted } from './as-posted.fixture.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';
import { keyOf, withKeys } from './keys.ts';
import { arranged, emptyOf, readListDeed, type ListDeed } from './lists.ts';
import type { Node } from './node.ts';
import { posted } from './posted.ts';
import { refusalsOf } from './refusals.ts';

const root = protocolJsonSchema as Node;
const nodeOf = (part: Part): Node => root.properties![part]!;

describe('the editor', () => {
	test.each(presets)('$title: every part comes back from its form as it was', ({ protocol }) => {
		for (const part of partsInOrder) {
			const form = asPosted(fieldsOf(nodeOf(part), protocol[part], part, protocol));
			expect(protocolSchema.parse({ ...protocol, [part]: posted(nodeOf(part), form, part) })).toEqual(
				protocol,
			);
		}
	});

	test.each(presets)('$title: every field has words by it', ({ protocol }) => {
		const silent: string[] = [];
		const look = (field: Field): void => {
			const named = field.is === 'group' || field.is === 'list' || field.is === 'hidden';
			if (!named && field.label === '') silent.push(field.path);
			const inner =
				'fields' in field
					? field.fields
					: field.is === 'list'
						? field.items.flatMap(({ fields }) => fields)
						: [];
			inner.forEach(look);
		};
		for (const part of partsInOrder) look(fieldsOf(nodeOf(part), protocol[part], part, protocol));
		expect(silent).toEqual([]);
	});

	test('a time of the day is asked for as one, and a list says what it takes in', () => {
		const { protocol } = presets[0]!;
		const day = fieldsOf(nodeOf('day'), protocol.day, 'day', protocol);
		expect(day).toMatchObject({
			fields: expect.arrayContaining([
				expect.objectContaining({ path: 'day.starts', is: 'time' }),
				expect.objectContaining({ path: 'day.ends', is: 'time' }),
			]),
		});
		expect(fieldsOf(nodeOf('stages'), protocol.stages, 'stages', protocol)).toMatchObject({ one: 'a stage' });
	});

	test('a draft of whatever form is shown, never a crash', () => {
		for (const strange of [null, 7, [], 'x', { stages: 7, forms: [], evidence: null }, { stages: [null, 3] }])
			for (const part of partsInOrder)
				expect(
					fieldsOf(nodeOf(part), (strange as Record<string, unknown>)?.[part], part, strange),
				).toBeDefined();
	});
	test('a form that has to be chosen is not called optional', () => {
		const { protocol } = presets[0]!;
		const followUp = fieldsOf(nodeOf('followUp'), protocol.followUp, 'followUp', protocol);
		const form = expect.objectContaining({ path: 'followUp.lookBack.form', optional: false });
		expect(followUp).toMatchObject({
			fields: expect.arrayContaining([expect.objectContaining({ fields: expect.arrayContaining([form]) })]),
		});
	});
});

describe('lists', () => {
	const { protocol } = presets[0]!;
	const keys = (document: Record<string, unknown>) =>
		(document['stages'] as { key: string }[]).map(({ key }) => key);
	const after = (document: Record<string, unknown>, deed: ListDeed, id = 'id-5e7ad00d') =>
		arranged(root, document, deed, () => id);

	test('an entry is added, moved and taken away', () => {
		const before = keys(protocol);
		expect(keys(after(protocol, { deed: 'down', at: 'stages.0' }))).toEqual([
			before[1],
			before[0],
			...before.slice(2),
		]);
		expect(keys(after(protocol, { deed: 'up', at: 'stages.0' }))).toEqual(before);
		expect(keys(after(protocol, { deed: 'remove', at: 'stages.1' }))).toEqual([
			before[0],
			...before.slice(2),
		]);
		expect(keys(after(protocol, { deed: 'add', at: 'stages' }))).toEqual([...before, '-5e7ad00d']);
		expect(keys(after(protocol, { deed: 'below', at: 'stages.0' }))).toEqual([
			before[0],
			'-5e7ad00d',
			...before.slice(1),
		]);
		const [form] = Object.keys(protocol.forms);
		const more = after(protocol, { deed: 'add', at: `forms.${form}.questions` });
		expect((more['forms'] as typeof protocol.forms)[form!]!.questions).toHaveLength(
			protocol.forms[form!]!.questions.length + 1,
		);
		expect(Object.keys(after(protocol, { deed: 'add', at: 'forms' })['forms'] as object)).toHaveLength(
			Object.keys(protocol.forms).length + 1,
		);
	});

	test('a list that may be left out begins when something is added', () => {
		const table = { kind: 'table', key: 't', label: 'T', columns: [] };
		const document = { ...protocol, forms: { own: { title: 'Own', questions: [table] } } };
		const more = after(document, { deed: 'add', at: 'forms.own.questions.0.rows' });
		expect((more['forms'] as unknown as typeof document.forms).own.questions[0]).toMatchObject({
			rows: [{ key: '-5e7ad00d', label: '' }],
		});
	});

	test.each([
		'add nowhere',
		'remove stages.99',
		'below stages.99',
		'below forms.0',
		'up __proto__.0',
		'add constructor',
		'explode stages',
	])('%s changes nothing', (text) => {
		const deed = readListDeed(text);
		expect(deed === null ? protocol : after(protocol, deed)).toEqual(protocol);
	});

	test('what has more than one word to be called by is called by all of them', () => {
		const report = fieldsOf(nodeOf('report'), protocol.report, 'report', protocol);
		const field = report.is === 'group' && report.fields.find(({ path }) => path === 'report.avoids');
		expect(field && field.is === 'list' && field.items.map(({ title }) => title).at(-1)).toBe(
			'must, ought to',
		);
	});

	test('what is not yet named cannot be chosen elsewhere', () => {
		const added = after(protocol, { deed: 'add', at: 'evidence.kinds' });
		const labels = (document: Record<string, unknown>) => {
			const report = fieldsOf(nodeOf('report'), document['report'], 'report', document);
			const field = report.is === 'group' && report.fields.find(({ path }) => path === 'report.developments');
			return field && field.is === 'group' && field.fields[0]?.is === 'choices'
				? field.fields[0].options.map(({ label }) => label)
				: null;
		};
		expect(labels(added)).toEqual(protocol.evidence.kinds.map(({ label }) => label));
	});

	test('a new stage gets its key from its name, and says what it still lacks, as its form is posted', () => {
		const added = after(protocol, { deed: 'add', at: 'stages' });
		const form = asPosted(fieldsOf(nodeOf('stages'), added['stages'], 'stages', added));
		const more: Record<string, unknown> = { ...added, stages: posted(nodeOf('stages'), form, 'stages') };
		const stages = more['stages'] as Record<string, unknown>[];
		stages.at(-1)!['title'] = 'Visit the café at 3 o’clock!';
		const keyed = withKeys(more) as typeof protocol;
		expect(keyed.stages.at(-1)!.key).toBe('visit-the-cafe-at-3-o-clock-5e7ad00d');
		expect(withKeys(more)).toEqual(keyed);
		expect(refusalsOf(keyed).map(({ part, path }) => [part, path])).toEqual([
			['stages', `stages.${stages.length - 1}.who`],
		]);
	});
});

test.each([
	['Strength', 'strength'],
	['  ', 'k'],
	['3rd week', 'k-3rd-week'],
	['数学', 'k'],
])('the key of ‘%s’ is %s', (words, key) => {
	expect(keyOf(words)).toBe(key);
});

test.each(['360 degree feedback ', 'Question ', '数学 '])(
	'‘%s’ over and over makes keys all the same',
	(words) => {
		const entry = { key: '-5e7ad00d', label: words.repeat(12) };
		const keys = (withKeys([entry, entry]) as (typeof entry)[]).map((named) => named.key);
		expect(new Set(keys).size).toBe(2);
		for (const made of keys) expect(keySchema.safeParse(made).error).toBeUndefined();
	},
);

test('every kind of question can be begun', () => {
	for (const branch of root.properties!['forms']!.additionalProperties!.properties!['questions']!.items!
		.oneOf!)
		expect(emptyOf(branch)).toMatchObject({ kind: branch.properties!['kind']!.const });
});
