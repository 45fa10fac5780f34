import { partAt } from '#domain/calendar/parts-of-year.ts';
import { schoolCalendar, schoolDaysBetween, yearNamed } from '#domain/calendar/school-calendar.ts';
import { addDays, weekday, type Day } from '#domain/calendar/day.ts';
import { testWeeksOf } from '#domain/calendar/test-weeks.ts';
import { tests } from '#domain/calendar/test-ages.ts';
import { within } from '#domain/calendar/school-year.ts';
import type { Candidate } from '#domain/planning/dating/model.ts';
import type { GroupingAnswer, GroupingInput } from '#domain/planning/grouping/model.ts';
import type { Colleague } from '#domain/planning/teaming/model.ts';
import type { YearInput } from '#domain/planning/year/model.ts';
import type { ExampleSchool } from './schools.ts';

// A school year of the example: Essex’s own term dates, and what is supposed where nothing is published.

export const schoolYear = '2024-25';
const essexDates = schoolCalendar();

export interface Settings {
	size: GroupingInput['size'];
	/** Reviewers come from the host’s group, or from the whole partnership. */
	from: 'the group' | 'the partnership';
	/** Metres. */
	near: number;
	competing: number;
}

export const groupsOf = (schools: ExampleSchool[], { size, near, competing }: Settings): GroupingInput => ({
	schools,
	size,
	near,
	competing: { within: competing, except: [] },
	together: [],
	apart: [],
	numbered: [],
	lastYear: [],
	weights: {},
});

const headOf = (school: { id: string }) => `${school.id} head`;
const leaderOf = (school: { id: string }) => `${school.id} leader`;

/** 'Great Totham' of 'Great Totham Primary School': what comes before the kind of school. */
const short = ({ name }: ExampleSchool): string =>
	/^(.+?),? (?:Academy|Catholic|Church|Community|Junior|Primary)\b/.exec(name)?.[1] ?? name;

/** Schools by the beginning of their names; nobody’s name, but posts. */
export const namesOf = (schools: readonly ExampleSchool[]): Map<string, string> =>
	new Map(
		schools.flatMap((school) => [
			[school.id, short(school)],
			[headOf(school), `the head of ${short(school)}`],
			[leaderOf(school), `a senior leader of ${short(school)}`],
		]),
	);

/** Every school is reviewed on one day by three people, a head among them; each school lends its head and a senior leader. */
export function yearOf(
	schools: ExampleSchool[],
	{ groups }: GroupingAnswer,
	{ from, near, competing }: Settings,
): YearInput {
	const groupOf = new Map(groups.flatMap((group) => group.schools.map((id) => [id, group.schools] as const)));
	const reviews = schools.map((school) => ({ id: school.id, host: school }));
	return {
		teams: {
			reviews: reviews.map(({ id, host }) => ({
				id,
				host: host.id,
				themes: host.needs.slice(0, 1).map(({ theme }) => theme),
				days: 1,
				possible: [],
				term: null,
				reviewersFrom: from === 'the group' ? (groupOf.get(host.id) ?? null) : null,
				lastTeam: [],
			})),
			people: schools.flatMap(peopleOf),
			schools,
			size: { least: 3, most: 3 },
			reviewers: ['headteachers', 'senior leaders'],
			heads: 1,
			facilitator: 'never',
			champion: 'never',
			expert: 'never',
			championDays: 0,
			rules: [
				{ rule: 'contrast with the host', weight: 'prefer' },
				{ rule: 'expertise in the focus', weight: 'prefer' },
				{ rule: 'not competing for pupils', weight: 'must' },
				...(from === 'the group'
					? []
					: [{ rule: 'no immediate return visit' as const, weight: 'prefer' as const }]),
			],
			near,
			competing: { within: competing, except: [] },
			pins: [],
			bars: [],
			lastCycle: [],
			weights: {},
		},
		days: {
			reviews: reviews.map(({ id, host }) => ({
				id,
				people: [headOf(host)],
				candidates: days(),
				pinned: null,
			})),
			people: schools.flatMap(peopleOf).map(({ id }) => ({
				id,
				cannot: [],
				ifNeedBe: [],
				mostInHalfTerm: 2,
				mostInTerm: null,
			})),
			mostInWeek: 1,
			mostInHalfTerm: null,
			weights: {},
		},
		agreed: [],
	};
}

function peopleOf(school: ExampleSchool): Colleague[] {
	const both = {
		school: school.id,
		experience: 'some' as const,
		strengths: school.strengths,
		trained: [],
		given: 0,
		most: 3,
		mostInTerm: null,
		cannot: [],
	};
	return [
		{ ...both, id: headOf(school), name: '', posts: ['headteachers'], head: true },
		{ ...both, id: leaderOf(school), name: '', posts: ['senior leaders'], head: false },
	];
}

/** Tuesdays to Thursdays of each term but its first and last week; a day in the week of the key stage 2 tests is marked. */
const days = (): Candidate[] =>
	yearNamed(essexDates, schoolYear)
		.terms.flatMap(({ from, to }) => schoolDaysBetween(essexDates, addDays(from, 7), addDays(to, -7)))
		.filter((day) => weekday(day) >= 2 && weekday(day) <= 4)
		.map((day): Candidate => ({
			days: [day],
			halfTerm: partAt(essexDates, day, 'half-terms').name,
			term: partAt(essexDates, day, 'terms').name,
			marks: inTestWeek(day) ? [{ mark: 'test week', units: 1 }] : [],
		}));

const inTestWeek = (day: Day): boolean =>
	testWeeksOf(schoolYear).some(
		({ test, from, to }) => test === tests.ks2 && within(day, { from, to: addDays(to, 1) }),
	);
