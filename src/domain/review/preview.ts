import { addDays, type Day } from '#domain/calendar/day.ts';
import { nearestSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { joinedInWords } from '#domain/protocol/clauses.ts';
import { rolesInWords } from '#domain/protocol/model.ts';
import { ofKind, usualDays } from '#domain/protocol/of-kind.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { Facts } from './facts.ts';
import { timeline } from './timeline.ts';

/** One thing the protocol asks around a review: by when, by whom, and the clause that asks for it. */
export interface Step {
	key: string;
	title: string;
	due: Day | null;
	provisional: boolean;
	who: string;
	because: string;
}

/**
 * What a protocol means for a review of one kind that begins on a day: the timeline of a review of which nothing is known
 * but that, in the order of its days. What has no day yet comes last.
 */
export function courseOf(
	protocol: Protocol,
	kind: string,
	firstDay: Day,
	calendar: SchoolCalendar,
	today: Day,
): Step[] {
	const own = ofKind(protocol, kind);
	const days = usualDays(protocol.kinds.find(({ key }) => key === kind));
	const facts = planned(
		kind,
		firstDay,
		lastDayOf(firstDay, days, calendar),
		today < firstDay ? today : firstDay,
	);
	return timeline(own, facts, calendar, facts.proposedOn)
		.map(({ key, title, due, provisional, because, who }) => ({
			key,
			title,
			due,
			provisional,
			because,
			who: `${rolesInWords(own, who.roles)}${joinedInWords(who)}`,
		}))
		.sort((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'));
}

function lastDayOf(firstDay: Day, days: number, calendar: SchoolCalendar): Day {
	let day = firstDay;
	for (let left = days - 1; left > 0; left -= 1) day = nearestSchoolDay(calendar, addDays(day, 1), 1);
	return day;
}

/** The facts of a review of which nothing is known but its kind and its days. */
export const planned = (kind: string, firstDay: Day, lastDay: Day, proposedOn: Day): Facts => ({
	id: '',
	partnershipId: '',
	hostMemberId: '',
	hostName: '',
	hostUntil: null,
	protocolVersionId: '',
	kind,
	focus: '',
	focusKind: '',
	focusSource: '',
	firstDay,
	lastDay,
	proposedOn,
	groupIds: [],
	hostHeads: [],
	team: [],
	acceptedBy: [],
	standstill: null,
	meetingHeldOn: null,
	lines: 0,
	activities: 0,
	planAgreedOn: null,
	edition: null,
	signOffs: [],
	responses: [],
	publication: null,
	workshopHeldOn: null,
	actions: 0,
	progressReports: [],
	lookBack: [],
	ticks: [],
	closedOn: null,
});
