import { headsToday } from '#domain/capacity/people.ts';
import { daysGiven } from '#domain/capacity/time/ledger.ts';
import { addDays, addMonths, later, type Day } from '#domain/calendar/day.ts';
import { partAt, partsIn } from '#domain/calendar/parts-of-year.ts';
import { schoolYearName, schoolYearStart, type Span } from '#domain/calendar/school-year.ts';
import { headteachersNeeded } from '#domain/protocol/model.ts';
import { usualDays } from '#domain/protocol/of-kind.ts';
import { whatFollows, type FollowingOf } from '#domain/review/following.ts';
import { reviewDays } from '#domain/review/days.ts';
import type { SchoolTurn } from '../cycle/coverage.ts';
import type { Diary, ReviewToDate } from '../dating/model.ts';
import type { Colleague, ReviewToStaff, TeamingInput } from '../teaming/model.ts';
import type { YearInput } from '../year/model.ts';
import type { Arranged } from './arrangement.ts';
import { cadenceSlots } from './cadence-slots.ts';
import { candidateDays, type When } from './candidate-days.ts';
import { colleagues, preparedRoles } from './colleagues.ts';
import { fallingBadly } from './falls-badly.ts';
import { whyImpossible } from './impossible-day.ts';
import type { KnownOfCycle } from './known.server.ts';
import type { Wishes } from './wishes.ts';

/** A champion is at the school for the workshop. */
const championDays = 1;

/** What teams and days are worked out from, and any arrangement is judged by; what stays in the plan is fixed. */
export function yearInput(known: KnownOfCycle, wishes: Wishes, plan: readonly Arranged[]): YearInput {
	const { protocol, agreed, facts } = known;
	const people = peopleOf(known);
	const parts = {
		terms: partsIn(known.calendar, known.cycle, 'terms'),
		halfTerms: partsIn(known.calendar, known.cycle, 'half-terms'),
	};
	const following = whatFollows(protocol, known.today);
	const reviews = plan.map((one) => datedReview(known, wishes, one, parts, following));
	const days = new Map(reviews.map((review) => [review.id, review]));
	const { team } = protocol;
	const standing = new Set(facts.map(({ id }) => id));
	return {
		teams: {
			reviews: plan.map((one) => reviewToStaff(known, wishes, one, days.get(one.id)!)),
			people,
			schools: known.schools,
			size: team.size,
			reviewers: team.reviewers,
			heads: headteachersNeeded(protocol),
			facilitator: team.facilitator,
			champion: team.champion,
			expert: team.expert,
			championDays,
			rules: team.rules.map(({ rule, weight }) => ({ rule, weight })),
			near: wishes.near,
			competing: { within: wishes.competing, except: [] },
			pins: plan.flatMap(({ id, team: seats }) =>
				seats.filter(({ stays }) => stays).map(({ person, role }) => ({ review: id, person, role })),
			),
			bars: [
				...secondSchools(known),
				...plan.flatMap(({ id: review, barred }) => barred.map((person) => ({ review, person }))),
			],
			lastCycle: visitsBefore(known),
			weights: wishes.weights,
		},
		days: {
			reviews,
			people: diaries(known, people),
			mostInWeek: wishes.mostInWeek,
			mostInHalfTerm: null,
			slots: cadenceSlots(known, plan),
			weights: wishes.weights,
		},
		agreed: wishes.keepAgreed
			? agreed
					.filter(({ id, day, team: seats }) => standing.has(id) && (seats.length > 0 || day !== null))
					.map(({ id, day, team: seats }) => ({
						review: id,
						day,
						people: seats.map(({ person, role }) => ({ person, role })),
					}))
			: [],
	};
}

function datedReview(
	known: KnownOfCycle,
	{ notBefore, keepAgreed }: Wishes,
	one: Arranged,
	parts: Parameters<typeof candidateDays>[1],
	following: FollowingOf,
): ReviewToDate {
	const { protocol, facts, today } = known;
	const turn = known.turns.find(({ school, round }) => school.id === one.host && round.key === one.round)!;
	const calendar = known.calendarOf(one.host);
	const own = facts.find(({ id }) => id === one.id);
	const kind = protocol.kinds.find(({ key }) => key === one.kind);
	const agreedDay = known.agreed.find(({ id }) => id === one.id)?.day ?? null;
	const from = [turn.round.from, turn.school.fromDay, notBefore, addDays(today, 1)].reduce(later);
	const length = (own && reviewDays(calendar, own).length) || usualDays(kind);
	const heads = hostHeads(known, one.host);
	const ages = known.ages.get(one.host) ?? [];
	const when: When = {
		span: { from, to: lastDayOf(turn.round.to, turn.school.untilDay) },
		days: length,
		calendar,
		ages,
		badlyAfter: (days) => {
			const span = { firstDay: days[0]!, lastDay: days.at(-1)! };
			return fallingBadly(following(calendar, one.kind, span), calendar, ages);
		},
		agreed: agreedDay,
		// Who must move what is agreed moves it as little as can be.
		slot: keepAgreed && agreedDay !== null ? { from: agreedDay, to: agreedDay } : slotOf(known, turn),
	};
	const candidates = candidateDays(when, parts);
	const { day } = one;
	const possible = day === null || candidates.some(({ days: [first] }) => first === day);
	return {
		id: one.id,
		people: heads,
		hosts: heads,
		candidates,
		...(!possible && { impossible: { day, why: whyImpossible(day, when) } }),
		pinned: one.dayStays ? one.day : null,
	};
}

