import { expect, test } from 'vitest';
import { exampleDay, piece, reviewDay } from '#domain/evidence/day.fixture.ts';
import { aDay } from '#platform/day.ts';
import { type KeptDay, whatStays } from './kept-day.ts';

const noon = (daysAfter: number) => Date.parse(`${reviewDay}T12:00:00Z`) + daysAfter * aDay;
const own = piece({ id: 'mine' });
const others = piece({ id: 'theirs', authorId: 'tove', author: 'Tove Marsh' });
const kept = (more: Partial<KeptDay['day']> = {}) => ({
	day: exampleDay({ evidence: [own, others], ...more }),
	person: { id: 'ines', name: 'Ines Coble' },
	bell: null,
	demo: false,
});
const nothing = () => false;

test('a day stays as long after its last day as its protocol says, or after it was last read', () => {
	const day = kept({ daysOnDevice: 3 });
	expect(whatStays(day, noon(-9), noon(3), nothing)).toBe(day);
	expect(whatStays(day, noon(-9), noon(4), nothing)).toBeUndefined();
	expect(whatStays(day, noon(20), noon(22), nothing)).toBe(day);
	expect(whatStays(day, noon(20), noon(24), nothing)).toBeUndefined();
});

test('a day that was kept before its protocol said how long stays a week', () => {
	const { daysOnDevice: _, ...before } = exampleDay();
	const day = { ...kept(), day: before } as KeptDay;
	expect(whatStays(day, noon(0), noon(6), nothing)).toBe(day);
	expect(whatStays(day, noon(0), noon(9), nothing)).toBeUndefined();
});

test('a clock that was ahead when the day came does not keep it for years', () => {
	expect(whatStays(kept(), noon(4000), noon(9), nothing)).toBeUndefined();
	expect(whatStays(kept({ lastDay: null }), noon(4000), noon(0), nothing)).toBeDefined();
});

test.each(['r', 'mine'])(
	'while something of %s is being written or unsent, all but the words of others stays',
	(id) => {
		const stays = whatStays(kept(), noon(0), noon(9), (asked) => asked === id);
		expect(stays?.day).toEqual(exampleDay({ evidence: [own] }));
	},
);
