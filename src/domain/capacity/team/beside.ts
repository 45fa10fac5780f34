import { addMonths, monthAndYear, type Day } from '#domain/calendar/day.ts';
import { schoolYearName, type Span } from '#domain/calendar/school-year.ts';
import type { Role as ProtocolRole } from '#domain/protocol/parts/roles.ts';
import type { TrainedRole } from '#domain/protocol/parts/team.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { clashesInWords, type UnsuitableDay } from '../days/days.ts';
import { isOverLimit, limitFor, limitInWords, type OwnLimit } from '../limit/limit.ts';
import type { Role } from '../people.ts';
import { daysGiven, daysOf, inYear, type DayGiven, type TimedReview } from '../time/ledger.ts';
import { trainedFor, trainingStanding, type Trained } from '../training/training.ts';

/** What is known of a partnership's people when a team is made, as far as its reader may know it. */
export interface TeamFacts {
	reviews: TimedReview[];
	/** What people hold today, and where. */
	posts: { personId: string; role: Role['role']; memberId: string | null }[];
	trained: Trained[];
	limits: OwnLimit[];
	/** Days around the review that do not suit. */
	days: UnsuitableDay[];
}

/** The review whose team it is. */
export interface TeamOf {
	id: string;
	hostMemberId: string;
	hostName: string;
	firstDay: Day | null;
	lastDay: Day | null;
	protocol: Protocol;
}

/** What stands beside somebody on a team or who could join it: it warns and refuses nothing (CSC-19, NFS-4). */
export interface Beside {
	/** '2 days this school year, of at most 4 a school year' */
	load: string;
	/** How often they have been on a team before, and as champion where they are one. */
	experience: string;
	training: string[];
	/** What speaks against them, a sentence's worth each; empty for most. */
	warnings: string[];
}

/** The same for one person; `asked` is the role they have on the team, or null for somebody who could join it. */
export function besideOf(
	{ reviews, posts, trained, limits, days }: TeamFacts,
	review: TeamOf,
	{ personId, asked }: { personId: string; asked: TrainedRole | null },
	{ terms, today }: { terms: readonly Span[]; today: Day },
): Beside {
	const { protocol, firstDay, lastDay } = review;
	const year = schoolYearName(firstDay ?? today);
	const given = daysGiven(reviews).filter((day) => day.personId === personId);
	const inThisYear = inYear(given, year);
	const own = posts.filter((post) => post.personId === personId);
	const limit = limitFor(
		protocol.team.releaseLimit,
		limits.find((one) => one.personId === personId),
		{ released: own.some(({ memberId }) => memberId !== null) },
	);
	const most = limitInWords(limit);
	const withThis =
		asked === null && firstDay
			? [...inThisYear, ...daysOf({ firstDay, lastDay: lastDay ?? firstDay }).map((day) => ({ day }))]
			: inThisYear;
	const standings = standingsOf(protocol, own, trained, { personId, asked, today });
	return {
		load: `${count(inThisYear.length, 'day')} in ${year}${most ? `, of ${most}` : ''}`,
		experience: experienceOf(
			given.filter(({ reviewId, day }) => reviewId !== review.id && day < today),
			asked === null ? own.some(({ role }) => role === 'champion') : asked === 'champion',
			asked,
		),
		training: standings.map(({ role, is }) => {
			const word = protocol.roles[role satisfies ProtocolRole].one;
			return is === 'untrained'
				? `not trained as ${word} yet`
				: is === 'due again'
					? `refresher as ${word} due`
					: `trained as ${word}`;
		}),
		warnings: [
			...clashesInWords(days.filter((one) => one.personId === personId)),
			...returnVisit(reviews, review, own),
			...(isOverLimit(withThis, limit, terms)
				? [asked === null ? 'would go over their limit' : 'over their limit']
				: []),
		],
	};
}

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
function standingsOf(
	protocol: Protocol,
	own: readonly { role: Role['role'] }[],
	trained: readonly Trained[],
	{ personId, asked, today }: { personId: string; asked: TrainedRole | null; today: Day },
) {
	if (own.length === 0) return [];
	const roles = protocol.team.training
		.map(({ role }) => role)
		.filter((role) =>
			asked === null
				? trainedFor(protocol, { held: own.map((post) => post.role) }).includes(role)
				: role === asked,
		);
	const theirs = trained.filter((one) => one.personId === personId);
	return roles.map((role) => trainingStanding(protocol, theirs, role, today));
}

/** Whether people of the host have reviewed their school within the year before. */
function returnVisit(
	reviews: readonly TimedReview[],
	{ id, hostMemberId, hostName, firstDay }: TeamOf,
	own: readonly { memberId: string | null }[],
): string[] {
	if (!firstDay) return [];
	const visit = reviews.find(
		(other) =>
			other.id !== id &&
			other.firstDay <= firstDay &&
			other.firstDay > addMonths(firstDay, -12) &&
			own.some(({ memberId }) => memberId === other.hostMemberId) &&
			other.team.some(({ memberId, role }) => memberId === hostMemberId && role !== 'champion'),
	);
	return visit
		? [`a return visit: ${hostName} reviewed ${visit.hostName} in ${monthAndYear(visit.firstDay)}`]
		: [];
}

const count = (number: number, noun: string): string =>
	number === 1 ? `one ${noun}` : `${number === 0 ? 'no' : number} ${noun}s`;
