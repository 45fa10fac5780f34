import type { Day } from '#domain/calendar/day.ts';
import { within } from '#domain/calendar/school-year.ts';
import { daysGiven, type DayGiven, type TimedReview } from '#domain/capacity/time/ledger.ts';
import type { TeamRole } from '#domain/review/roles.ts';
import type { Cycle } from './cycle.ts';

type Span = Pick<Cycle, 'from' | 'to'>;

/** One review of a cycle, from the side of whoever looks at it. */
interface Seen {
	reviewId: string;
	hostMemberId: string;
	hostName: string;
	firstDay: Day;
	lastDay: Day;
}

interface Someone {
	personId: string;
	name: string;
	role: TeamRole;
	memberId: string | null;
}

/** What a school gives and receives in a cycle. */
export interface SchoolGlance {
	memberId: string;
	name: string;
	reviewed: (Seen & { team: Someone[] })[];
	/** Where its people are on the team. */
	visits: (Seen & { people: Someone[] })[];
	given: number;
	received: number;
}

/** What a person gives in a cycle. */
export interface PersonGlance {
	personId: string;
	name: string;
	/** Their school at their first review of it; null for guests and whoever has none here. */
	memberId: string | null;
	reviews: (Seen & { role: TeamRole; days: number })[];
	days: number;
}

const seen = ({ id, hostMemberId, hostName, firstDay, lastDay }: TimedReview): Seen => ({
	...{ reviewId: id, hostMemberId, hostName, firstDay, lastDay },
});

/** The reviews that have their first day in a cycle, in order; each counts whole, as on the plan. */
const ofCycle = (reviews: readonly TimedReview[], span: Span): TimedReview[] =>
	reviews
		.filter(({ firstDay }) => within(firstDay, span))
		.toSorted(
			(one, other) =>
				one.firstDay.localeCompare(other.firstDay) || one.hostName.localeCompare(other.hostName),
		);

/** A line for each school, those without a review or a visit included (HEP-12). */
export function bySchool(
	reviews: readonly TimedReview[],
	schools: readonly { id: string; name: string }[],
	span: Span,
): SchoolGlance[] {
	const held = ofCycle(reviews, span);
	const given = daysGiven(held);
	const count = (of: (day: DayGiven) => boolean) => given.filter(of).length;
	return schools.map(({ id, name }) => ({
		...{ memberId: id, name },
		reviewed: held
			.filter((review) => review.hostMemberId === id)
			.map((review) => ({ ...seen(review), team: review.team })),
		visits: held.flatMap((review) => {
			const people = review.team.filter(({ memberId }) => memberId === id);
			return people.length > 0 ? [{ ...seen(review), people }] : [];
		}),
		given: count(({ memberId }) => memberId === id),
		received: count(({ hostMemberId }) => hostMemberId === id),
	}));
}

/** A line for each person who is on a team, by name (CSC-19). */
export function byPerson(reviews: readonly TimedReview[], span: Span): PersonGlance[] {
	const held = ofCycle(reviews, span);
	const given = daysGiven(held);
	const seats = held.flatMap((review) => review.team.map((someone) => ({ someone, review })));
	return [...Map.groupBy(seats, ({ someone }) => someone.personId)]
		.map(([personId, own]) => ({
			...{ personId, name: own[0]!.someone.name, memberId: own[0]!.someone.memberId },
			reviews: own.map(({ someone: { role }, review }) => ({
				...seen(review),
				role,
				days: given.filter((day) => day.personId === personId && day.reviewId === review.id).length,
			})),
			days: given.filter((day) => day.personId === personId).length,
		}))
		.toSorted((one, other) => one.name.localeCompare(other.name));
}
