import { addDays, daysBetween, weekday, type Day } from '#domain/calendar/day.ts';
import { isSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { schoolYearName } from '#domain/calendar/school-year.ts';
import type { TeamRole } from '#domain/review/roles.ts';

/** A review that has its day, held or still to come, with who gives time to it. One that stands still is none. */
export interface DatedReview {
	id: string;
	hostMemberId: string;
	hostName: string;
	protocolVersionId: string;
	kind: string;
	firstDay: Day;
	lastDay: Day;
	team: {
		personId: string;
		name: string;
		role: TeamRole;
		/** Their school on the first day: the one they head before another. Null for guests and whoever has none here. */
		memberId: string | null;
	}[];
}

/** The same with the days it takes its team. */
export interface TimedReview extends DatedReview {
	days: Day[];
}

/** One day that one person gives to one review. */
export interface DayGiven {
	personId: string;
	name: string;
	memberId: string | null;
	as: TeamRole;
	reviewId: string;
	hostMemberId: string;
	hostName: string;
	day: Day;
}

/** More reviews than a partnership of schools has in many years; the latest are counted. */
export const mostReviews = 1000;

/** The school days of a review at its host's; where none lies in it, as when dates are entered later, the weekdays, or all. */
export function daysOf(
	calendar: SchoolCalendar,
	{ firstDay, lastDay }: Pick<DatedReview, 'firstDay' | 'lastDay'>,
): Day[] {
	const all = Array.from({ length: daysBetween(firstDay, lastDay) + 1 }, (_, count) =>
		addDays(firstDay, count),
	);
	const school = all.filter((day) => isSchoolDay(calendar, day));
	const weekdays = all.filter((day) => weekday(day) <= 5);
	return [school, weekdays].find((days) => days.length > 0) ?? all;
}

/** What people give (CSC-19, NFS-26): whoever reviews every day of it, a champion one for the workshop, written under the last. */
export const daysGiven = (reviews: readonly TimedReview[]): DayGiven[] =>
	reviews.flatMap(({ id, hostMemberId, hostName, days, team }) =>
		team.flatMap(({ role, personId, name, memberId }) =>
			(role === 'champion' ? days.slice(-1) : days).map((day) => ({
				...{ personId, name, memberId, as: role, reviewId: id, hostMemberId, hostName, day },
			})),
		),
	);

export const inYear = (given: readonly DayGiven[], year: string): DayGiven[] =>
	given.filter(({ day }) => schoolYearName(day) === year);

export interface SchoolLine {
	/** Null for those of no school here: guests, independent chairs. */
	memberId: string | null;
	name: string;
	given: number;
	received: number;
	/** Given less received in the year, and in all years. */
	balance: number;
	balanceEver: number;
}

/** A school for each that gives or receives, and each of `members`; the sum of what is given is that of what is received. */
export function schoolLines(
	given: readonly DayGiven[],
	members: readonly { id: string; name: string }[],
	year: string,
): SchoolLine[] {
	const lines = new Map<string | null, SchoolLine>();
	const lineOf = (memberId: string | null, name: string) => {
		const line = lines.get(memberId);
		if (line) return line;
		const added = { memberId, name, given: 0, received: 0, balance: 0, balanceEver: 0 };
		lines.set(memberId, added);
		return added;
	};
	for (const { id, name } of members) lineOf(id, name);
	for (const { memberId, hostMemberId, hostName, day } of given) {
		const giver = lineOf(memberId, memberId === null ? ofNoSchool : 'A school that has left');
		const host = lineOf(hostMemberId, hostName);
		giver.balanceEver += 1;
		host.balanceEver -= 1;
		if (schoolYearName(day) !== year) continue;
		giver.given += 1;
		giver.balance += 1;
		host.received += 1;
		host.balance -= 1;
	}
	return [...lines.values()].toSorted(
		(one, other) =>
			Number(one.memberId === null) - Number(other.memberId === null) ||
			other.balance - one.balance ||
			one.name.localeCompare(other.name),
	);
}

const ofNoSchool = 'People of no school here, such as guests and independent chairs';

export interface PersonLine {
	personId: string;
	name: string;
	memberId: string | null;
	reviews: number;
	/** Days as whoever reviews, and as champion. */
	reviewing: number;
	asChampion: number;
	days: number;
}

/** What each person gives in these days, whoever gives most first. */
export const personLines = (given: readonly DayGiven[]): PersonLine[] =>
	[...Map.groupBy(given, ({ personId }) => personId)]
		.map(([personId, own]) => ({
			personId,
			name: own[0]!.name,
			memberId: own[0]!.memberId,
			reviews: new Set(own.map(({ reviewId }) => reviewId)).size,
			reviewing: own.filter(({ as }) => as !== 'champion').length,
			asChampion: own.filter(({ as }) => as === 'champion').length,
			days: own.length,
		}))
		.toSorted((one, other) => other.days - one.days || one.name.localeCompare(other.name));
