import { expect, test } from 'vitest';
import { dayInSchoolYear, describe } from './describe.ts';
import { schoolYearSchema } from './input.ts';
import { isSchoolDay, schoolCalendar, yearAt } from './school-calendar.ts';
import { schoolYearName } from './school-year.ts';

const calendar = schoolCalendar();

test('a day is placed in the school year', () => {
	expect(dayInSchoolYear('2026-12-03', calendar)).toBe('Thursday 3 December 2026, 2nd half of autumn term');
	expect(describe('2026-10-28', calendar)).toBe('autumn half-term');
	expect(describe('2026-12-25', calendar)).toBe('between autumn and spring terms');
	expect(describe('2026-08-20', calendar)).toBe('between summer and autumn terms');
	expect(describe('2027-07-30', calendar)).toBe('between summer and autumn terms');
	expect(schoolYearName('2026-08-01')).toBe('2026-27');
	expect(schoolYearName('2027-07-31')).toBe('2026-27');
	expect(schoolYearName('1999-09-01')).toBe('1999-00');
});

test('what a partnership enters stands before what was supposed', () => {
	const own = { ...yearAt(calendar, '2026-10-01'), inset: ['2026-10-05'] };
	const entered = schoolCalendar([own]);
	expect(isSchoolDay(calendar, '2026-10-05')).toBe(true);
	expect(isSchoolDay(entered, '2026-10-05')).toBe(false);
	expect(yearAt(entered, '2026-10-05').provisional).toBe(false);
	expect(yearAt(calendar, '2026-10-05').provisional).toBe(true);
	expect(isSchoolDay(schoolCalendar(), '2024-09-27')).toBe(false);
});

test('a school year that contradicts itself is refused, in words, where it does', () => {
	const term = {
		name: 'autumn',
		from: '2026-09-02',
		to: '2026-12-18',
		break: { from: '2026-10-26', to: '2026-10-30' },
	};
	const said = (year: unknown) =>
		schoolYearSchema.safeParse(year).error?.issues.map(({ message }) => message);
	expect(said({ name: '2026-27', terms: [term], inset: ['2026-08-20'] })).toEqual([
		'This INSET day lies in no term.',
	]);
	expect(said({ name: '2026-27', terms: [term, { ...term, name: 'spring' }], inset: [] })).toEqual([
		'This term begins before the one before it has ended.',
	]);
	expect(said({ name: '2025-26', terms: [term], inset: [] })).toEqual([
		'This term does not lie in the school year 2025-26.',
	]);
	expect(
		said({
			name: '2026-27',
			terms: [{ ...term, break: { from: '2026-12-18', to: '2026-12-21' } }],
			inset: [],
		}),
	).toEqual(['The half-term break lies inside its term.']);
	const week = { name: 'only', from: '2026-09-07', to: '2026-09-08', break: null };
	expect(said({ name: '2026-27', terms: [week], inset: ['2026-09-07', '2026-09-08'] })).toEqual([
		'By these dates pupils would not be in school on any day of the year.',
	]);
	expect(said({ name: '2026-27', terms: [], inset: [] })).toEqual(['A school year has at least one term.']);
});
