import { expect, test } from 'vitest';
import { answerTo } from './answer-to.ts';

const refused = { action: '?/leave', errors: { '': 'No.' }, values: { personId: 'ann' } };

test('an answer goes to the form with its action, about the thing that was posted', () => {
	expect(answerTo(refused, ['?/leave'], { personId: 'ann' })).toBe(refused);
	expect(answerTo(refused, ['?/leave'], { personId: 'bob' })).toBeUndefined();
	expect(answerTo(refused, ['?/join'], { personId: 'ann' })).toBeUndefined();
	expect(answerTo(refused, [undefined], {})).toBeUndefined();
	expect(answerTo(null, [undefined], {})).toBeUndefined();
});

test('the only form of a page has no action to name', () => {
	const only = { errors: {}, values: {} };
	expect(answerTo(only, [undefined], {})).toBe(only);
});

test('what was too large to be read is answered in the forms it may have come from', () => {
	const tooMuch = { action: '?/leave', errors: { '': 'Too much.' }, values: {} };
	expect(answerTo(tooMuch, ['?/leave'], { personId: 'bob' })).toBe(tooMuch);
});
