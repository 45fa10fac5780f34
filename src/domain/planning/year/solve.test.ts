import { describe, expect, test } from 'vitest';
import type { Colleague } from '../teaming/model.ts';
import type { YearInput } from './model.ts';
import { proposeYear } from './solve.ts';

const colleague = (id: string, school: string, strengths: string[]): Colleague => ({
	...{ id, name: id, school, strengths },
	posts: ['headteachers'],
	head: true,
	experience: 'some',
	trained: [],
	given: 0,
	most: null,
	mostInTerm: null,
	cannot: [],
});

const place = { place: null, phase: 'Primary', lowAge: null, highAge: null, traits: {} };

/** Two reviews, each by one person, on one day that is the only one there is for either. */
const oneDay = (
	people: Colleague[],
	themes: string[],
	hosts: { ash: string[]; elm: string[] },
): YearInput => ({
	teams: {
		reviews: (['ash', 'elm'] as const).map((id) => ({
			...{ id, host: id, themes },
			days: 1,
			possible: [],
			term: null,
			reviewersFrom: null,
			lastTeam: [],
		})),
		people,
		schools: ['ash', 'elm', 'oak', 'fir'].map((id) => ({ id, name: id, ...place })),
		size: { least: 1, most: 1 },
		reviewers: ['headteachers'],
		heads: 0,
		facilitator: 'never',
		champion: 'never',
		expert: 'never',
		championDays: 0,
		rules: [{ rule: 'expertise in the focus', weight: 'prefer' }],
		near: 0,
		competing: { within: 0, except: [] },
		pins: [],
		bars: [],
		lastCycle: [],
		weights: {},
	},
	days: {
		reviews: (['ash', 'elm'] as const).map((id) => ({
			...{ id, people: hosts[id], pinned: null },
			candidates: [{ days: ['2026-11-10'], halfTerm: 'Autumn 2', term: 'Autumn', marks: [] }],
		})),
		people: [],
		mostInWeek: null,
		mostInHalfTerm: null,
		weights: {},
	},
	agreed: [],
});

const whoIsOn = ({ teams: { teams } }: Awaited<ReturnType<typeof proposeYear>>) =>
	Object.fromEntries(teams.map(({ review, people }) => [review, people.map(({ person }) => person)]));

describe('teams and days in one go', () => {
	test('CEN-1: where the best teams would leave a review without a day, others are taken, and no more is called proven than is', async () => {
		const input = oneDay([colleague('ann', 'oak', ['reading']), colleague('bob', 'fir', [])], ['reading'], {
			ash: [],
			elm: [],
		});
		const year = await proposeYear(input);
		expect(year.days.undated).toEqual([]);
		expect(Object.values(whoIsOn(year)).flat().sort()).toEqual(['ann', 'bob']);
		expect(year.teams).toMatchObject({ value: 12, bound: 21, proven: false });
	});

	test('nobody is asked away on the day on which their own school has them', async () => {
		const input = oneDay(
			[colleague('head of ash', 'ash', ['reading']), colleague('bob', 'fir', []), colleague('cy', 'oak', [])],
			['reading'],
			{ ash: ['head of ash'], elm: [] },
		);
		const year = await proposeYear(input);
		expect(year.days.undated).toEqual([]);
		expect(Object.values(whoIsOn(year)).flat().sort()).toEqual(['bob', 'cy']);
	});

	test('CSC-18: mended, the one review changes that has to, though another team would be worth more', async () => {
		const input = oneDay(
			[colleague('ann', 'oak', ['reading']), colleague('bob', 'fir', []), colleague('cy', 'oak', [])],
			['reading'],
			{ ash: [], elm: [] },
		);
		const agreed = [
			{ review: 'ash', people: [{ person: 'bob', role: 'reviewer' as const }], day: '2026-11-10' },
			{ review: 'elm', people: [{ person: 'gone', role: 'reviewer' as const }], day: '2026-11-10' },
		];
		const year = await proposeYear({ ...input, agreed });
		expect(year.changed).toEqual({ reviews: ['elm'], fewest: 1, proven: true });
		expect(whoIsOn(year)).toEqual({ ash: ['bob'], elm: ['ann'] });
	});

	test('nobody who may, and no review at all, make a plan without either', async () => {
		const nobody = await proposeYear(oneDay([], [], { ash: [], elm: [] }));
		expect(nobody.teams.unstaffed).toEqual(['ash', 'elm']);
		const { teams, days } = oneDay([], [], { ash: [], elm: [] });
		const nothing = await proposeYear({
			teams: { ...teams, reviews: [] },
			days: { ...days, reviews: [] },
			agreed: [{ review: 'ash', people: [], day: null }],
		});
		expect(nothing).toMatchObject({ teams: { teams: [] }, days: { dated: [] }, changed: null });
	});
});
