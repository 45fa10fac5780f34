import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { hearersOf, inSpeakingOrder, moved, type Speakable } from './feedback.ts';

const family = presetNamed('family');
const finding = (
	id: string,
	kind: string,
	letter: string | null,
	more: Partial<Speakable> = {},
): Speakable => ({
	id,
	kind,
	letter,
	outsideFocus: false,
	...more,
});
const findings = [
	finding('question-b', 'question', 'B'),
	finding('better-a', 'development', 'A'),
	finding('apart', 'strength', null, { outsideFocus: true }),
	finding('strength-b', 'strength', 'B'),
	finding('strength-a', 'strength', 'A'),
];
const said = (
	...[to, settled = null]: [Parameters<typeof inSpeakingOrder>[0], Parameters<typeof inSpeakingOrder>[3]?]
) =>
	inSpeakingOrder(to, family, findings, settled)
		.filter((one) => one.said)
		.map(({ id }) => id);

describe('NFS-9 what is spoken at the end of the day', () => {
	test('goes line by line, strengths first, then what could be better, then questions', () => {
		expect(said('head')).toEqual(['strength-a', 'better-a', 'strength-b', 'question-b']);
	});

	test('KSA-9 celebrates with all staff, and only where a part of the day is for them', () => {
		expect(said('staff')).toEqual(['strength-a', 'strength-b']);
		expect(hearersOf(family)).toEqual(['head', 'staff']);
		const blocks = family.day.blocks.filter((block) => block.for !== 'all staff');
		expect(hearersOf({ day: { ...family.day, blocks } })).toEqual(['head']);
	});

	test('CSC-26 what lies outside the focus is said once the team chooses to', () => {
		expect(said('staff', { said: ['apart', 'strength-b'], leftOut: ['strength-a'] })).toEqual([
			'apart',
			'strength-b',
		]);
	});

	test('what is written after the team settled comes after it, marked as new, and is said where it would be by itself', () => {
		const spoken = inSpeakingOrder('head', family, findings, {
			said: ['question-b'],
			leftOut: ['strength-a'],
		});
		expect(spoken.filter((one) => one.said).map(({ id, isNew }) => [id, isNew])).toEqual([
			['question-b', false],
			['better-a', true],
			['strength-b', true],
		]);
	});

	test('every finding is there once, whatever was settled', () => {
		const ids = fc.uniqueArray(fc.constantFrom(...findings.map(({ id }) => id), 'gone'));
		fc.assert(
			fc.property(ids, ids, (first, second) => {
				const spoken = inSpeakingOrder('staff', family, findings, { said: first, leftOut: second });
				expect(spoken.map(({ id }) => id).toSorted()).toEqual(findings.map(({ id }) => id).toSorted());
			}),
		);
	});

	test('one is moved before what is said ahead of it or after what is said next, and never out of the list', () => {
		const order = ['a', 'left out', 'b', 'c'];
		const spoken = ['a', 'b', 'c'];
		expect(moved(order, spoken, { id: 'b', to: 'earlier' })).toEqual(['b', 'a', 'c']);
		expect(moved(order, spoken, { id: 'b', to: 'later' })).toEqual(['a', 'c', 'b']);
		for (const move of [
			{ id: 'a', to: 'earlier' },
			{ id: 'c', to: 'later' },
			{ id: 'left out', to: 'later' },
			null,
		] as const)
			expect(moved(order, spoken, move)).toEqual(spoken);
	});
});
