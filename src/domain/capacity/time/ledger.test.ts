import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/day.ts';
import { schoolCalendar, yearNamed } from '#domain/calendar/school-calendar.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import { someDay } from '#domain/review/generated.fixture.ts';
import { daysGiven, daysOf, inYear, personLines, schoolLines, type TimedReview } from './ledger.ts';

const schools = ['a', 'b', 'c'].map((id) => ({ id, name: `School ${id}` }));

const teamMember = (
	personId: string,
	role: TimedReview['team'][number]['role'],
	memberId: string | null,
) => ({
	...{ personId, name: personId, role, memberId },
});
const review = (
	id: string,
	hostMemberId: string,
	firstDay: string,
	more: Partial<TimedReview> = {},
): TimedReview => ({
	...{ id, hostMemberId, hostName: `School ${hostMemberId}`, firstDay, lastDay: firstDay },
	...{ protocolVersionId: 'v', kind: 'themed', team: [], days: [firstDay], ...more },
});

describe('NFS-26 days given and received', () => {
	const reviews = [
		review('1', 'a', '2026-11-19', {
			days: ['2026-11-19', '2026-11-20', '2026-11-23'],
			team: [
				teamMember('head b', 'reviewer', 'b'),
				teamMember('guest', 'facilitator', null),
				teamMember('champion c', 'champion', 'c'),
			],
		}),
		review('2', 'b', '2026-05-12', { team: [teamMember('head a', 'reviewer', 'a')] }),
	];
	const given = daysGiven(reviews);

	test('a review takes the school days of its host, and where there is none the weekdays, or all', () => {
		const days = (firstDay: string, lastDay: string, calendar = schoolCalendar()) =>
			daysOf(calendar, { firstDay, lastDay });
		expect(days('2026-11-19', '2026-11-23')).toEqual(['2026-11-19', '2026-11-20', '2026-11-23']);
		// Half-term lies between.
		expect(days('2026-10-23', '2026-11-02')).toEqual(['2026-10-23', '2026-11-02']);
		expect(days('2026-11-21', '2026-11-22')).toEqual(['2026-11-21', '2026-11-22']);
		expect(days('2027-05-03', '2027-05-03')).toEqual(['2027-05-03']);
		const year = yearNamed(schoolCalendar(), '2026-27');
		const closed = schoolCalendar([{ ...year, inset: ['2026-11-20'] }]);
		expect(days('2026-11-19', '2026-11-23', closed)).toEqual(['2026-11-19', '2026-11-23']);
	});

	test('whoever reviews gives every day, a champion one, the last', () => {
		expect(given.filter(({ as }) => as === 'champion').map(({ day }) => day)).toEqual(['2026-11-23']);
		expect(personLines(inYear(given, '2026-27'))).toEqual([
			expect.objectContaining({ personId: 'guest', days: 3, reviewing: 3, reviews: 1 }),
			expect.objectContaining({ personId: 'head b', days: 3, memberId: 'b' }),
			expect.objectContaining({ personId: 'champion c', days: 1, asChampion: 1, reviewing: 0 }),
		]);
	});

	test('a school’s balance is of the year, and beside it of all years; guests stand last', () => {
		expect(schoolLines(given, schools, '2026-27')).toEqual([
			{ memberId: 'b', name: 'School b', given: 3, received: 0, balance: 3, balanceEver: 2 },
			{ memberId: 'c', name: 'School c', given: 1, received: 0, balance: 1, balanceEver: 1 },
			{ memberId: 'a', name: 'School a', given: 0, received: 7, balance: -7, balanceEver: -6 },
			expect.objectContaining({ memberId: null, given: 3, received: 0 }),
		]);
	});

	const someReview = fc.record({
		...{ id: fc.uuid(), hostMemberId: fc.constantFrom('a', 'b', 'gone'), hostName: fc.constant('Host') },
		...{ protocolVersionId: fc.constant('v'), kind: fc.constant('k'), firstDay: someDay },
		length: fc.nat(6),
		team: fc.array(
			fc.record({
				personId: fc.constantFrom('p', 'q', 'r'),
				name: fc.constant('Name'),
				role: fc.constantFrom(
					'reviewer' as const,
					'facilitator' as const,
					'expert' as const,
					'champion' as const,
				),
				memberId: fc.constantFrom('a', 'b', 'c', 'away', null),
			}),
			{ maxLength: 5 },
		),
	});

	test('what all give is what all receive, guests included, in a year and in all', () => {
		fc.assert(
			fc.property(fc.array(someReview, { maxLength: 12 }), someDay, (made, day) => {
				const all = daysGiven(
					made.map(({ length, ...one }) => {
						const dated = { ...one, lastDay: addDays(one.firstDay, length) };
						return { ...dated, days: daysOf(schoolCalendar(), dated) };
					}),
				);
				const year = schoolYearName(day);
				const lines = schoolLines(all, schools, year);
				const sum = (of: 'given' | 'received' | 'balance' | 'balanceEver') =>
					lines.reduce((total, line) => total + line[of], 0);
				expect(sum('given')).toBe(inYear(all, year).length);
				expect(sum('received')).toBe(sum('given'));
				expect([sum('balance'), sum('balanceEver')]).toEqual([0, 0]);
				const people = personLines(inYear(all, year));
				expect(people.reduce((total, { days }) => total + days, 0)).toBe(sum('given'));
			}),
			{ numRuns: 300 },
		);
	});
});
