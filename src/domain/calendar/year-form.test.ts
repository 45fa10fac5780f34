import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySchoolYear } from './generated-years.fixture.ts';
import { hasSchoolDays } from './school-calendar.ts';
import { yearFields } from './year-fields.fixture.ts';
import { postedYear } from './year-form.ts';
import { rowsTyped } from './year-rows.ts';

test('whatever year fills the form comes back from it', () => {
	fc.assert(
		fc.property(anySchoolYear.filter(hasSchoolDays), (year) => {
			fc.pre(year.inset.length <= 30);
			expect(postedYear(year.name, yearFields(year))).toEqual({ ok: true, year });
			const { terms, inset } = rowsTyped(yearFields(year));
			expect([terms, inset]).toEqual([year.terms.length, year.inset.length]);
		}),
	);
});

const autumn = { name: 'Autumn term', from: '2026-09-02', to: '18/12/2026', break: null };
const year = { name: '2026-27', terms: [autumn], inset: [] };

test('days may be typed the English way, seasons with a capital', () => {
	expect(postedYear('2026-27', yearFields(year))).toMatchObject({
		ok: true,
		year: { terms: [{ name: 'autumn', to: '2026-12-18' }] },
	});
});

test('each refusal stands by the field it is about, also below an empty row', () => {
	const said = (change: Record<string, string>) => {
		const read = postedYear('2026-27', { ...yearFields(year, 2), ...change });
		return read.ok ? null : read.fields;
	};
	expect(said({ 'terms.1.from': 'soon' })).toEqual({
		'terms.1.from': 'Give a day that exists, such as 3 December 2026.',
	});
	expect(said({ 'terms.1.break.from': '2026-10-26' })).toEqual({
		'terms.1.break.to': 'Give a day that exists, such as 3 December 2026.',
	});
	expect(said({ 'terms.1.break.from': '2026-08-26', 'terms.1.break.to': '2026-08-28' })).toEqual({
		'terms.1.break.from': 'The half-term break lies inside its term.',
	});
	expect(said({ 'inset.3': '2026-08-20' })).toEqual({ 'inset.3': 'This INSET day lies in no term.' });
	expect(said({ 'terms.1.from': '2025-09-02' })).toEqual({
		'terms.1.from': 'This term does not lie in the school year 2026-27.',
	});
	expect(said({ 'terms.0.name': 'Spring' })).toMatchObject({ 'terms.0.from': expect.stringMatching(/day/) });
	expect(postedYear('2026-27', {})).toEqual({
		ok: false,
		fields: { '': 'A school year has at least one term.' },
	});
});
