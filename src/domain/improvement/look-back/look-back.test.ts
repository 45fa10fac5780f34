import { describe, expect, test } from 'vitest';
import { lookBackState, sideOf, whyLookBackStands } from './look-back.ts';

describe('CEN-9 the look-back', () => {
	test('is answered by a host head for the host, by those who reviewed for the team, by nobody else', () => {
		expect(sideOf(new Set(['host head', 'host staff']))).toBe('host');
		expect(sideOf(new Set(['reviewer', 'head of partnership']))).toBe('team');
		expect(sideOf(new Set(['facilitator']))).toBe('team');
		for (const role of [
			'champion',
			'host staff',
			'governor',
			'chair',
			'administrator',
			'outside partner',
		] as const)
			expect(sideOf(new Set([role]))).toBeNull();
	});

	test('is whole once every side the protocol asks has answered', () => {
		expect(lookBackState(['host', 'team'], [{ side: 'team' }])).toEqual({
			answered: ['team'],
			awaited: ['host'],
			whole: false,
		});
		expect(lookBackState(['host'], [{ side: 'host' }]).whole).toBe(true);
	});
});

describe('CEN-9 answers are written and put right', () => {
	const open = {
		hostName: 'Owlbeck',
		hostUntil: null,
		closedOn: null,
		lookBack: [],
	};
	const one = { side: 'host' as const, personId: 'a', on: '2027-05-03' };
	const why = (facts: object, asked: readonly ('host' | 'team')[] = ['host', 'team']) =>
		whyLookBackStands({ ...open, ...facts }, asked, '2027-06-01');

	test('while one side is awaited, and for ever where there is one side only', () => {
		expect(why({})).toBeNull();
		expect(why({ lookBack: [one] })).toBeNull();
		expect(why({ lookBack: [one] }, ['host'])).toBeNull();
	});

	test('no longer once both have answered, the review is closed or the school has left', () => {
		expect(why({ lookBack: [one, { ...one, side: 'team' }] })).toContain('Both sides have answered');
		expect(why({ closedOn: '2027-05-30' })).toContain('closed');
		expect(why({ hostUntil: '2027-06-01' })).toContain('Owlbeck has left the partnership');
		expect(why({ hostUntil: '2027-06-02' })).toBeNull();
	});
});
