import { addDays, weekday } from '#domain/calendar/day.ts';
import { groupingInstance, seeded } from './grouping/instance.fixture.ts';
import type { GroupingAnswer } from './grouping/model.ts';
import type { Candidate, DatingInput } from './dating/model.ts';
import type { Colleague, TeamingAnswer, TeamingInput } from './teaming/model.ts';
import type { YearInput } from './year/model.ts';
import { daysWith } from './year/whole.ts';

const firstDay = '2026-09-07';
const halfTerms = [
	['Autumn 1', 0, 7],
	['Autumn 2', 8, 15],
	['Spring 1', 17, 23],
	['Spring 2', 24, 29],
	['Summer 1', 32, 37],
	['Summer 2', 38, 45],
] as const;

/** Invented people of an invented partnership: a head and a deputy for each school, some trained, some new, with days they cannot. */
export function teamingInstance(schools: number, seed: number, groups: GroupingAnswer | null): TeamingInput {
	const random = seeded(seed * 77_003 + schools);
	const grouping = groupingInstance(schools, seed);
	const people = grouping.schools.flatMap((school): Colleague[] =>
		(['head', 'deputy'] as const).map((post) => ({
			id: `${school.id}-${post}`,
			name: `${post} of ${school.name}`,
			school: school.id,
			posts: [post === 'head' ? 'headteachers' : 'senior leaders'],
			head: post === 'head',
			experience: random() < 0.2 ? 'new' : random() < 0.4 ? 'experienced' : 'some',
			strengths: school.strengths,
			trained:
				post === 'deputy' && random() < 0.5
					? ['champion']
					: post === 'head' && random() < 0.3
						? ['facilitator']
						: [],
			given: Math.floor(random() * 3),
			most: 6,
			mostInTerm: null,
			cannot: Array.from({ length: 20 }, () => addDays(firstDay, Math.floor(random() * 300))),
		})),
	);
	const groupOf = new Map(
		groups?.groups.flatMap((group) => group.schools.map((id) => [id, group.schools] as const)),
	);
	return {
		reviews: grouping.schools.map((school) => ({
			id: `review of ${school.id}`,
			host: school.id,
			themes: school.needs.slice(0, 2).map(({ theme }) => theme),
			days: 1,
			possible: [],
			term: null,
			reviewersFrom: groupOf.get(school.id) ?? null,
			lastTeam: [],
		})),
		people,
		schools: grouping.schools,
		size: { least: 2, most: 3 },
		reviewers: ['headteachers', 'senior leaders'],
		heads: 1,
		facilitator: 'may',
		champion: 'must',
		expert: 'never',
		championDays: 1,
		rules: [
			{ rule: 'contrast with the host', weight: 'prefer' },
			{ rule: 'expertise in the focus', weight: 'prefer' },
			{ rule: 'new with experienced', weight: 'prefer' },
			{ rule: 'no immediate return visit', weight: 'prefer' },
			{ rule: 'not competing for pupils', weight: 'must' },
		],
		near: 5000,
		competing: { within: 1500, except: [] },
		pins: [],
		bars: [],
		lastCycle: [],
		weights: {},
	};
}

/** Teams and days of an invented partnership in one go, without groups: nothing is agreed yet. */
export function yearInstance(schools: number, seed: number): Pick<YearInput, 'teams' | 'days'> {
	const teams = teamingInstance(schools, seed, null);
	return { teams, days: hostDays(teams, seed) };
}

/** A year of days for teams: every school day but Mondays and Fridays, some in test weeks, far from the slot, or before a meeting. */
export function datingInstance(teaming: TeamingInput, { teams }: TeamingAnswer, seed: number): DatingInput {
	const staffed = new Set(teams.map(({ review }) => review));
	const reviews = teaming.reviews.filter(({ id }) => staffed.has(id));
	return daysWith({ teams: teaming, days: hostDays({ ...teaming, reviews }, seed) }, teams);
}

/** The same, before its teams are known. */
function hostDays({ people, reviews }: TeamingInput, seed: number): DatingInput {
	const random = seeded(seed * 91 + reviews.length);
	const busy = people.map((person) => ({
		id: person.id,
		cannot: person.cannot,
		ifNeedBe: Array.from({ length: 30 }, () => addDays(firstDay, Math.floor(random() * 300))),
		mostInHalfTerm: 2,
		mostInTerm: 3,
	}));
	return {
		reviews: reviews.map(({ id, host }, at) => ({
			id,
			people: [`${host}-head`],
			candidates: candidates(Math.floor((at * 45) / reviews.length), random),
			pinned: null,
		})),
		people: busy,
		mostInWeek: 2,
		mostInHalfTerm: null,
		weights: {},
	};
}

function candidates(slot: number, random: () => number): Candidate[] {
	return halfTerms.flatMap(([halfTerm, from, to]) =>
		Array.from({ length: (to - from) * 7 }, (_, at) => addDays(firstDay, from * 7 + at))
			.filter((day) => weekday(day) > 1 && weekday(day) < 5)
			.map((day, at): Candidate => ({
				days: [day],
				halfTerm,
				term: halfTerm.slice(0, -2),
				marks: [
					{ mark: 'off the slot', units: Math.abs(from + Math.floor(at / 3) - slot) },
					{ mark: 'test week', units: halfTerm === 'Summer 1' && at > 8 && at < 12 ? 1 : 0 },
					{ mark: 'heads’ meeting', units: random() < 0.03 ? 1 : 0 },
				],
			})),
	);
}
