import { expect, test } from 'vitest';
import { conflict, done } from './outcome.ts';
import { sentAgain } from './sent-again.ts';

const standing = { words: 'Books are marked.', answers: { b: 1, a: 2 }, version: 2 };

test('what stands and says the same was sent before', () => {
	expect(
		sentAgain(standing, { words: 'Books are marked.', answers: { a: 2, b: 1, c: undefined } }, 'id'),
	).toEqual(done('id'));
});

test.each([
	['other words', { words: 'Books are not marked.' }],
	['something that was never kept', { words: 'Books are marked.', effect: 'So pupils know.' }],
])('%s are a conflict with what stands', (_, sent) => {
	expect(sentAgain(standing, sent, null)).toEqual(conflict(standing));
});

test('where nothing stands nothing was sent', () => {
	expect(sentAgain(null, { words: '' }, null)).toEqual(conflict(null));
});
