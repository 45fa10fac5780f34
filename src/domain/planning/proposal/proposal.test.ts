import { expect, test } from 'vitest';
import { silence, stateOf } from './proposal.ts';

const asked = new Date('2027-05-04T10:00:00Z');
const after = (ms: number) => new Date(asked.getTime() + ms);

test('a proposal that nobody says anything of any more is seen to be interrupted', () => {
	const open = { ending: null, toldAt: null, askedAt: asked };
	expect(stateOf(open, after(silence))).toBe('reckoning');
	expect(stateOf(open, after(silence + 1))).toBe('interrupted');
	const told = { ...open, toldAt: after(60_000) };
	expect(stateOf(told, after(60_000 + silence))).toBe('reckoning');
	expect(stateOf(told, after(60_001 + silence))).toBe('interrupted');
});

test('what has ended stays as it ended, however long ago', () => {
	for (const ending of ['answered', 'stopped', 'failed'] as const)
		expect(stateOf({ ending, toldAt: null, askedAt: asked }, after(9e9))).toBe(ending);
});
