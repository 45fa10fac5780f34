import { describe, expect, test } from 'vitest';
import { marked, sharedWords } from './alike.ts';

const shown = (text: string, ...others: string[]) =>
	marked(text, others)
		.map(({ words, shared }) => (shared ? `[${words}]` : words))
		.join('');

describe('words of evidence in a sentence', () => {
	test.each([
		['as they were noted', 'Pupils say “my marker helps me go further”.', 'My marker helps me go further'],
		[
			'with other capitals, apostrophes and points',
			"They DON'T wait, for the teacher.",
			'they don’t wait for the teacher',
		],
	])('are found %s', (_, sentence, noted) => {
		expect(sharedWords(sentence, noted)).toBeGreaterThanOrEqual(5);
	});

	test('are marked where they stand, with what stands between them, and no word is lost', () => {
		const sentence = 'In three rooms pupils, it seems, use the checklist at the end of the lesson.';
		const noted = 'Pupils use the checklist at the end.';
		expect(shown(sentence, noted)).toBe(
			'In three rooms pupils, it seems, [use the checklist at the end] of the lesson.',
		);
		expect(
			marked(sentence, [noted, 'three rooms pupils, it seems'])
				.map(({ words }) => words)
				.join(''),
		).toBe(sentence);
	});

	test('that are short belong to those they go on from', () => {
		expect(shown('One said: “I’m a slow reader but I listen.”', 'I’m a slow reader but I listen')).toBe(
			'One said: “[I’m a slow reader but I listen].”',
		);
	});

	test('of several pieces are marked each', () => {
		expect(
			shown(
				'Reading aloud every day and writing letters home weekly.',
				'Reading aloud every day',
				'They go on writing letters home weekly',
			),
		).toBe('[Reading aloud every day] and [writing letters home weekly].');
	});

	test.each([
		[
			'a few words that any sentence has',
			'It is in the middle of the room.',
			'It was in the middle of the yard.',
		],
		[
			'words in another order',
			'Pupils help each other with writing.',
			'With writing other pupils each help.',
		],
		['two words alone', 'Good reading everywhere.', 'Good reading'],
		['nothing', '', ''],
	])('are not found in %s', (_, sentence, noted) => {
		expect(sharedWords(sentence, noted)).toBe(0);
		expect(shown(sentence, noted)).toBe(sentence);
	});

	test('of three words are found whole', () => {
		expect(shown('“Feedback helps everyone”, said one.', 'Feedback helps everyone!')).toBe(
			'“[Feedback helps everyone]”, said one.',
		);
	});
});
