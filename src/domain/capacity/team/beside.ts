import { addMonths, asPeopleSay, monthAndYear, type Day } from '#domain/calendar/day.ts';
import { schoolYearName, type Span } from '#domain/calendar/school-year.ts';
import type { Role as ProtocolRole } from '#domain/protocol/parts/roles.ts';
import type { TrainedRole } from '#domain/protocol/parts/team.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { clashesInWords, type UnsuitableDay } from '../days/days.ts';
import { isOverLimit, limitFor, limitInWords, type Limit, type OwnLimit } from '../limit/limit.ts';
import type { Role } from '../people.ts';
import { daysGiven, inYear, type DayGiven, type TimedReview } from '../time/ledger.ts';
import { trainedFor, trainingStanding, type Trained } from '../training/training.ts';

/** What is known of a partnership's people when a team is made, as far as its reader may know it. */
export interface TeamFacts {
	reviews: TimedReview[];
	/** What people hold today, and where. */
	posts: { personId: string; role: Role['role']; memberId: string | null }[];
	trained: Trained[];
	limits: OwnLimit[];
	/** Days from the first of the review to the last that do not suit. */
	days: UnsuitableDay[];
}

/** The review whose team it is. */
export interface TeamOf {
	id: string;
	hostMemberId: string;
	hostName: string;
	firstDay: Day | null;
	/** The days it takes; none while its day is not set. */
	days: readonly Day[];
	protocol: Protocol;
}

/** What stands beside somebody on a team or who could join it: it warns and refuses nothing (CSC-19, NFS-4). */
export interface Beside {
	/** '2 days in 2026-27, of at most 4 a school year'; null to whoever may not know how much this person gives. */
	load: string | null;
	/** How often they have been on a team before, and as champion where they are one. */
	experience: string;
	training: string[];
	/** What speaks against them, a sentence's worth each; empty for most. */
	warnings: string[];
}

interface Asked {
	personId: string;
	/** The role they have on the team, or null for somebody who could join it. */
	asked: TrainedRole | null;
}

interface On {
	terms: readonly Span[];
	today: Day;
	/** Whose load the reader may know. */
	seesLoadOf(personId: string): boolean;
}

/** The same for one person after the other: what is known is put in order by person once, not for each. */
export function besideOf(facts: TeamFacts, review: TeamOf, on: On): (person: Asked) => Beside {
	const year = schoolYearName(review.firstDay ?? on.today);
	const given = Map.groupBy(daysGiven(facts.reviews), byPerson);
	const posts = Map.groupBy(facts.posts, byPerson);
	const trained = Map.groupBy(facts.trained, byPerson);
	const limits = new Map(facts.limits.map((limit) => [limit.personId, limit]));
	const cannot = Map.groupBy(
		facts.days.filter(({ day }) => review.days.includes(day)),
		byPerson,
	);
	const visits = visitsBefore(facts.reviews, review);
	return ({ personId, asked }) => {
		const own = posts.get(personId) ?? [];
		const theirs = given.get(personId) ?? [];
		const limit = limitFor(review.protocol.team.releaseLimit, limits.get(personId), {
			released: own.some(({ memberId }) => memberId !== null),
		});
		const load = on.seesLoadOf(personId) ? loadOf(theirs, limit, { review, year, asked, on }) : null;
		return {
			load: load?.said ?? null,
			experience: experienceOf(
				theirs.filter(({ reviewId, day }) => reviewId !== review.id && day < on.today),
				asked === null ? own.some(({ role }) => role === 'champion') : asked === 'champion',
				asked,
			),
			training: trainingOf(review.protocol, own, trained.get(personId) ?? [], { asked, today: on.today }),
			warnings: [
				...clashesInWords(cannot.get(personId) ?? []),
				...(asked === 'champion' ? [] : elsewhere(theirs, review)),
				...own.flatMap(({ memberId }) => (memberId && visits.get(memberId)) ?? []).slice(0, 1),
				...(load?.warnings ?? []),
			],
		};
	};
}

const byPerson = ({ personId }: { personId: string }): string => personId;

