import type { FieldErrors } from '#platform/outcome.ts';
import { asPeopleSay } from '#domain/calendar/day.ts';

interface Slot {
	id: string;
	title: string;
	day: string;
	starts: string;
	ends: string;
}

interface Day {
	firstDay: string | null;
	lastDay: string | null;
	opens: string;
	closes: string;
}

/**
 * Where each day of a timetable goes when the review moves: the first day to the first, the second to the second. A day that is
 * none of the review's (the calendar has changed since) goes to the first; one that falls away has nowhere to go: null.
 */
export function moves(
	before: readonly string[],
	after: readonly string[],
	used: readonly string[],
): { from: string; to: string | null }[] {
	return [...new Set(used)].map((from) => ({ from, to: after[Math.max(0, before.indexOf(from))] ?? null }));
}

/**
 * Why an activity cannot stand on the timetable, by field; null when it can. Refuses one outside the review's days or the
 * protocol's hours, one that ends before it starts, and a person in two places at once. An activity that ends as another
 * begins does not clash with it. `people` of the activity are ids; `present` names them.
 */
export function clashes(
	{ firstDay, lastDay, opens, closes }: Day,
	activity: Slot & { people: readonly string[] },
	present: readonly (Slot & { people: readonly { id: string; name: string }[] })[],
): FieldErrors | null {
	if (firstDay === null || lastDay === null) return { day: 'Set the day of the review first.' };
	if (activity.day < firstDay || activity.day > lastDay) {
		const when =
			firstDay === lastDay
				? `is on ${asPeopleSay(firstDay)}`
				: `runs from ${asPeopleSay(firstDay)} to ${asPeopleSay(lastDay)}`;
		return { day: `The review ${when}.` };
	}
	if (activity.ends <= activity.starts) return { ends: 'It must end after it starts.' };
	if (activity.starts < opens) return { starts: `The review day starts at ${opens}.` };
	if (activity.ends > closes) return { ends: `The review day ends at ${closes}.` };
	for (const other of present) {
		if (other.id === activity.id || other.day !== activity.day) continue;
		if (other.ends <= activity.starts || activity.ends <= other.starts) continue;
		const twice = other.people.find(({ id }) => activity.people.includes(id));
		if (twice) {
			const from = other.starts > activity.starts ? other.starts : activity.starts;
			const to = other.ends < activity.ends ? other.ends : activity.ends;
			return {
				people: `${twice.name} would be in two places between ${from} and ${to}: this and ${other.title}.`,
			};
		}
	}
	return null;
}
