import { describe, expect, test } from 'vitest';
import type { TimedReview } from '#domain/capacity/time/ledger.ts';
import { byPerson, bySchool } from './glance.ts';

const seat = (name: string, role: TimedReview['team'][number]['role'], memberId: string | null) => ({
	...{ personId: name, name, role, memberId },
});
const review = (id: string, host: string, days: string[], team: TimedReview['team']): TimedReview => ({
	...{ id, hostMemberId: host, hostName: `School ${host}`, protocolVersionId: 'v', kind: '', team, days },
	...{ firstDay: days[0]!, lastDay: days.at(-1)! },
});

const year = { from: '2026-08-01', to: '2027-07-31' };
const schools = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `School ${id}` }));
const reviews = [
	review('second', 'b', ['2027-03-02'], [seat('Ann', 'facilitator', 'a'), seat('Cy', 'champion', 'c')]),
	review(
		'first',
		'a',
		['2026-11-19', '2026-11-20'],
		[seat('Bo', 'reviewer', 'b'), seat('Cy', 'champion', 'c'), seat('Guest', 'expert', null)],
	),
	review('before', 'c', ['2026-07-31'], [seat('Ann', 'reviewer', 'a')]),
];

describe('HEP-12 a cycle by school', () => {
	const lines = bySchool(reviews, schools, year);
	const line = (id: string) => lines.find(({ memberId }) => memberId === id)!;

	test('says when and by whom each is reviewed and where its people review, with days of that cycle alone', () => {
		expect(line('a')).toMatchObject({ given: 1, received: 4 + 1 });
		expect(line('a').reviewed.map(({ reviewId, team }) => [reviewId, team.length])).toEqual([['first', 3]]);
		expect(line('a').visits.map(({ reviewId }) => reviewId)).toEqual(['second']);
		expect(line('c').visits.map(({ reviewId, people }) => [reviewId, people[0]!.name])).toEqual([
			['first', 'Cy'],
			['second', 'Cy'],
		]);
		expect(line('c')).toMatchObject({ reviewed: [], given: 2, received: 0 });
		expect(line('d')).toMatchObject({ reviewed: [], visits: [], given: 0, received: 0 });
	});
});

describe('CSC-19 a cycle by person', () => {
	test('says each review somebody is on, as what and for how many days, by name', () => {
		expect(byPerson(reviews, year).map(({ name, days }) => [name, days])).toEqual([
			['Ann', 1],
			['Bo', 2],
			['Cy', 2],
			['Guest', 2],
		]);
		expect(byPerson(reviews, year)[2]!.reviews).toMatchObject([
			{ reviewId: 'first', role: 'champion', days: 1 },
			{ reviewId: 'second', role: 'champion', days: 1 },
		]);
	});
});
