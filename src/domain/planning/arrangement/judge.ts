import { asPeopleSay, dayAndMonth, mondayOf } from '#domain/calendar/day.ts';
import { inSeries } from '#domain/protocol/model.ts';
import type { Candidate, DatingInput } from '../dating/model.ts';
import { dayMeasures } from '../dating/explain.ts';
import { crowdedOf } from '../dating/solve.ts';
import { weightOf } from '../measures.ts';
import { dayReasons } from '../reasons/days.ts';
import { named, type Names, type Reason } from '../reasons/reason.ts';
import { teamReasons } from '../reasons/teams.ts';
import { barriersTo, bindingRule, standingTo, type Barrier, type Standing } from '../teaming/eligible.ts';
import { teamMeasures } from '../teaming/explain.ts';
import type { TeamingInput, TeamRole } from '../teaming/model.ts';
import { teamWeights } from '../teaming/points.ts';
import { loadOf, returnVisits } from '../teaming/together.ts';
import type { YearInput } from '../year/model.ts';
import { daysWith } from '../year/whole.ts';
import type { Arranged } from './arrangement.ts';

/** One review as it is arranged: what it breaks, a sentence each, and what speaks for it and against it. */
export interface JudgedReview {
	id: string;
	breaks: string[];
	reasons: Reason[];
	points: number;
}

/** A whole arrangement by the rules and measures that proposals go by (docs/planning.md). */
export interface Judged {
	reviews: JudgedReview[];
	withoutTeam: number;
	withoutDay: number;
	/** Broken rules, each once though it may be of two reviews. */
	breaks: number;
	/** Points, but for what is left without team or day. */
	worth: number;
}

/** Words for people, schools and roles. */
export interface Wording {
	names: Names;
	roles: Readonly<Record<TeamRole, string>>;
}

type Say = (reviews: readonly string[], words: string) => void;

/** Judges an arrangement by hand as a proposal would be judged: the same value, and every broken rule in a sentence (NFS-4). */
export function judge(
	{ teams, days }: YearInput,
	plan: readonly Arranged[],
	{ names, roles }: Wording,
): Judged {
	const breaks = new Map(plan.map(({ id }) => [id, new Set<string>()]));
	const say: Say = (reviews, words) => reviews.forEach((id) => breaks.get(id)?.add(words));
	const standingOf = standingTo(teams);
	const staffed = plan.filter(({ team }) => team.length > 0);
	const people = staffed.map(({ id, team }) => ({ review: id, people: team }));
	const dated = datesOf(daysWith({ teams, days }, people), plan, names, say);
	const reviews = plan.map((one) => {
		const review = teams.reviews.find(({ id }) => id === one.id)!;
		const seats = one.team.flatMap(({ person, role }) => {
			const who = teams.people.find(({ id }) => id === person);
			if (!who) say([one.id], `${named(names, person)} is no longer here.`);
			return who ? [{ standing: standingOf(review, who), role }] : [];
		});
		const measures = teamMeasures(
			teams,
			seats.map(({ standing }) => standing),
			one.team,
		);
		const open = one.team.length > 0 ? openRoles(teams, one) : [];
		for (const seat of seats) {
			for (const barrier of barriersTo(teams, seat.standing, seat.role))
				say([one.id], barrierWords(barrier, seat, { names, roles }));
		}
		if (one.team.length > 0) teamBreaks(teams, one, seats, { names, roles }, say);
		const on = dated.get(one.id);
		const team = { review: one.id, people: one.team, open, points: 0, measures, loss };
		const said = one.team.length > 0 ? teamReasons(team, names, roles) : [];
		return {
			id: one.id,
			breaks: breaks.get(one.id)!,
			reasons: on ? [...said, ...dayReasons({ ...on, review: one.id, loss }, names)] : said,
			points:
				measures.reduce((sum, { points }) => sum + points, 0) +
				open.length * teamWeights(teams).open +
				(on?.points ?? 0),
		};
	});
	const load = loadOf(teams, people);
	togetherBreaks(teams, staffed, load, names, say);
	const crowded = crowdedOf([...dated.values()], weightOf('crowded', days.weights));
	const visits = returnVisits(teams, people);
	const all = reviews.map((one) => ({ ...one, breaks: [...one.breaks] }));
	return {
		reviews: all,
		withoutTeam: plan.length - staffed.length,
		withoutDay: plan.filter(({ day }) => day === null).length,
		breaks: new Set(
			all.flatMap((one) =>
				one.breaks.map((words) => `${sharedBy(breaks, words) > 1 ? '' : one.id} ${words}`),
			),
		).size,
		worth: [...all, ...load, ...crowded, ...visits].reduce((sum, { points }) => sum + points, 0),
	};
}

