import type { Day } from '#domain/calendar/day.ts';
import { standsOn, yearGroups, type JointEvent, type YearGroup } from './model.ts';

/** The year groups of a primary school: of these it is always said how they stand. */
const primary: readonly YearGroup[] = ['R', '1', '2', '3', '4', '5', '6'];

/** The moderation of one year group in a school year. */
export interface Coverage {
	yearGroup: YearGroup;
	held: JointEvent[];
	planned: JointEvent[];
}

/**
 * How the moderation of each year group stands (HEP-9): what was held and what is planned, by day; those called off left out. Reception to
 * Year 6 always, and later years where there is something of them. One that is under way counts as held.
 */
export function coverageOf(events: readonly JointEvent[], today: Day): Coverage[] {
	const moderation = events.filter(({ kind, calledOff }) => kind === 'moderation' && calledOff === null);
	return yearGroups
		.map((yearGroup) => {
			const own = moderation.filter((event) => event.yearGroups.includes(yearGroup));
			const planned = own.filter((event) => standsOn(event, today) === 'ahead');
			return { yearGroup, held: own.filter((event) => !planned.includes(event)), planned };
		})
		.filter(
			({ yearGroup, held, planned }) => primary.includes(yearGroup) || held.length > 0 || planned.length > 0,
		);
}
