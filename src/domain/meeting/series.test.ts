import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekday } from '#domain/calendar/day.ts';
import { anySchoolYear } from '#domain/calendar/generated-years.fixture.ts';
import { partsIn } from '#domain/calendar/parts-of-year.ts';
import { isSchoolDay, schoolCalendar, schoolDaysBetween } from '#domain/calendar/school-calendar.ts';
import { startOf } from '#domain/calendar/school-year.ts';
import { seriesDays } from './series.ts';

const any = fc.record({
	year: anySchoolYear,
	unit: fc.constantFrom('half-terms' as const, 'terms' as const),
	weekday: fc.integer({ min: 1, max: 5 }),
	nth: fc.integer({ min: 1, max: 20 }),
});

describe('CEN-4 NFS-28 a series of meetings', () => {
	test('never falls on a day without pupils, and once into each part of any year that has school days', () => {
		fc.assert(
			fc.property(any, ({ year, unit, weekday: wanted, nth }) => {
				const calendar = schoolCalendar([year]);
				const start = startOf(year.name);
				const span = { from: `${start}-08-01`, to: `${start + 1}-07-31` };
				const days = seriesDays(calendar, { schoolYear: year.name, unit, weekday: wanted, nth });
				const parts = partsIn(calendar, span, unit).filter(
					({ from, to }) => schoolDaysBetween(calendar, from, to).length > 0,
				);
				expect(days.map(({ part }) => part)).toEqual(parts.map(({ name }) => name));
				for (const [index, { day }] of days.entries()) {
					expect(isSchoolDay(calendar, day)).toBe(true);
					expect(day >= parts[index]!.from && day <= parts[index]!.to).toBe(true);
					const same = schoolDaysBetween(calendar, parts[index]!.from, parts[index]!.to).filter(
						(one) => weekday(one) === wanted,
					);
					if (same.length > 0) expect(same.indexOf(day)).toBe(Math.min(nth, same.length) - 1);
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('the first Thursday of each half-term, in a year as it is supposed', () => {
		const series = { schoolYear: '2026-27', unit: 'half-terms', weekday: 4, nth: 1 } as const;
		const days = seriesDays(schoolCalendar(), series);
		expect(days).toHaveLength(6);
		expect(days.every(({ day }) => weekday(day) === 4)).toBe(true);
		expect(days[1]).toEqual({ day: '2026-11-05', part: '2nd half of autumn term' });
	});
});
