import { expect, test } from 'vitest';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { within } from '#domain/calendar/school-year.ts';
import { addDays } from '#domain/calendar/day.ts';
import { isOverLimit, limitFor, limitInWords, termsOf } from './limit.ts';

const terms = termsOf(schoolCalendar(), '2026-27');
const days = (...list: string[]) => list.map((day) => ({ day }));

test('CSC-19 a person’s own limit holds before the protocol’s, also none at all, and is left open part by part', () => {
	const byProtocol = { daysATerm: 2, daysAYear: 4 };
	expect(limitFor(byProtocol, undefined, { released: true })).toEqual(byProtocol);
	expect(limitFor(byProtocol, { daysATerm: 0, daysAYear: null }, { released: true })).toEqual({
		daysATerm: 0,
		daysAYear: 4,
	});
	expect(limitFor(undefined, undefined, { released: true })).toEqual({ daysATerm: null, daysAYear: null });
	const byChair = { daysATerm: null, daysAYear: 5 };
	expect(limitFor(byProtocol, byChair, { released: false })).toEqual(byChair);
	expect(limitInWords({ daysATerm: 2, daysAYear: 4 })).toBe('at most 2 a term and 4 a school year');
	expect(limitInWords({ daysATerm: null, daysAYear: null })).toBeNull();
});

test('CSC-19 a limit is gone over by one day more than it, in a term or in the year', () => {
	const three = days('2026-10-01', '2026-12-30', '2027-02-02');
	expect(isOverLimit(three, { daysATerm: 2, daysAYear: 3 }, terms)).toBe(false);
	expect(isOverLimit(three, { daysATerm: 1, daysAYear: null }, terms)).toBe(true);
	expect(isOverLimit(three, { daysATerm: null, daysAYear: 2 }, terms)).toBe(true);
	expect(isOverLimit([], { daysATerm: 0, daysAYear: 0 }, terms)).toBe(false);
});

test('every day of a school year is in one term of it', () => {
	for (let day = '2026-08-01'; day <= '2027-07-31'; day = addDays(day, 1))
		expect(
			terms.filter((term) => within(day, term)),
			day,
		).toHaveLength(1);
});
