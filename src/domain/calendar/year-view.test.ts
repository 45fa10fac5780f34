import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';
import { englishYear } from './english-year.ts';
import { schoolYearIn } from './generated-years.fixture.ts';
import { schoolCalendar, schoolDaysBetween } from './school-calendar.ts';
import { bankHolidaysInTerm, countedTerms, monthsOf } from './year-view.ts';

const year = { ...englishYear(2026), inset: ['2026-11-02'] };
const calendar = schoolCalendar([year]);

describe('a school year in view', () => {
	test('has a leaf for each month of it, weeks from Monday', () => {
		const tests = { from: '2027-05-10', to: '2027-05-13', mark: 'tests' };
		const months = monthsOf(calendar, '2026-27', [tests]);
		expect(months).toHaveLength(11);
		expect(months[0]!.label).toBe('September 2026');
		expect(months[0]!.weeks[0]!.slice(0, 3)).toEqual([
			null,
			{ day: '2026-09-01', date: 1, kind: 'holiday', marks: [] },
			{ day: '2026-09-02', date: 2, kind: 'school', marks: [] },
		]);
		const cell = (day: string) => months.flatMap(({ weeks }) => weeks.flat()).find((one) => one?.day === day);
		expect(cell('2026-10-26')?.kind).toBe('holiday');
		expect(cell('2026-11-01')?.kind).toBe('weekend');
		expect(cell('2026-11-02')?.kind).toBe('INSET day');
		expect(cell('2027-05-03')?.kind).toBe('bank holiday');
		expect(cell('2027-05-11')?.marks).toEqual(['tests']);
		expect(bankHolidaysInTerm(calendar, '2026-27')).toEqual(['2027-05-03']);
	});

	test('every day of it stands on one leaf, and the school days are those counted', () => {
		fc.assert(
			fc.property(schoolYearIn(2026), (any) => {
				const of = schoolCalendar([any]);
				const cells = monthsOf(of, '2026-27', []).flatMap(({ weeks }) =>
					weeks.flat().filter((one) => one !== null),
				);
				expect(new Set(cells.map(({ day }) => day)).size).toBe(cells.length);
				const counted = countedTerms(of, '2026-27').reduce((sum, { schoolDays }) => sum + schoolDays, 0);
				expect(cells.filter(({ kind }) => kind === 'school')).toHaveLength(counted);
				expect(schoolDaysBetween(of, cells[0]!.day, cells.at(-1)!.day)).toHaveLength(counted);
			}),
		);
	});
});

test('where a school differs is said in words, and nothing where it does not', () => {
	expect(differences(year, { ...year, inset: [...year.inset] })).toEqual([]);
	const [autumn, spring, summer] = year.terms;
	const own = {
		...year,
		terms: [
			{ ...autumn!, to: '2026-12-17' },
			{ ...spring!, break: null },
		],
		inset: ['2026-11-06'],
	};
	expect(summer!.name).toBe('summer');
	expect(differences(year, own)).toEqual([
		'The autumn term is from Wednesday 2 September 2026 to Thursday 17 December 2026.',
		'There is no half-term holiday in the spring term.',
		'There is no summer term.',
		'INSET on Friday 6 November 2026.',
		'No INSET on Monday 2 November 2026.',
	]);
	expect(differences(year, { ...year, bankHolidays: 'open' })).toEqual([
		'Schools are open on England’s bank holidays.',
	]);
});
