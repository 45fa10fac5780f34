import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyPublishedYear } from '../generated-years.fixture.ts';
import { schoolYearSchema } from '../input.ts';
import { readTermDates } from './term-dates.ts';
import { asCsv, asICalendar, asProse, dayFirst, isoDay } from './written-years.fixture.ts';

const why = (text: string) =>
	readTermDates(text).notUnderstood.map(({ line, why: reason }) => `${line}: ${reason}`);

describe('whatever year is written down is read as the same year', () => {
	const nothingElse = { leftOut: expect.anything(), notUnderstood: [] };

	test('as lines', () => {
		fc.assert(
			fc.property(anyPublishedYear, fc.constantFrom('full', 'lean'), (year, manner) => {
				expect(readTermDates(asProse(year, manner))).toEqual({ years: [year], ...nothingElse });
			}),
			{ numRuns: 300 },
		);
	});

	test('as a CSV table, its columns in any order, its days ISO or English', () => {
		const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
		fc.assert(
			fc.property(anyPublishedYear, orders, fc.constantFrom(isoDay, dayFirst), (year, order, written) => {
				expect(readTermDates(asCsv(year, order, written))).toEqual({ years: [year], ...nothingElse });
			}),
			{ numRuns: 300 },
		);
	});

	test('as an iCalendar file', () => {
		fc.assert(
			fc.property(anyPublishedYear, (year) => {
				expect(readTermDates(asICalendar(year))).toEqual({ years: [year], ...nothingElse });
			}),
			{ numRuns: 300 },
		);
	});

	test('and whatever is written at all is answered', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
				expect(readTermDates(text).years.length).toBeGreaterThanOrEqual(0);
			}),
		);
	});
});

const year2026 = {
	name: '2026-27',
	terms: [
		{ name: 'autumn', from: '2026-09-03', to: '2026-12-18', break: { from: '2026-10-26', to: '2026-10-30' } },
		{ name: 'spring', from: '2027-01-04', to: '2027-03-25', break: { from: '2027-02-15', to: '2027-02-19' } },
		{ name: 'summer', from: '2027-04-12', to: '2027-07-21', break: { from: '2027-05-31', to: '2027-06-04' } },
	],
};

