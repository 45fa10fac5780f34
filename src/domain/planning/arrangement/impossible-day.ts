import { closedAs } from '#domain/calendar/closed.ts';
import { asPeopleSay, type Day } from '#domain/calendar/day.ts';
import type { When } from './candidate-days.ts';

/** Why a review cannot begin on a day that is none of its candidates, in a sentence (HEP-12). */
export function whyImpossible(
	day: Day,
	{ span, days, calendar }: Pick<When, 'span' | 'days' | 'calendar'>,
): string {
	const on = asPeopleSay(day);
	const closed = closedAs(day, calendar);
	if (closed !== null)
		return `${on} is ${closed} at the host: a review begins on a day on which pupils are in.`;
	if (day < span.from) return `${on} is too early: here it can begin from ${asPeopleSay(span.from)}.`;
	if (day > span.to) return `${on} is too late: here it can be until ${asPeopleSay(span.to)}.`;
	return `${on} is not possible: ${days} days from it are not one after the other, or end too late.`;
}
