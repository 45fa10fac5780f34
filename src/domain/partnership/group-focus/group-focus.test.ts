import { expect, test } from 'vitest';
import { type GroupItem, itemsThatStand, notApplicableBecause, partOf } from './group-focus.ts';
import { sayPartInput } from './input.ts';

const item = (letter: string, dropped = false): GroupItem => ({
	...{ id: letter, letter, form: 'question', words: `Question ${letter}?` },
	...{ version: 1, dropped },
});
const part = { version: 1, saidBy: 'Head Example', saidOn: '2026-09-07' };
const focus = {
	items: [item('a'), item('b', true), item('c')],
	parts: [
		{ memberId: 'infants', aspect: '', notApplicable: ['c'], reason: 'We have no Year 6.', ...part },
		{ memberId: 'juniors', aspect: 'In Year 3.', notApplicable: [], reason: '', ...part },
	],
};

test('CSC-9 an item that was dropped is not among those that stand', () => {
	expect(itemsThatStand(focus).map(({ letter }) => letter)).toEqual(['a', 'c']);
});

test('CSC-9 an item does not apply to the school that said so, with its reason, and to the others it does', () => {
	expect(notApplicableBecause(focus, 'infants', 'c')).toBe('We have no Year 6.');
	expect(notApplicableBecause(focus, 'infants', 'a')).toBeNull();
	expect(notApplicableBecause(focus, 'juniors', 'c')).toBeNull();
	expect(notApplicableBecause(focus, 'somebody else', 'c')).toBeNull();
	expect(partOf(focus, 'juniors')?.aspect).toBe('In Year 3.');
});

test('CSC-9 what does not apply has a reason, and a reason is of something', () => {
	const id = '00000000-0000-7000-8000-000000000000';
	const read = (more: object) => {
		const form = { partnershipId: id, groupId: id, memberId: id, version: '0', ...more };
		return sayPartInput.safeParse(form).error?.issues.map(({ path }) => path.join());
	};
	expect(read({})).toBeUndefined();
	expect(read({ notApplicable: id, reason: 'No Year 6.' })).toBeUndefined();
	expect(read({ notApplicable: id, reason: ' ' })).toEqual(['reason']);
	expect(read({ reason: 'No Year 6.' })).toEqual(['notApplicable']);
});
