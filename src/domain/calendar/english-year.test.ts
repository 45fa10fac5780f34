import { describe, expect, test } from 'vitest';
import { easter, isBankHoliday } from './bank-holidays.ts';
import { essexYears } from './data/essex-years.ts';
import { addDays, daysBetween, weekday } from './day.ts';
import { englishYear } from './english-year.ts';
import { schoolYearSchema } from './input.ts';
import { startOf } from './school-year.ts';

describe('the school year nobody has entered', () => {
	test.each(essexYears)('lies within two days of the dates Essex published for $name', (year) => {
		const supposed = englishYear(startOf(year.name));
		year.terms.forEach((term, index) => {
			const guess = supposed.terms[index]!;
			expect(Math.abs(daysBetween(term.from, guess.from))).toBeLessThanOrEqual(2);
			expect(Math.abs(daysBetween(term.to, guess.to))).toBeLessThanOrEqual(2);
		});
	});

	test('has its half-terms in the published weeks', () => {
		for (const year of essexYears) {
			const [autumn, spring, summer] = englishYear(startOf(year.name)).terms;
			expect(autumn!.break).toEqual(year.terms[0]!.break);
			expect(spring!.break).toEqual(year.terms[1]!.break);
			expect(summer!.break).toEqual(year.terms[2]!.break);
		}
	});

	test('would be accepted as an entered one, for eighty years', () => {
		for (let year = 2015; year < 2095; year += 1) {
			const supposed = englishYear(year);
			expect(schoolYearSchema.safeParse(supposed).success, supposed.name).toBe(true);
			for (const { from, to } of supposed.terms)
				for (const day of [from, to]) expect(weekday(day) < 6 && !isBankHoliday(day), day).toBe(true);
		}
	});
});

describe('bank holidays', () => {
	test('Easter agrees with GOV.UK’s list', () => {
		for (let year = 2015; year <= 2028; year += 1) {
			expect(isBankHoliday(addDays(easter(year), -2))).toBe(true);
			expect(isBankHoliday(addDays(easter(year), 1))).toBe(true);
		}
	});

	test('beyond the list, those that fall in term go by rule', () => {
		expect(['2030-04-19', '2030-04-22', '2030-05-06', '2030-05-27', '2030-01-01'].every(isBankHoliday)).toBe(
			true,
		);
		expect(isBankHoliday('2030-05-13')).toBe(false);
	});
});
