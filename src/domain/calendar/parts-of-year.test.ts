import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './day.ts';
import { partAt, partsApart, partsIn } from './parts-of-year.ts';
import { schoolCalendar } from './school-calendar.ts';
import { within } from './school-year.ts';

const calendar = schoolCalendar();
const year = { from: '2026-09-01', to: '2027-07-21' };

describe('parts of the school year', () => {
	test('HEP-12 a year has six half-terms and three terms, each with the holiday after it', () => {
		const halves = partsIn(calendar, year, 'half-terms');
		expect(halves.map(({ name }) => name)).toEqual([
			'1st half of autumn term',
			'2nd half of autumn term',
			'1st half of spring term',
			'2nd half of spring term',
			'1st half of summer term',
			'2nd half of summer term',
		]);
		const terms = partsIn(calendar, year, 'terms');
		expect(terms.map(({ name }) => name)).toEqual(['autumn term', 'spring term', 'summer term']);
		expect(terms[0]).toMatchObject({ from: '2026-08-01', schoolYear: '2026-27' });
		expect(terms[2]!.to).toBe('2027-07-31');
	});

	test('a span that touches a part has it whole', () => {
		const [only, ...more] = partsIn(calendar, { from: '2026-11-02', to: '2026-11-30' }, 'terms');
		expect(only!.name).toBe('autumn term');
		expect(more).toEqual([]);
	});

	const day = fc.integer({ min: 0, max: 2000 }).map((count) => addDays('2024-01-01', count));
	test('every day lies in one part, and parts follow one another without a gap', () => {
		fc.assert(
			fc.property(day, fc.constantFrom('half-terms' as const, 'terms' as const), (one, unit) => {
				expect(within(one, partAt(calendar, one, unit))).toBe(true);
				const parts = partsIn(calendar, { from: one, to: addDays(one, 800) }, unit);
				for (const [index, part] of parts.slice(1).entries())
					expect(part.from).toBe(addDays(parts[index]!.to, 1));
			}),
			{ numRuns: 60 },
		);
	});

	test('NFS-2 four terms lie between a spring and the summer of the year after', () => {
		expect(partsApart(calendar, '2026-02-10', '2027-06-10', 'terms')).toBe(4);
		expect(partsApart(calendar, '2026-02-10', '2026-03-20', 'terms')).toBe(0);
		expect(partsApart(calendar, '2026-02-10', '2026-03-20', 'half-terms')).toBe(1);
	});
});
