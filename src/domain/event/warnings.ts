import { addDays, asPeopleSay, daysBetween, type Day } from '#domain/calendar/day.ts';

/** An event longer than this goes on beside lessons and reviews: no day of it is warned of. */
const longestWarned = 5;

/** The days of a short event, in order; none of a longer one. */
export const warnedDays = ({ fromDay, toDay }: { fromDay: Day; toDay: Day }): Day[] => {
	const count = daysBetween(fromDay, toDay) + 1;
	return count > longestWarned ? [] : Array.from({ length: count }, (_, place) => addDays(fromDay, place));
};

/** A day on which no pupils are in at a school, and what it is: 'an INSET day'. */
export interface ClosedSchool {
	day: Day;
	name: string;
	closed: string;
}

/** What speaks against the days of an event at the schools invited, a sentence for each day and reason. */
export function closedInWords(closed: readonly ClosedSchool[], invited: number): string[] {
	return [...Map.groupBy(closed, ({ day, closed: what }) => `${day} ${what}`).values()].map((schools) => {
		const { day, closed: what } = schools[0]!;
		const where = schools.length === invited && invited > 1 ? 'every school invited' : inSeries(schools);
		return `${asPeopleSay(day)} is ${what} at ${where}.`;
	});
}

const inSeries = (schools: readonly { name: string }[]): string => schools.map(({ name }) => name).join(', ');
