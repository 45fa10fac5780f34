import { describe, expect, test } from 'vitest';
import {
	arranged,
	differences,
	onDay,
	overriding,
	staying,
	withoutSeat,
	withSeat,
	type Arranged,
} from './arrangement.ts';

const of = (id: string, more: Partial<Arranged> = {}): Arranged => ({
	...{ id, host: `school ${id}`, round: 'all', kind: 'k', day: null, dayStays: false, team: [], barred: [] },
	...more,
});
const seat = (person: string, stays = false) => ({ person, role: 'reviewer' as const, stays });

describe('an arrangement', () => {
	const agreed = [of('a', { day: '2027-03-02', team: [seat('ann')] }), of('b')];

	test('is what is agreed, but for what somebody moved: what is agreed meanwhile stays agreed', () => {
		const moved = overriding([], agreed, onDay(agreed[1]!, '2027-04-20'));
		expect(arranged(agreed, moved)).toEqual([agreed[0], of('b', { day: '2027-04-20', dayStays: true })]);
		const meanwhile = [of('a', { day: '2027-03-02', team: [seat('ann'), seat('ben')] }), agreed[1]!, of('c')];
		expect(arranged(meanwhile, moved).map(({ id, team }) => [id, team.length])).toEqual([
			...[
				['a', 2],
				['b', 0],
				['c', 0],
			],
		]);
		expect(arranged([agreed[0]!], moved)).toEqual([agreed[0]]);
	});

	test('of one review changes only what somebody changed: the rest of it follows what is agreed', () => {
		const stays = overriding([], agreed, staying(agreed[0]!, null, true));
		const joins = overriding([], agreed, withSeat(agreed[0]!, 'ben', 'reviewer'));
		const meanwhile = [of('a', { day: '2027-06-29', team: [seat('cat')] }), agreed[1]!];
		expect(arranged(meanwhile, stays)[0]).toMatchObject({ day: '2027-06-29', team: [seat('cat')] });
		expect(differences(meanwhile, arranged(meanwhile, stays))).toEqual([]);
		expect(arranged(meanwhile, joins)[0]).toMatchObject({
			day: '2027-06-29',
			team: [seat('cat'), seat('ben', true)],
		});
	});

	test('put back as agreed is no longer otherwise; something that stays is remembered', () => {
		const there = overriding([], agreed, onDay(agreed[0]!, '2027-05-04'));
		expect(overriding(there, agreed, agreed[0]!)).toEqual([]);
		const pinned = staying(agreed[0]!, null, true);
		expect(arranged(agreed, overriding([], agreed, pinned))[0]).toEqual(pinned);
		const off = withoutSeat(agreed[0]!, 'ann');
		expect(arranged(agreed, overriding([], agreed, off))[0]).toMatchObject({ team: [], barred: ['ann'] });
	});

	test('by hand puts somebody in one role, and what is chosen stays', () => {
		const two = withSeat(withSeat(agreed[0]!, 'ben', 'champion'), 'ben', 'reviewer');
		expect(two.team).toEqual([seat('ann'), seat('ben', true)]);
		expect(withoutSeat(two, 'ann').team).toEqual([seat('ben', true)]);
		expect(staying(two, 'ann', true).team[0]).toEqual(seat('ann', true));
		expect(staying(of('x'), null, true).dayStays).toBe(false);
	});

	test('differs from another by days, and by who joins and leaves, whatever ids new reviews have', () => {
		const other = [
			of('a', { day: '2027-03-09', team: [{ ...seat('ann'), role: 'champion' }, seat('ben')] }),
			of('elsewhere', { host: 'school b', day: '2027-04-20' }),
		];
		expect(differences(agreed, other)).toEqual([
			{
				...{ id: 'a', host: 'school a', day: { from: '2027-03-02', to: '2027-03-09' } },
				joins: [
					{ person: 'ann', role: 'champion' },
					{ person: 'ben', role: 'reviewer' },
				],
				leaves: [{ person: 'ann', role: 'reviewer' }],
			},
			{ id: 'elsewhere', host: 'school b', day: { from: null, to: '2027-04-20' }, joins: [], leaves: [] },
		]);
		expect(differences(agreed, agreed)).toEqual([]);
	});
});
