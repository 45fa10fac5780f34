import { randomUUIDv7 } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withKeys } from '../editor/keys.ts';
import { arranged } from '../editor/lists.ts';
import type { Node } from '../editor/node.ts';
import { presets } from '../presets/presets.ts';
import type { Protocol } from '../protocol.ts';
import { protocolJsonSchema } from '../schema.ts';
import { carried } from './carry.ts';

const anyProtocol = fc.constantFrom(...presets.map(({ protocol }) => protocol));
const [first, second] = presets.map(({ protocol }) => protocol) as [Protocol, Protocol];

const keyedList = fc.uniqueArray(
	fc.record({ key: fc.constantFrom(...'abcdefgh'), label: fc.nat(3) }, { noNullPrototype: true }),
	{
		selector: ({ key }) => key,
	},
);

describe('CSC-6 a change carried onto a newer version', () => {
	test('is what it was where nothing else changed, and nothing where it changed nothing', () => {
		fc.assert(
			fc.property(anyProtocol, anyProtocol, (base, other) => {
				expect(carried(base, other, base)).toEqual(other);
				expect(carried(base, base, other)).toEqual(other);
				expect(carried(base, other, other)).toEqual(other);
			}),
		);
	});

	test('keeps every entry that either side added or changed alone, and none that either removed and the other left', () => {
		fc.assert(
			fc.property(keyedList, keyedList, keyedList, (base, changed, next) => {
				const result = carried(base, changed, next) as typeof base;
				const at = (list: typeof base, key: string) => list.find((entry) => entry.key === key);
				const same = (one?: object, other?: object) => JSON.stringify(one) === JSON.stringify(other);
				for (const key of 'abcdefgh') {
					const [was, mine, theirs] = [at(base, key), at(changed, key), at(next, key)];
					const expected = same(mine, was) ? theirs : same(theirs, was) ? mine : undefined;
					if (same(mine, was) || same(theirs, was)) expect(at(result, key)).toEqual(expected);
				}
				expect(new Set(result.map(({ key }) => key)).size).toBe(result.length);
			}),
		);
	});

	test('has the partnership’s new stage beside the group’s own, each in its place', () => {
		const stage = first.stages[0]!;
		const [theirs, ours] = [
			{ ...stage, key: 'letter', title: 'Write to parents' },
			{ ...stage, key: 'lunch', title: 'Order lunch' },
		];
		const changed = { ...first, stages: [...first.stages, ours] };
		const next = { ...first, stages: [first.stages[0], theirs, ...first.stages.slice(1)] };
		expect(carried(first, changed, next)).toEqual({
			...first,
			stages: [first.stages[0], theirs, ...first.stages.slice(1), ours],
		});
	});

	test('where both changed one thing the group’s stands; where it left a stage out, that stays out', () => {
		const [stage, ...rest] = first.stages as [Protocol['stages'][number], ...Protocol['stages']];
		const changed = { ...first, stages: [{ ...stage, title: 'Ours' }, ...rest.slice(1)] };
		const next = { ...first, stages: [{ ...stage, title: 'Theirs', checklist: ['New'] }, ...rest] };
		expect(carried(first, changed, next)).toMatchObject({
			stages: [{ title: 'Ours', checklist: ['New'] }, ...rest.slice(1)],
		});
	});

	test('keeps the order the group has chosen', () => {
		const [one, two] = first.stages as [Protocol['stages'][number], Protocol['stages'][number]];
		const others = first.stages.slice(2);
		const changed = { ...first, stages: [two, one, ...others] };
		const next = { ...first, stages: [one, two, ...others, { ...one, key: 'last' }] };
		expect(carried(first, changed, next)).toMatchObject({
			stages: [two, one, ...others, { key: 'last' }],
		});
	});

	test('keeps each of several entries that have no name yet, and of two with one name', () => {
		const heading = (key: string, label: string) => ({ key, label });
		const base = [heading('seen', 'What we saw')];
		const changed = [...base, heading('', 'First'), heading('', 'Second'), heading('seen', 'Again')];
		expect(carried(base, changed, [...base, heading('thanks', 'Thanks')])).toEqual([
			...changed,
			heading('thanks', 'Thanks'),
		]);
	});

	test('of two forms that both added under one key the group’s stands whole', () => {
		const form = (title: string, question: string) => ({
			title,
			questions: [{ key: question, label: question }],
		});
		const [ours, theirs] = [form('Ours', 'who'), form('Theirs', 'why')];
		expect(carried({}, { 'form-1': ours }, { 'form-1': theirs })).toEqual({ 'form-1': ours });
	});

	test('what two drafts add in the editor stays two things, even under one name', () => {
		const root = protocolJsonSchema as Node;
		const base = first as unknown as Record<string, unknown>;
		const adding = (at: string) => arranged(root, base, { deed: 'add', at }, randomUUIDv7);
		const named = (title: string) => {
			const { stages } = adding('stages') as { stages: { title: string }[] };
			stages.at(-1)!.title = title;
			return withKeys({ stages }) as { stages: { title: string }[] };
		};
		const titles = (document: unknown) => (document as Protocol).stages.map(({ title }) => title);
		expect(titles(carried(base, named('Lunch'), named('Lunch')))).toEqual([
			...titles(first),
			'Lunch',
			'Lunch',
		]);

		const [ours, theirs] = [adding('forms'), adding('forms')];
		const forms = (document: unknown) => Object.keys((document as Protocol).forms).toSorted();
		expect(forms(carried(base, ours, theirs))).toEqual(
			[...new Set([...forms(ours), ...forms(theirs)])].toSorted(),
		);
		expect(forms(carried(base, ours, theirs))).toHaveLength(forms(base).length + 2);
	});

	test('bears what no protocol would say', () => {
		expect(carried({ a: 1 }, 'text', { a: 2 })).toBe('text');
		expect(carried(null, { a: [{ key: 'x' }] }, { a: [{ key: 'y' }] })).toEqual({
			a: [{ key: 'x' }, { key: 'y' }],
		});
		expect(carried(first, { ...first, title: 'Ours' }, second)).toMatchObject({
			title: 'Ours',
			stages: second.stages,
		});
	});
});
