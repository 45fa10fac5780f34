import { expect, test } from 'vitest';
import { formSchema } from '#domain/form/question.ts';
import { gathered, type LookedBack } from './gathered.ts';

const { questions } = formSchema.parse({
	title: 'Looking back',
	questions: [
		{ kind: 'text', key: 'done', label: 'What was done?' },
		{
			kind: 'choice',
			key: 'reach',
			label: 'How far?',
			choices: [
				{ key: 'class', label: 'One class' },
				{ key: 'school', label: 'The school' },
			],
		},
		{
			kind: 'scale',
			key: 'worth',
			label: 'Worth it?',
			points: 3,
			lowest: 'no',
			highest: 'yes',
			required: false,
		},
		{ kind: 'yes-no', key: 'again', label: 'Again?', required: false },
	],
});
const told = (
	hostName: string,
	answers: LookedBack['answers'],
	more: Partial<LookedBack> = {},
): LookedBack => ({
	...{ reviewId: hostName, hostName, firstDay: '2026-11-12', side: 'host', questions, answers },
	...more,
});

test('CEN-9 each question stands once, with everybody’s words and how many chose what', () => {
	const all = gathered([
		told('Alder', { done: 'Much.', reach: 'school', worth: 3, again: true }),
		told('Alder', { done: 'Some.', reach: 'school' }, { side: 'team' }),
		told('Birch', { done: 'Little.', reach: 'class', worth: 1, again: false }),
	]);
	expect(all.map(({ key }) => key)).toEqual(['done', 'reach', 'worth', 'again']);
	const [done, reach, worth, again] = all;
	expect(done!.chosen).toBeNull();
	expect(done!.answers.map(({ hostName, side, lines }) => [hostName, side, ...lines])).toEqual([
		['Alder', 'host', 'Much.'],
		['Alder', 'team', 'Some.'],
		['Birch', 'host', 'Little.'],
	]);
	expect(reach!.chosen).toEqual([
		{ label: 'One class', count: 1 },
		{ label: 'The school', count: 2 },
	]);
	expect(worth!.chosen!.map(({ count }) => count)).toEqual([1, 0, 1]);
	expect(again!.chosen!.map(({ count }) => count)).toEqual([1, 1]);
	expect(worth!.answers).toHaveLength(2);
});

test('what a later protocol asks in other words is another question; what it offers besides is counted too', () => {
	const [done, reach] = questions;
	const later = [
		{ ...done!, label: 'What have you done?' },
		{ ...reach!, choices: [{ key: 'trust', label: 'Beyond' }] } as (typeof questions)[number],
	];
	const all = gathered([
		told('Alder', { done: 'Much.', reach: 'school' }),
		told('Birch', { done: 'Little.', reach: 'trust' }, { questions: later }),
	]);
	expect(all.filter(({ key }) => key === 'done').map(({ answers }) => answers.length)).toEqual([1, 1]);
	expect(all.find(({ key }) => key === 'reach')!.chosen).toEqual([
		{ label: 'One class', count: 0 },
		{ label: 'The school', count: 1 },
		{ label: 'Beyond', count: 1 },
	]);
});