describe('dates as schools and councils publish them', () => {
	test('a table of labels and days, its cells on lines of their own', () => {
		const read = readTermDates(`Term Dates 2026 - 2027
Autumn Term 2026
|
Training Day |
Tuesday 1st September 2026 |
Autumn Term Starts |
Thursday 3rd September 2026 |
Training Day |
Friday 23rd October 2026 |
Half-Term |
Monday 26th October-Friday 30th October 2026 |
Autumn Term Ends | Friday 18th December 2026 |
Spring Term 2027
Spring Term Starts |
Monday 4th January 2027 |
Spring Half Term |
15th February - 19th February 2027 |
Spring Term Ends |
Thursday 25th March 2027 |
Summer Term 2027
Summer Term Starts |
Monday 12th April 2027 |
May Bank Holiday |
Monday 3rd May 2027 |
Summer Half Term |
Monday 31st May - Friday 4th June 2027 |
Summer Term Ends |
Wednesday 21st July 2027 |`);
		expect(read.years).toEqual([{ ...year2026, inset: ['2026-10-23'] }]);
		expect(read.notUnderstood).toEqual([]);
		expect(read.leftOut.map(({ line }) => line)).toEqual([5, 24]);
	});

	test('sentences with the half-term in brackets, INSET days below', () => {
		const read =
			readTermDates(`Autumn Term 2026 starts on Thursday 3 September 2026 and ends on Friday 18 December 2026 (Half term from Monday 26 October to Friday 30 October 2026)
Spring Term 2027 starts on Monday 4 January 2027 and ends on Thursday 25 March 2027 (Half term from Monday 15 February to Friday 19 February 2027)
Summer Term 2027 starts on Monday 12 April 2027 and ends on Wednesday 21 July 2027 (Half term from Monday 31 May to Friday 4 June 2027)
INSET Days 2026-2027
Friday 16th October 2026
Monday 4th and Tuesday 5th January 2027`);
		expect(read.years).toEqual([{ ...year2026, inset: ['2026-10-16', '2027-01-04', '2027-01-05'] }]);
		expect(read.notUnderstood).toEqual([]);
	});

	test('the first and last day on one line, under the name of the term, holidays between', () => {
		const read = readTermDates(`Academic Year 2026/2027
Autumn Term
Starts: Thursday 3 September Ends: Friday 18 December
Half Term: Monday 26 – Friday 30 October
Holiday: Monday 21 December 2026 – Friday 1 January 2027
Spring Term
Starts: Monday 4 January Ends: Thursday 25 March
Half Term: Monday 15 to Friday 19 February
Summer Term
Starts: Monday 12 April Ends: Wednesday 21 July
Half Term: 31 May – 4 June
Inset Day(s): Monday 19 July to Wednesday 21 July`);
		expect(read.years).toEqual([{ ...year2026, inset: ['2027-07-19', '2027-07-20', '2027-07-21'] }]);
		expect(read.notUnderstood).toEqual([]);
		expect(read.leftOut).toMatchObject([{ line: 5, why: 'Holidays between terms follow from the terms.' }]);
	});

	test('six terms are the two halves of three', () => {
		const read = readTermDates(`Term 1: 3 September 2026 to 23 October 2026
Term 2: 2 November 2026 to 18 December 2026
Term 3: 4 January 2027 to 12 February 2027
Term 4: 22 February 2027 to 25 March 2027
Term 5: 12 April 2027 to 28 May 2027
Term 6: 7 June 2027 to 21 July 2027`);
		expect(read.years).toEqual([{ ...year2026, inset: [] }]);
	});

	test('a spreadsheet without a column for the kind', () => {
		const read = readTermDates(`Term;From;To
Autumn;3/9/2026;18/12/2026
Autumn half term;26/10/2026;30/10/2026
Training day;2/11/2026;`);
		expect(read.years).toEqual([{ name: '2026-27', terms: [year2026.terms[0]], inset: ['2026-11-02'] }]);
	});

	test('a calendar whose events have times, across the change of the clocks', () => {
		const read = readTermDates(`BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART:20260902T230000Z
DTEND:20260903T010000Z
SUMMARY:First day of autumn term
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/London:20261218T080000
DTEND;TZID=Europe/London:20261218T150000
SUMMARY:Autumn term ends
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261026
DTEND;VALUE=DATE:20261031
SUMMARY:Half term
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261102
SUMMARY:Year 4 to the museum
END:VEVENT
END:VCALENDAR`);
		expect(read.years).toEqual([{ name: '2026-27', terms: [year2026.terms[0]], inset: [] }]);
		expect(read.notUnderstood).toMatchObject([{ line: 18, text: 'Year 4 to the museum' }]);
	});
});

describe('what is not understood is told, with its line and why', () => {
	const autumn = 'Autumn term: 3 September 2026 to 18 December 2026\n';

	test.each([
		['Please wear name labels', /There is no date/],
		['Sports day: 5 November 2026', /does not say what/],
		['Half term: Monday 27 October 2026', /weekday does not agree: it is Tuesday 27 October 2026/],
		['INSET: 31 November 2026', /31\/11\/2026 is no day/],
		['Half term: 15 February to 19 February 2027', /none of the terms/],
		['Half term: 1 October to 5 November 2026', /too long/],
		['Spring term: 4 January 2027', /first day or the last/],
		['Spring term starts 4 January 2027', /last day of this term is missing/],
		['Winter term: 1 December 2026 to 20 December 2026', /overlaps the autumn term/],
	])('%s', (line, reason) => {
		const read = readTermDates(autumn + line);
		expect(read.notUnderstood).toEqual([{ line: 2, text: line, why: expect.stringMatching(reason) }]);
		expect(read.years[0]!.terms[0]!.break).toBeNull();
	});

	test('a date whose year nobody can tell', () => {
		expect(why('Autumn term: 3 September to 18 December')).toEqual(['1: Its year is missing.']);
	});

	test('a line as long as a book, in no time', () => {
		expect(why(`Half term:${' '.repeat(200_000)}26 October 2026`)).toEqual([
			'1: This line is too long to be about dates.',
		]);
	});

	test('a damaged calendar, an empty text', () => {
		expect(why('BEGIN:VCALENDAR\nBEGIN:VEVENT\nnonsense')).toEqual([
			'1: This calendar file is damaged. Download it again.',
		]);
		expect(readTermDates('')).toEqual({ years: [], leftOut: [], notUnderstood: [] });
	});

	test('what is read is accepted as entered', () => {
		expect(schoolYearSchema.safeParse(readTermDates(autumn).years[0]).success).toBe(true);
	});
});
