import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adviceOn, daysToAvoid } from './avoid.ts';
import { addDays, weekday } from './day.ts';
import { englishYear } from './english-year.ts';
import { schoolYearIn } from './generated-years.fixture.ts';
import { isSchoolDay, schoolCalendar } from './school-calendar.ts';

const entered = schoolCalendar([{ ...englishYear(2025), inset: ['2025-11-03'] }]);
const advice = (day: string, calendar = entered) =>
	adviceOn(day, daysToAvoid(calendar, [{ low: 4, high: 11 }], '2025-09-01', '2027-08-31'));

describe('what speaks against a day', () => {
	test('is said in a sentence, and nothing where nothing does', () => {
		expect(advice('2025-11-12')).toEqual([]);
		expect(advice('2026-05-12')).toEqual(['This is in the week of the Key Stage 2 tests.']);
		expect(advice('2025-11-03')).toEqual(['This is an INSET day at the host: no pupils are in.']);
		expect(advice('2025-10-28')).toEqual(['This is in the autumn half-term holiday.']);
		expect(advice('2026-05-04')).toEqual(['This is a bank holiday.']);
		expect(advice('2025-12-29')).toEqual(['This is in the holiday between autumn and spring terms.']);
		expect(advice('2025-11-15')).toEqual(['Saturday 15 November 2025 is in a weekend.']);
	});

	test('England’s bank holidays are school days where schools are open on them', () => {
		const abroad = schoolCalendar([{ ...englishYear(2025), inset: ['2026-05-01'], bankHolidays: 'open' }]);
		expect(advice('2026-05-04', abroad)).toEqual([]);
		expect(isSchoolDay(abroad, '2026-05-04')).toBe(true);
		expect(isSchoolDay(entered, '2026-05-04')).toBe(false);
		expect(isSchoolDay(abroad, '2026-05-01')).toBe(false);
		expect(advice('2026-05-25', abroad)).toEqual(['This is in the summer half-term holiday.']);
	});

	test('says where it is only supposed', () => {
		expect(advice('2026-10-28')).toEqual([
			'This is in the autumn half-term holiday. Nobody has entered these dates yet; they are supposed.',
		]);
		expect(advice('2027-05-11')).toEqual([
			'This is probably in the week of the Key Stage 2 tests: the dates for that year are not known here yet.',
		]);
	});

	test('speaks against every closed weekday and, tests apart, against no school day', () => {
		const day = fc.integer({ min: 0, max: 364 }).map((count) => addDays('2026-08-01', count));
		fc.assert(
			fc.property(schoolYearIn(2026), day, (year, one) => {
				const calendar = schoolCalendar([year]);
				const spoken = adviceOn(one, daysToAvoid(calendar, [], '2026-08-01', '2027-07-31'));
				expect(spoken.length === 0).toBe(isSchoolDay(calendar, one));
				expect(spoken.length).toBeLessThanOrEqual(1);
				if (weekday(one) > 5) expect(spoken[0]).toMatch(/weekend/);
			}),
			{ numRuns: 300 },
		);
	});
});
