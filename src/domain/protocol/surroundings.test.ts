import { describe, expect, test } from 'vitest';
import { englishYear } from '#domain/calendar/english-year.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { presetNamed } from './presets/presets.fixture.ts';
import { outOfPlace } from './surroundings.ts';

const year = englishYear(2026);
const unbroken = { ...year, terms: year.terms.map((term) => ({ ...term, break: null })) };
const said = (key: string, opensTo: Parameters<typeof outOfPlace>[1]['memorandum'], years = [year]) =>
	outOfPlace(presetNamed(key), { memorandum: opensTo, calendar: schoolCalendar(years) }).map(
		({ path, message }) => [path, message] as const,
	);

describe('a protocol that does not fit what is around it is refused at the field', () => {
	test('an audience wider than the memorandum allows', () => {
		const opensTo = ['champion', 'staff', 'governors', 'heads', 'partnership', 'partner', 'link'] as const;
		expect(said('family', { opensTo: [...opensTo] })).toEqual([]);
		expect(said('family', null)).toEqual([]);
		const narrow = said('family', { opensTo: ['champion', 'staff', 'heads', 'partnership', 'partner'] });
		expect(narrow).toContainEqual([
			'audience.things.report.ceiling',
			'Your memorandum opens nothing to the governors of the school reviewed and someone to whom the head gives a link, such as an inspector.',
		]);
		expect(narrow.map(([path]) => path)).not.toContain('audience.things.evidence.ceiling');
	});

	test('half-terms where the schools have none; where nobody has entered a year there are', () => {
		const message = 'Your school calendar has no half-terms. Count in weeks or terms.';
		const paths = said('family', null, [unbroken]).map(([path]) => path);
		expect(paths).toContain('cadence.headsMeet.unit');
		expect(paths.some((path) => /^stages\.\d+\.when\.offset\.unit$/.test(path))).toBe(true);
		expect(said('family', null, [unbroken])[0]![1]).toBe(message);
		expect(said('small', null, [unbroken]).map(([path]) => path)).toContain('cadence.reviews.per');
		expect(said('family', null, [unbroken, englishYear(2027)])).toEqual([]);
		expect(said('family', null, [])).toEqual([]);
	});
});