/**
 * A cadence counted in half-terms or terms says in which one a school is due again, one in years by when; the first review may be at
 * any time.
 */
function slotOf(
	{ protocol, calendarOf }: KnownOfCycle,
	{ school, due, lastReviewed }: SchoolTurn,
): Span | null {
	const { reviews } = protocol.cadence;
	if (lastReviewed === null || reviews.kind === 'slots') return null;
	if (reviews.unit === 'years') return { from: lastReviewed, to: due };
	return partAt(calendarOf(school.id), due, reviews.unit === 'terms' ? 'terms' : 'half-terms');
}

const lastDayOf = (roundEnds: Day, leaves: Day | null): Day =>
	leaves !== null && leaves <= roundEnds ? addDays(leaves, -1) : roundEnds;

const hostHeads = ({ allRoles, today }: KnownOfCycle, memberId: string): string[] =>
	headsToday(
		allRoles.filter((role) => role.memberId === memberId),
		today,
	);

function reviewToStaff(
	known: KnownOfCycle,
	{ ownGroup }: Wishes,
	one: Arranged,
	dated: ReviewToDate,
): ReviewToStaff {
	const last = known.timed.find(
		({ hostMemberId, firstDay }) => hostMemberId === one.host && firstDay < known.today,
	);
	const year = schoolYearName(one.day ?? later(known.cycle.from, known.today));
	const group = known.groups.find(
		({ schoolYear, members }) => schoolYear === year && members.some(({ id }) => id === one.host),
	);
	return {
		id: one.id,
		host: one.host,
		themes: known.needs.get(one.host) ?? [],
		days: dated.candidates[0]?.days.length ?? 1,
		possible: dated.candidates.map(({ days }) => days[0]!),
		term: null,
		reviewersFrom: ownGroup && group ? group.members.map(({ id }) => id) : null,
		lastTeam: last?.team.filter(({ role }) => role !== 'champion').map(({ personId }) => personId) ?? [],
	};
}

/** Those who stand here, and guests who are on a team; whoever left is neither. */
function peopleOf(known: KnownOfCycle): Colleague[] {
	const { cycle, protocol, agreed, facts, timed, people, allRoles, today } = known;
	const arranging = new Set(agreed.map(({ id }) => id));
	const others = timed.filter(({ id }) => !arranging.has(id));
	const given = daysGiven(others);
	const busy = given.filter(({ as, day }) => as !== 'champion' && day >= today);
	const cannot = [...known.unsuitable.filter(({ kind }) => kind === 'cannot'), ...busy];
	const here = colleagues(
		{
			...{ people, given, trained: known.trained, limits: known.limits },
			strengths: new Map([...known.offers].map(([id, offers]) => [id, offers.map(({ theme }) => theme)])),
			cannot: new Map(
				[...Map.groupBy(cannot, ({ personId }) => personId)].map(([id, days]) => [
					id,
					days.map(({ day }) => day),
				]),
			),
		},
		protocol,
		{ ...cycle, years: schoolYearStart(cycle.to) - schoolYearStart(cycle.from) + 1 },
		today,
	);
	const stood = new Set(allRoles.map(({ personId }) => personId));
	const guests = new Map(
		facts
			.flatMap(({ team }) => team)
			.filter(({ personId }) => !stood.has(personId))
			.map((guest) => [guest.personId, guest]),
	);
	return [
		...here,
		...[...guests.values()].map(({ personId: id, name, headteacher: head }): Colleague => {
			const nothingKnown = { strengths: [], given: 0, most: null, mostInTerm: null, cannot: [] };
			const taken = { posts: [...protocol.team.reviewers], trained: [...preparedRoles] };
			return { id, name, school: null, head, experience: 'some', ...taken, ...nothingKnown };
		}),
	];
}

const diaries = (known: KnownOfCycle, people: readonly Colleague[]): Diary[] => {
	const ifNeedBe = Map.groupBy(
		known.unsuitable.filter(({ kind }) => kind !== 'cannot'),
		({ personId }) => personId,
	);
	return people.map(({ id, cannot, mostInTerm }) => ({
		...{ id, cannot, mostInHalfTerm: null, mostInTerm },
		ifNeedBe: (ifNeedBe.get(id) ?? []).map(({ day }) => day),
	}));
};

/** Whoever heads two schools reviews neither. */
const secondSchools = ({ people, agreed }: KnownOfCycle): TeamingInput['bars'] =>
	people.flatMap(({ personId: person, memberIds }) =>
		agreed
			.filter(({ host }) => memberIds.slice(1).includes(host))
			.map(({ id: review }) => ({ review, person })),
	);

/** Whose people reviewed whom within the year before. */
const visitsBefore = ({ timed, today }: KnownOfCycle): TeamingInput['lastCycle'] =>
	timed
		.filter(({ firstDay }) => firstDay < today && firstDay > addMonths(today, -12))
		.flatMap(({ hostMemberId: host, team }) =>
			team.flatMap(({ memberId: by, role }) => (by !== null && role !== 'champion' ? [{ host, by }] : [])),
		);

/** Names of schools and people, by id. */
export const namesIn = ({ schools, allRoles, facts }: KnownOfCycle): Map<string, string> =>
	new Map([
		// Whoever has left is still called by name.
		...allRoles.map(({ personId, name }) => [personId, name] as const),
		...facts.flatMap(({ team }) => team.map(({ personId, name }) => [personId, name] as const)),
		...schools.map(({ id, name }) => [id, name] as const),
	]);
