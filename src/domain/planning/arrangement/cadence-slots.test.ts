import { expect, test } from 'vitest';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { SchoolTurn } from '../cycle/coverage.ts';
import { turn } from '../cycle/turns.fixture.ts';
import type { Arranged } from './arrangement.ts';
import { cadenceSlots } from './cadence-slots.ts';

const plan = ['ash', 'birch', 'elm'].map((host): Arranged => ({
	...{ id: `at ${host}`, host, round: 'all', kind: 'k', day: null, dayStays: false, team: [], barred: [] },
}));
const held = (hostMemberId: string, firstDay: string) =>
	({ turn: turn(hostMemberId, firstDay) }) as unknown as SchoolTurn;
const known = {
	calendar: schoolCalendar(),
	cycle: { from: '2026-08-01', to: '2027-07-31' },
	groups: [
		{ name: 'Willow trio', schoolYear: '2026-27', members: [{ id: 'ash' }, { id: 'birch' }, { id: 'oak' }] },
		{ name: 'Old trio', schoolYear: '2025-26', members: [{ id: 'elm' }] },
	],
	turns: [held('oak', '2026-11-10')],
};
const cadence = (reviews: object) => ({ protocol: { cadence: { reviews } as never } });

test('KSA-2 each group has its slots in its school year; what was held has taken its place', () => {
	const slots = { kind: 'slots', reviews: 1, per: 'half-term', of: 'group' };
	const [willow, old] = cadenceSlots({ ...known, ...cadence(slots) }, plan);
	expect(willow).toMatchObject({
		...{ words: 'At most one review in each half-term of Willow trio.', within: 'halfTerm' },
		reviews: ['at ash', 'at birch'],
	});
	expect(willow!.parts).toHaveLength(6);
	expect(willow!.parts.map(({ room }) => room)).toEqual([1, 0, 1, 1, 1, 1]);
	expect(old!.parts).toEqual([]);
});

test('HEP-12 a partnership has its slots over all schools; a cadence of turns has none', () => {
	const slots = { kind: 'slots', reviews: 2, per: 'term', of: 'partnership' };
	const [all, ...others] = cadenceSlots({ ...known, ...cadence(slots) }, plan);
	expect(others).toEqual([]);
	expect(all).toMatchObject({ words: 'At most 2 reviews in each term.', within: 'term' });
	expect(all!.reviews).toHaveLength(3);
	expect(all!.parts.map(({ room }) => room)).toEqual([1, 2, 2]);
	const each = { kind: 'each school', every: 1, unit: 'years' };
	expect(cadenceSlots({ ...known, ...cadence(each) }, plan)).toEqual([]);
});
