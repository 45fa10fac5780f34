import { expect, test } from 'vitest';
import { partsIn } from '#domain/calendar/parts-of-year.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { candidateDays } from './candidate-days.ts';

const calendar = schoolCalendar([], ['2027-03-10']);
const year = { from: '2026-08-01', to: '2027-07-31' };
const parts = { terms: partsIn(calendar, year, 'terms'), halfTerms: partsIn(calendar, year, 'half-terms') };
const when = {
	...{ span: { from: '2027-03-08', to: '2027-03-19' }, days: 1, calendar },
	...{ ages: [], agreed: null, slot: null, badlyAfter: () => [] },
};
const firsts = (more: object = {}) => candidateDays({ ...when, ...more }, parts).map(({ days }) => days[0]);

test('HEP-12 a review begins on a school day of its host, on weekdays of a row, and ends within its time', () => {
	expect(firsts()).toHaveLength(10);
	expect(firsts({ days: 2 })).toEqual([
		...['2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11'],
		...['2027-03-15', '2027-03-16', '2027-03-17', '2027-03-18'],
	]);
	expect(firsts({ span: { from: '2026-12-28', to: '2027-01-01' } })).toEqual([]);
});

test('the day that is agreed stays possible, however early or late, over a weekend or on a day that was closed since', () => {
	for (const agreed of ['2027-02-23', '2027-06-01', '2027-09-15']) expect(firsts({ agreed })[0]).toBe(agreed);
	expect(candidateDays({ ...when, days: 2, agreed: '2027-03-12' }, parts)[0]!.days).toEqual([
		'2027-03-12',
		'2027-03-15',
	]);
});

test('what takes longer than a week of school goes on after the weekend', () => {
	const [first] = candidateDays({ ...when, days: 6 }, parts);
	expect(first!.days).toHaveLength(6);
});

test('HEP-12 KSA-2 what is against a day is marked: a meeting of the heads, and each week outside of its slot', () => {
	const marks = (more: object) =>
		Object.fromEntries(candidateDays({ ...when, ...more }, parts).map((one) => [one.days[0], one.marks]));
	expect(marks({})).toMatchObject({
		'2027-03-09': [],
		'2027-03-10': [{ mark: 'heads’ meeting', units: 1 }],
	});
	const late = marks({ slot: { from: '2026-03-02', to: '2027-03-09' } });
	expect(late['2027-03-09']).toEqual([]);
	expect(late['2027-03-16']).toEqual([{ mark: 'off the slot', units: 1 }]);
	expect(late['2027-03-17']).toEqual([{ mark: 'off the slot', units: 2 }]);
});