/** What somebody gives in the year, and whether it is too much: for whoever could join, with the days of this review. */
function loadOf(
	theirs: readonly DayGiven[],
	limit: Limit,
	{ review, year, asked, on }: { review: TeamOf; year: string; asked: TrainedRole | null; on: On },
): { said: string; warnings: string[] } {
	const inThisYear = inYear(theirs, year);
	const withThis = asked === null ? [...inThisYear, ...review.days.map((day) => ({ day }))] : inThisYear;
	const most = limitInWords(limit);
	return {
		said: `${count(inThisYear.length, 'day')} in ${year}${most ? `, of ${most}` : ''}`,
		warnings: isOverLimit(withThis, limit, on.terms)
			? [asked === null ? 'would go over their limit' : 'over their limit']
			: [],
	};
}

/** Another team they are on that day. A champion’s workshop has a day of its own, which is not known here. */
const elsewhere = (theirs: readonly DayGiven[], { id, days }: TeamOf): string[] =>
	[
		...Map.groupBy(
			theirs.filter(({ reviewId, as, day }) => reviewId !== id && as !== 'champion' && days.includes(day)),
			({ reviewId }) => reviewId,
		).values(),
	].map(
		(clashing) =>
			`on the team at ${clashing[0]!.hostName} on ${clashing.map(({ day }) => asPeopleSay(day)).join(' and ')}`,
	);

/** 'has been on 2 teams; has been champion once': the latter of champions alone, the former of whoever may review. */
function experienceOf(before: readonly DayGiven[], champion: boolean, asked: TrainedRole | null): string {
	const reviewsAs = (champions: boolean) =>
		new Set(before.filter(({ as }) => (as === 'champion') === champions).map(({ reviewId }) => reviewId))
			.size;
	const [reviewed, led] = [reviewsAs(false), reviewsAs(true)];
	return [
		...(asked === 'champion' || (champion && reviewed === 0)
			? []
			: [reviewed === 0 ? 'new to reviewing' : `has been on ${count(reviewed, 'team')}`]),
		...(champion
			? [led === 0 ? 'new to leading workshops' : `has been champion ${led === 1 ? 'once' : `${led} times`}`]
			: []),
	].join('; ');
}

/** Of somebody from elsewhere nothing is known, and so nothing said. */
function trainingOf(
	protocol: Protocol,
	own: readonly { role: Role['role'] }[],
	theirs: readonly Trained[],
	{ asked, today }: { asked: TrainedRole | null; today: Day },
): string[] {
	if (own.length === 0) return [];
	const roles = protocol.team.training
		.map(({ role }) => role)
		.filter((role) =>
			asked === null
				? trainedFor(protocol, { held: own.map((post) => post.role) }).includes(role)
				: role === asked,
		);
	return roles.map((role) => {
		const word = protocol.roles[role satisfies ProtocolRole].one;
		const { is } = trainingStanding(protocol, theirs, role, today);
		return is === 'untrained'
			? `not trained as ${word} yet`
			: is === 'due again'
				? `refresher as ${word} due`
				: `trained as ${word}`;
	});
}

/** Of each school whom people of the host have reviewed within the year before, in words: theirs would be a return visit. */
function visitsBefore(
	reviews: readonly TimedReview[],
	{ id, hostMemberId, hostName, firstDay }: TeamOf,
): Map<string, string> {
	if (!firstDay) return new Map();
	const since = addMonths(firstDay, -12);
	const visits = reviews.filter(
		(other) =>
			other.id !== id &&
			other.firstDay <= firstDay &&
			other.firstDay > since &&
			other.team.some(({ memberId, role }) => memberId === hostMemberId && role !== 'champion'),
	);
	return new Map(
		// The latest first, as reviews come, so that it is said of a school that was reviewed twice.
		visits
			.toReversed()
			.map((visit) => [
				visit.hostMemberId,
				`a return visit: ${hostName} reviewed ${visit.hostName} in ${monthAndYear(visit.firstDay)}`,
			]),
	);
}

const count = (number: number, noun: string): string =>
	number === 1 ? `one ${noun}` : `${number === 0 ? 'no' : number} ${noun}s`;
