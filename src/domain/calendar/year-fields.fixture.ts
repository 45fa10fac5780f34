import type { SchoolYear } from './school-year.ts';
import { yearField } from './year-rows.ts';

/** The form of a school year, filled in; with `space` 2 there is an empty row before each term. */
export const yearFields = ({ terms, inset, bankHolidays }: SchoolYear, space = 1): Record<string, string> =>
	Object.fromEntries([
		...terms.flatMap(({ name, from, to, break: pause }, index) =>
			Object.entries({ name, from, to, 'break.from': pause?.from ?? '', 'break.to': pause?.to ?? '' }).map(
				([part, value]) => [yearField('terms', (index + 1) * space - 1, part), value],
			),
		),
		...inset.map((day, row) => [yearField('inset', row), day]),
		['bankHolidays', bankHolidays ?? 'closed'],
	]);
