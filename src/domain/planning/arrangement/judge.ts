import { inSeries } from '#domain/protocol/model.ts';
import { pointsOf } from '../answer.ts';
import { crowdedOf } from '../dating/solve.ts';
import { weightOf } from '../measures.ts';
import { dayReasons } from '../reasons/days.ts';
import { named, type Names, type Reason } from '../reasons/reason.ts';
import { teamReasons } from '../reasons/teams.ts';
import { barriersTo, bindingRule, standingTo } from '../teaming/eligible.ts';
import { teamMeasures } from '../teaming/explain.ts';
import type { TeamingInput, TeamRole } from '../teaming/model.ts';
import { teamWeights } from '../teaming/points.ts';
import { loadOf, returnVisits } from '../teaming/together.ts';
import type { YearInput } from '../year/model.ts';
import { withAgreed } from '../year/hold.ts';
import { daysWith } from '../year/whole.ts';
import type { Arranged } from './arrangement.ts';
import { datesOf, type Say } from './days-judged.ts';
import { barrierWords, type SeatOf, type Wording } from './wording.ts';

/** One review as it is arranged: what it breaks, a sentence each, and what speaks for it and against it. */
export interface JudgedReview {
	id: string;
	breaks: string[];
	reasons: Reason[];
	points: number;
}

/** What is weighed against each other: rules broken, and points. */
export type Weighed = Pick<Judged, 'breaks' | 'worth'>;

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

/** Judges an arrangement by hand as a proposal would be judged: the same value, and every broken rule in a sentence (NFS-4). */
export function judge(input: YearInput, plan: readonly Arranged[], { names, roles }: Wording): Judged {
	const { teams, days } = withAgreed(input, input.agreed);
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
			points: pointsOf(measures) + open.length * teamWeights(teams).open + (on?.points ?? 0),
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
		worth: pointsOf([...all, ...load, ...crowded, ...visits]),
	};
}

/** The order of what breaks less, and among the same is worth more. */
export const better = (one: Weighed, other: Weighed): number =>
	one.breaks - other.breaks || other.worth - one.worth;

/** What the next best would be is a question for a proposal. */
const loss = { atLeast: 0, atMost: null };

const sharedBy = (breaks: ReadonlyMap<string, ReadonlySet<string>>, words: string): number =>
	[...breaks.values()].filter((own) => own.has(words)).length;

const visiting = (one: Arranged) => one.team.filter(({ role }) => role !== 'champion');

const openRoles = (input: TeamingInput, { team }: Arranged): TeamRole[] =>
	(['facilitator', 'expert', 'champion'] as const).filter(
		(role) => input[role] === 'must' && !team.some((seat) => seat.role === role),
	);

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
