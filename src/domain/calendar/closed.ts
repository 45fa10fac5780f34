import type { Day } from './day.ts';
import { describe } from './describe.ts';
import type { SchoolCalendar } from './school-calendar.ts';
import { kindOf } from './year-view.ts';

/** What a day is on which no pupils are in, reading on after 'is': 'an INSET day', 'in the holiday between …'; null for a school day. */
export function closedAs(day: Day, calendar: SchoolCalendar): string | null {
	const kind = kindOf(day, calendar);
	switch (kind) {
		case 'school':
			return null;
		case 'weekend':
			return 'in a weekend';
		case 'holiday': {
			const where = describe(day, calendar);
			return where.startsWith('between ') ? `in the holiday ${where}` : `in the ${where} holiday`;
		}
		case 'INSET day':
			return 'an INSET day';
		case 'bank holiday':
			return 'a bank holiday';
	}
}