/** What the next best would be is a question for a proposal. */
const loss = { atLeast: 0, atMost: null };

const sharedBy = (breaks: ReadonlyMap<string, ReadonlySet<string>>, words: string): number =>
	[...breaks.values()].filter((own) => own.has(words)).length;

const visiting = (one: Arranged) => one.team.filter(({ role }) => role !== 'champion');

const openRoles = (input: TeamingInput, { team }: Arranged): TeamRole[] =>
	(['facilitator', 'expert', 'champion'] as const).filter(
		(role) => input[role] === 'must' && !team.some((seat) => seat.role === role),
	);

interface SeatOf {
	standing: Standing;
	role: TeamRole;
}

function teamBreaks(
	input: TeamingInput,
	one: Arranged,
	seats: readonly SeatOf[],
	{ roles }: Wording,
	say: Say,
): void {
	const here = [one.id];
	const { least, most } = input.size;
	const visitors = seats.filter(({ role }) => role !== 'champion');
	if (visiting(one).length < least)
		say(here, `The team has ${visiting(one).length} of at least ${least} people.`);
	if (visiting(one).length > most)
		say(here, `The team has ${visiting(one).length} people, of at most ${most}.`);
	if (!one.team.some(({ role }) => role === 'reviewer')) say(here, 'Nobody on the team is a reviewer.');
	const heads = visitors.filter(({ standing }) => standing.person.head).length;
	if (heads < input.heads)
		say(here, `The team has ${heads} of at least ${input.heads} headteachers beside the host’s own.`);
	for (const role of ['facilitator', 'expert', 'champion'] as const)
		if (one.team.filter((seat) => seat.role === role).length > 1)
			say(here, `There is more than one ${roles[role]}.`);
	const { themes } = seats[0]?.standing.review ?? { themes: [] };
	const knows = visitors.some(({ standing }) =>
		themes.some((theme) => standing.person.strengths.includes(theme)),
	);
	if (bindingRule(input, 'expertise in the focus') === 'must' && themes.length > 0 && !knows)
		say(here, `Nobody on the team is strong in ${inSeries([...new Set(themes)])}.`);
	const isNew = visitors.some(({ standing }) => standing.person.experience === 'new');
	const led = visitors.some(({ standing }) => standing.person.experience === 'experienced');
	if (bindingRule(input, 'new with experienced') === 'must' && isNew && !led)
		say(here, 'Somebody would review for the first time with nobody experienced.');
}

/** What binds teams together: limits of people, and schools that would review each other. */
function togetherBreaks(
	input: TeamingInput,
	staffed: readonly Arranged[],
	load: ReturnType<typeof loadOf>,
	names: Names,
	say: Say,
): void {
	const of = (person: string) =>
		staffed.filter(({ team }) => team.some((seat) => seat.person === person)).map(({ id }) => id);
	if (bindingRule(input, 'release limit') !== 'prefer')
		for (const { person, days, before, over } of load)
			if (over > 0)
				say(
					of(person),
					`${named(names, person)} would give ${days + before} days, ${over} more than released for.`,
				);
	if (bindingRule(input, 'no immediate return visit') !== 'must') return;
	const teams = staffed.map(({ id, team }) => ({ review: id, people: team }));
	for (const { schools } of returnVisits(input, teams))
		say(
			staffed.filter(({ host }) => schools.includes(host)).map(({ id }) => id),
			`${inSeries(schools.map((id) => named(names, id)))} would review each other.`,
		);
}

interface Dated extends Candidate {
	measures: ReturnType<typeof dayMeasures>;
	points: number;
}

