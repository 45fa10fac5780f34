import { expect, test } from 'vitest';
import { schoolCalendar, yearNamed } from '#domain/calendar/school-calendar.ts';
import { whyImpossible } from './impossible-day.ts';

const { provisional: _, ...year } = yearNamed(schoolCalendar(), '2026-27');
const calendar = schoolCalendar([{ ...year, inset: ['2027-03-05'] }]);
const why = (day: string) =>
	whyImpossible(day, { span: { from: '2026-10-01', to: '2027-06-30' }, days: 2, calendar });

test.each([
	['2027-03-05', / is an INSET day at the host: /],
	['2027-05-03', / is a bank holiday at the host: /],
	['2027-02-16', / is in the spring half-term holiday at the host: /],
	['2027-03-06', / is in a weekend at the host: /],
	['2026-09-15', / is too early: here it can begin from Thursday 1 October 2026\.$/],
	['2027-07-06', / is too late: here it can be until Wednesday 30 June 2027\.$/],
	['2027-03-12', / is not possible: 2 days from it /],
])('HEP-12 a day on which a review cannot begin is told why: %s', (day, words) => {
	expect(why(day)).toMatch(words);
});
