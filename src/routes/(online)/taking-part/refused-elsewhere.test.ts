import { expect, test } from 'vitest';
import { refusedElsewhere } from './refused-elsewhere.ts';

const nothing = { own: [], votes: null, matrix: null };
const refused = (action: string, cardId: string) => ({
	...{ action, errors: { '': 'The workshop has moved on.' }, values: { cardId } },
});

test('HEP-7 what was refused of a form that is gone is said all the same', () => {
	for (const action of ['?/vote', '?/rate', '?/back'])
		expect(refusedElsewhere(refused(action, 'a'), nothing)).toBe('The workshop has moved on.');
	const others = { ...nothing, votes: { ideas: [{ id: 'b' }] } };
	expect(refusedElsewhere(refused('?/vote', 'a'), others)).toBe('The workshop has moved on.');
});

test('what its own form says is not said twice, and what was done is not refused', () => {
	const shown = { ...nothing, votes: { ideas: [{ id: 'a' }] }, matrix: [{ id: 'a' }] };
	expect(refusedElsewhere(refused('?/vote', 'a'), shown)).toBeNull();
	expect(refusedElsewhere(refused('?/rate', 'a'), shown)).toBeNull();
	expect(refusedElsewhere(refused('?/card', ''), nothing)).toBeNull();
	expect(refusedElsewhere({}, nothing)).toBeNull();
	expect(refusedElsewhere(null, nothing)).toBeNull();
});