/** The days of an arrangement with what speaks against each; says what they break. */
function datesOf(input: DatingInput, plan: readonly Arranged[], names: Names, say: Say): Map<string, Dated> {
	const dated = new Map<string, Dated>();
	const busy = new Map<string, string[]>();
	const inWeek = new Map<string, string[]>();
	const inHalfTerm = new Map<string, string[]>();
	const note = (map: Map<string, string[]>, key: string, id: string) =>
		map.set(key, [...(map.get(key) ?? []), id]);
	for (const one of plan) {
		if (one.day === null) continue;
		const review = input.reviews.find(({ id }) => id === one.id)!;
		const candidate = review.candidates.find(({ days }) => days[0] === one.day);
		if (!candidate) {
			say([one.id], `${asPeopleSay(one.day)} is no school day on which it could begin.`);
			continue;
		}
		const measures = dayMeasures(input, review, candidate);
		dated.set(one.id, {
			...candidate,
			measures,
			points: measures.reduce((sum, { points }) => sum + points, 0),
		});
		note(inWeek, mondayOf(one.day), one.id);
		note(inHalfTerm, candidate.halfTerm, one.id);
		for (const { id: person, cannot } of input.people.filter(({ id }) => review.people.includes(id)))
			for (const day of candidate.days) {
				note(busy, `${person} ${day}`, one.id);
				if (cannot.includes(day)) say([one.id], `${named(names, person)} can’t on ${dayAndMonth(day)}.`);
			}
	}
	for (const [key, reviews] of busy) {
		const [person, day] = key.split(' ') as [string, string];
		if (reviews.length > 1)
			say(reviews, `${named(names, person)} would be in two places on ${dayAndMonth(day)}.`);
	}
	for (const reviews of input.mostInWeek === null ? [] : inWeek.values())
		if (reviews.length > input.mostInWeek!)
			say(reviews, `${reviews.length} reviews begin in that week, of at most ${input.mostInWeek}.`);
	for (const [halfTerm, reviews] of input.mostInHalfTerm === null ? [] : inHalfTerm)
		if (reviews.length > input.mostInHalfTerm!)
			say(reviews, `${reviews.length} reviews are in the ${halfTerm}, of at most ${input.mostInHalfTerm}.`);
	termLimits(input, plan, dated, names, say);
	return dated;
}

/** Days that people give in each term and half-term, against the most they said. */
function termLimits(
	input: DatingInput,
	plan: readonly Arranged[],
	dated: ReadonlyMap<string, Dated>,
	names: Names,
	say: Say,
): void {
	for (const { id: person, mostInTerm, mostInHalfTerm } of input.people) {
		const own = plan.filter(
			(one) => dated.has(one.id) && input.reviews.find(({ id }) => id === one.id)!.people.includes(person),
		);
		for (const [most, by] of [
			[mostInTerm, (one: Arranged) => dated.get(one.id)!.term],
			[mostInHalfTerm, (one: Arranged) => dated.get(one.id)!.halfTerm],
		] as const) {
			if (most === null) continue;
			for (const [part, within] of Map.groupBy(own, by)) {
				const days = within.reduce((sum, one) => sum + dated.get(one.id)!.days.length, 0);
				if (days > most)
					say(
						within.map(({ id }) => id),
						`${named(names, person)} would give ${days} days in the ${part}, of at most ${most}.`,
					);
			}
		}
	}
}

/** What keeps somebody from a role, for a chair. */
export function barrierWords(
	barrier: Barrier,
	{ standing, role }: SeatOf,
	{ names, roles }: Wording,
): string {
	const who = named(names, standing.person.id);
	const school = named(names, standing.review.host);
	const words: Record<Barrier, string> = {
		'own school': `${who} is at ${school}.`,
		barred: `${who} is not to review ${school}.`,
		'role never': `Your protocol has no ${roles[role]}.`,
		'no such post': `${who} holds no post from which your protocol takes reviewers.`,
		'not prepared': `${who} is no ${roles[role]}.`,
		'from elsewhere': `${who} is not of the host’s own group.`,
		'no expert in the focus': `${who} is no expert in what the host needs.`,
		'no day': `${who} can on none of the days that are possible.`,
		'like the host': `The school of ${who} is much like ${school}.`,
		competes: `The school of ${who} competes with ${school} for pupils.`,
		'return visit': `${school} reviewed the school of ${who} last time.`,
		'new to the school': `${who} was not on the team that reviewed ${school} last time.`,
	};
	return words[barrier];
}
