import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './day.ts';
import { describe as describeDay } from './describe.ts';
import { englishYear } from './english-year.ts';
import { schoolYearIn } from './generated-years.fixture.ts';
import { offset, units } from './offset.ts';
import type { Unit } from './offset.ts';
import { isSchoolDay, nearestSchoolDay, schoolCalendar } from './school-calendar.ts';
import type { SchoolYear } from './school-year.ts';

const entered = [
	{ ...englishYear(2025), inset: ['2026-07-20', '2026-07-21'] },
	{ ...englishYear(2026), inset: ['2026-09-02', '2026-11-02', '2027-01-04'] },
];
const calendar = schoolCalendar(entered);
const from = (day: string, amount: number, unit: Unit) => offset(day, { amount, unit }, calendar).day;

const wholeTerms: SchoolYear = {
	name: '2026-27',
	terms: [
		{ name: 'first', from: '2026-08-17', to: '2026-12-18', break: null },
		{ name: 'second', from: '2027-01-11', to: '2027-06-18', break: null },
	],
	inset: [],
};

describe('counting', () => {
	test('NFS-14 two weeks from a review just before half-term end two weeks of school later', () => {
		expect(from('2026-10-22', 2, 'weeks')).toBe('2026-11-12');
		expect(from('2026-10-22', 2, 'calendar weeks')).toBe('2026-11-05');
		expect(from('2026-12-17', 2, 'weeks')).toBe('2027-01-14');
	});

	test('a week that lands on a closed day ends on the school day before it, or else the first of that week', () => {
		expect(from('2026-09-14', -1, 'weeks')).toBe('2026-09-07');
		expect(from('2026-10-19', 1, 'weeks')).toBe('2026-11-03');
		expect(from('2027-04-26', 1, 'weeks')).toBe('2027-05-04');
	});

	test('NFS-25 school days leave out weekends, breaks, INSET days and bank holidays', () => {
		expect(from('2026-10-22', 1, 'school days')).toBe('2026-10-23');
		expect(from('2026-10-22', 2, 'school days')).toBe('2026-11-03');
		expect(from('2026-11-03', -2, 'school days')).toBe('2026-10-22');
		expect(from('2026-10-28', 0, 'school days')).toBe('2026-11-03');
	});

	test('HEP-12 NFS-2 half-terms and terms end on their last school day', () => {
		expect(from('2026-10-01', 0, 'half-terms')).toBe('2026-10-23');
		expect(from('2026-10-01', 1, 'half-terms')).toBe('2026-12-18');
		expect(from('2026-10-01', 1, 'terms')).toBe('2027-03-25');
		expect(from('2026-10-28', 1, 'half-terms')).toBe('2026-12-18');
		expect(from('2026-08-10', 1, 'terms')).toBe('2026-12-18');
		expect(from('2026-12-03', -1, 'terms')).toBe('2026-07-22');
		expect(from('2026-10-01', 4, 'terms')).toBe('2028-03-31');
	});

	test('a calendar without half-terms is valid, and its terms are cut in the middle', () => {
		const abroad = schoolCalendar([wholeTerms]);
		expect(offset('2026-09-01', { amount: 1, unit: 'half-terms' }, abroad)).toEqual({
			day: '2026-12-18',
			provisional: false,
		});
		expect(describeDay('2026-09-01', abroad)).toBe('first term');
	});

	test('what is counted through a year nobody has entered is provisional', () => {
		expect(offset('2027-06-01', { amount: 1, unit: 'terms' }, calendar).provisional).toBe(true);
		expect(offset('2026-11-01', { amount: 1, unit: 'terms' }, calendar).provisional).toBe(false);
		expect(offset('2027-06-01', { amount: 6, unit: 'months' }, calendar)).toEqual({
			day: '2027-12-01',
			provisional: false,
		});
	});
});

describe('counting, always', () => {
	const day = fc.integer({ min: 0, max: 6000 }).map((count) => addDays('2018-01-01', count));
	const amount = fc.integer({ min: -12, max: 12 });
	const unit = fc.constantFrom(...units);
	// One term a year or six, no half-terms, whole weeks of INSET, years in a row or with a gap between.
	const generated = fc
		.tuple(...[2018, 2019, 2021].map(schoolYearIn))
		.chain((years) => fc.subarray(years).map((some) => schoolCalendar(some)));
	const calendars = fc.oneof(
		fc.constantFrom(calendar, schoolCalendar(), schoolCalendar([wholeTerms])),
		generated,
	);

	test('a later anchor never leads to an earlier day', () => {
		fc.assert(
			fc.property(day, fc.nat(60), amount, unit, calendars, (anchor, delay, count, kind, of) => {
				const before = offset(anchor, { amount: count, unit: kind }, of).day;
				const after = offset(addDays(anchor, delay), { amount: count, unit: kind }, of).day;
				expect(after >= before).toBe(true);
			}),
			{ numRuns: 2000 },
		);
	});

	test('more leads further, and school time ends on a school day', () => {
		fc.assert(
			fc.property(day, amount, unit, calendars, (anchor, count, kind, of) => {
				const one = offset(anchor, { amount: count, unit: kind }, of).day;
				const more = offset(anchor, { amount: count + 1, unit: kind }, of).day;
				expect(more >= one).toBe(true);
				const schoolTime = ['school days', 'weeks', 'half-terms', 'terms'].includes(kind);
				if (schoolTime) expect(isSchoolDay(of, one)).toBe(true);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('a year without a school day', () => {
	const closed: SchoolYear = {
		name: '2026-27',
		terms: [{ name: 'only', from: '2026-09-07', to: '2026-09-11', break: null }],
		inset: ['2026-09-07', '2026-09-08', '2026-09-09', '2026-09-10', '2026-09-11'],
	};

	test.each(units)('is taken as not entered, so that counting in %s comes to an end', (unit) => {
		const none = { name: '2025-26', terms: [], inset: [] };
		for (const amount of [-3, 0, 3])
			expect(offset('2026-09-09', { amount, unit }, schoolCalendar([closed, none]))).toEqual(
				offset('2026-09-09', { amount, unit }, schoolCalendar()),
			);
	});

	test('nor does looking for a school day go on for ever in a calendar that holds such years all the same', () => {
		const years = ['2025-26', '2026-27', '2027-28', '2028-29'].map((name) => ({
			name,
			terms: [],
			inset: [],
		}));
		const handMade = { entered: new Map(years.map((year) => [year.name, year])), meetings: [] };
		expect(nearestSchoolDay(handMade, '2026-08-03', 1)).toBe('2026-08-03');
	});
});
