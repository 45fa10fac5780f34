import { expect, test } from 'vitest';
import { presets } from '#domain/protocol/presets/presets.ts';
import { changePlanInput } from './input.ts';
import { most, minutesOf, proposedRounds, proposedTopic, roundAfter } from './plan.ts';

const form = (changes: Record<string, unknown> = {}) => ({
	...{ reviewId: '0190aaaa-0000-7000-8000-000000000001', roomId: '0190aaaa-0000-7000-8000-000000000002' },
	...{ version: '1', day: '2026-11-24', seats: '60', votesEach: '3' },
	...{
		'key-0': 'r1',
		'is-0': 'talk',
		'title-0': 'Welcome',
		'question-0': '',
		'minutes-0': '5',
		'place-0': '1',
	},
	...changes,
});
const fieldsOf = (changes: Record<string, unknown>) => {
	const read = changePlanInput.safeParse(form(changes));
	return read.success
		? {}
		: Object.fromEntries(read.error.issues.map(({ path, message }) => [path[0], message]));
};

test('HEP-7 every protocol’s way of working gives rounds that begin and end in talk, within the limits', () => {
	for (const { protocol } of presets) {
		const rounds = proposedRounds(protocol.workshop);
		expect([rounds[0]?.is, rounds.at(-1)?.is]).toEqual(['talk', 'talk']);
		expect(rounds.some(({ is }) => is === 'cards')).toBe(true);
		expect(rounds.some(({ is }) => is === 'matrix')).toBe(protocol.workshop.method === 'matrix');
		expect(new Set(rounds.map(({ key }) => key)).size).toBe(rounds.length);
		expect(minutesOf(rounds)).toBeLessThanOrEqual(90);
		for (const { question } of rounds) expect(question.length).toBeLessThanOrEqual(300);
	}
});

test('HEP-7 rounds are read in the order of their places; one without a title goes, a new one gets a key of its own', () => {
	const further = {
		'key-1': '',
		'is-1': 'cards',
		'title-1': 'Ideas',
		'question-1': 'What?',
		'minutes-1': '10',
		'place-1': '0',
	};
	const read = changePlanInput.parse(form({ ...further, 'key-2': 'r9', 'title-2': '  ', 'place-2': '3' }));
	expect(read.rounds.map(({ key, title }) => [key, title])).toEqual([
		['r2', 'Ideas'],
		['r1', 'Welcome'],
	]);
	expect(roundAfter(read, '')?.title).toBe('Ideas');
	expect(roundAfter(read, 'r1')).toBeNull();
	const twice = changePlanInput.parse(form({ ...further, 'key-1': 'r1' }));
	expect(new Set(twice.rounds.map(({ key }) => key)).size).toBe(2);
});

test.each([
	['no round', { 'title-0': '' }, 'title-0'],
	['no time', { 'minutes-0': '0' }, 'minutes-0'],
	['words for minutes', { 'minutes-0': 'ten' }, 'minutes-0'],
	['a kind of round there is not', { 'is-0': 'dance' }, 'is-0'],
	['a question of a page', { 'question-0': 'x'.repeat(301) }, 'question-0'],
	['too many people', { seats: String(most.seats + 1) }, 'seats'],
	['nobody', { seats: '0' }, 'seats'],
	['a vote too many', { votesEach: '11' }, 'votesEach'],
	['no day', { day: '' }, 'day'],
	['a finding without words', { shown: 'f1', 'words-f1': ' ' }, 'words-f1'],
	['nine findings', { shown: Array.from({ length: 9 }, (_, nth) => `f${nth}`) }, 'shown'],
])('HEP-7 a plan with %s is refused at its field', (_, changes, field) => {
	expect(fieldsOf(changes)).toHaveProperty(field);
});

test('HEP-7 a finding of a page is shortened to what a wall can show', () => {
	expect(proposedTopic('x'.repeat(5000))).toHaveLength(most.topicWords);
	expect(proposedTopic('Reading aloud')).toBe('Reading aloud');
});
