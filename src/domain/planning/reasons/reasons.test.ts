import { describe, expect, test } from 'vitest';
import { changeWords } from './changes.ts';
import { dayReasons } from './days.ts';
import { groupReasons } from './groups.ts';
import { nextBest } from './reason.ts';
import { loadReason, teamReasons } from './teams.ts';

const names = new Map([
	['ash', 'Ash Primary'],
	['birch', 'Birch Primary'],
	['elm', 'Elm Primary'],
	['ann', 'Ann Reed'],
]);
const roles = { reviewer: 'reviewer', facilitator: 'facilitator', expert: 'expert', champion: 'champion' };
const words = (reasons: { is: string; words: string }[]) => reasons.map((one) => `${one.is}: ${one.words}`);

describe('reasons in plain words', () => {
	test('CSC-18: for a group say whose need is met by whom, what it costs and what the next best would lose', () => {
		const reasons = groupReasons(
			{
				number: 1,
				schools: ['ash', 'birch', 'elm'],
				points: 40,
				loss: { atLeast: 7, atMost: 7 },
				measures: [
					{
						measure: 'need met',
						points: 30,
						facts: [
							{ is: 'need met', school: 'elm', theme: 'reading', urgency: 3, by: ['ash', 'birch'] },
							{ is: 'need met', school: 'elm', theme: 'writing', urgency: 1, by: ['ash', 'birch'] },
							{ is: 'need met', school: 'ash', theme: 'number', urgency: 2, by: ['elm'] },
						],
					},
					{
						measure: 'needs together',
						points: -15,
						facts: [{ is: 'needs together', schools: ['birch', 'elm'], statuses: [2, 2] }],
					},
					{
						measure: 'contrast',
						points: 9,
						facts: [
							{ is: 'contrast', schools: ['ash', 'birch'], traits: ['setting', 'size'] },
							{ is: 'contrast', schools: ['ash', 'elm'], traits: ['size'] },
							{ is: 'contrast', schools: ['birch', 'elm'], traits: ['size'] },
						],
					},
					{
						measure: 'journey',
						points: -9,
						facts: [
							{ is: 'journey', schools: ['ash', 'birch'], metres: 7_100, kilometresBeyond: 3 },
							{ is: 'journey', schools: ['ash', 'elm'], metres: 11_400, kilometresBeyond: 7 },
						],
					},
					{ measure: 'kept together', points: 8, facts: [{ is: 'kept together', schools: ['ash', 'elm'] }] },
				],
			},
			names,
		);
		expect(words(reasons)).toEqual([
			'for: Ash Primary and Birch Primary can help Elm Primary with reading, its most urgent need, and with writing.',
			'for: Elm Primary can help Ash Primary with number.',
			'for: They all differ in size, some in setting.',
			'for: Ash Primary and Elm Primary shared a group last year.',
			'against: Birch Primary and Elm Primary both need much support.',
			'against: The longest way, 11 km as the crow flies, is between Ash Primary and Elm Primary.',
			'next best: Without this group the whole plan would lose 7 points.',
		]);
	});

	test('NFS-4: for a team say what each brings and costs, and which role nobody is left for', () => {
		const team = {
			review: 'r',
			people: [],
			open: ['champion' as const],
			points: 0,
			loss: { atLeast: 5, atMost: 5 },
			measures: [
				{
					measure: 'journey to the host' as const,
					points: -4,
					facts: [{ is: 'journey to the host' as const, person: 'ann', metres: 8_600, kilometresBeyond: 4 }],
				},
				{
					measure: 'expertise' as const,
					points: 12,
					facts: [{ is: 'expertise' as const, theme: 'writing', by: ['ann'] }],
				},
			],
		};
		expect(words(teamReasons(team, names, roles))).toEqual([
			'for: Ann Reed is strong in writing, which the review is about.',
			'against: Ann Reed travels 9 km as the crow flies.',
			'against: Nobody is left who may be champion.',
			'next best: With any other team the whole plan would lose 5 points.',
		]);
		expect(loadReason({ person: 'ann', days: 2, before: 3, over: 1, points: -61 })).toBe(
			'2 days by this plan, after 3 given before: 1 more than released for.',
		);
	});

	test('HEP-12: for a day say what is against it, or that it suits', () => {
		const dated = { review: 'r', days: ['2026-11-10'], halfTerm: 'Autumn 2', points: 0, measures: [] };
		expect(words(dayReasons({ ...dated, loss: { atLeast: 0, atMost: 0 } }, names))).toEqual([
			'for: The day suits everybody.',
			'next best: On any other day there is a plan just as good.',
		]);
		const measures = [
			{
				measure: 'if need be' as const,
				points: -4,
				facts: [{ is: 'if need be' as const, person: 'ann', day: '2026-11-10' }],
			},
			{
				measure: 'off the slot' as const,
				points: -4,
				facts: [{ is: 'mark' as const, mark: 'off the slot' as const, units: 2 }],
			},
			{
				measure: 'what follows' as const,
				points: -16,
				facts: [
					{ is: 'mark' as const, mark: 'what follows' as const, units: 2, why: ['The visit.', 'The talk.'] },
				],
			},
		];
		expect(words(dayReasons({ ...dated, measures, loss: { atLeast: 0, atMost: null } }, names))).toEqual([
			'against: Ann Reed can come on 10 November only if need be.',
			'against: It is 2 weeks away from its place in the year.',
			'against: The visit.',
			'against: The talk.',
		]);
	});

	test('say no more of the next best than is known', () => {
		const said = (atLeast: number, atMost: number | null) =>
			nextBest({ atLeast, atMost }, 'Otherwise')[0]?.words;
		expect(said(0, null)).toBeUndefined();
		expect(said(4, null)).toBe('Otherwise the whole plan would lose at least 4 points.');
		expect(said(0, 1)).toBe('Otherwise the whole plan would lose at most 1 point.');
		expect(said(2, 9)).toBe('Otherwise the whole plan would lose between 2 points and 9 points.');
	});

	test('NFS-4: for several people of whom one thing holds say it once', () => {
		const fact = (person: string, metres: number) => ({
			is: 'journey to the host' as const,
			person,
			metres,
			kilometresBeyond: 1,
		});
		const team = {
			review: 'r',
			people: [],
			open: [],
			points: 0,
			loss: { atLeast: 0, atMost: null },
			measures: [
				{
					measure: 'journey to the host' as const,
					points: -3,
					facts: [fact('ann', 6_200), fact('ash', 9_000), fact('elm', 5_900)],
				},
				{
					measure: 'kept on the team' as const,
					points: 15,
					facts: [{ is: 'kept on the team' as const, person: 'ann', role: 'reviewer' as const }],
				},
			],
		};
		expect(words(teamReasons(team, names, roles))).toEqual([
			'for: Ann Reed had agreed to this.',
			'against: Ann Reed and Elm Primary travel 6 km as the crow flies.',
			'against: Ash Primary travels 9 km as the crow flies.',
		]);
	});

	test('CSC-18: for a review that is mended say who goes, who comes, who stays otherwise, and how its day moves', () => {
		const change = {
			review: 'r',
			leave: ['ann'],
			come: [
				{ person: 'ash', role: 'reviewer' as const },
				{ person: 'birch', role: 'reviewer' as const },
			],
			otherwise: [{ person: 'elm', role: 'facilitator' as const }],
			moves: { from: '2026-11-10', to: '2026-11-12' },
		};
		expect(changeWords(change, names, roles)).toEqual([
			'Ann Reed is no longer on the team.',
			'Ash Primary and Birch Primary join as reviewer.',
			'Elm Primary stays, as facilitator.',
			'It moves from Tuesday 10 November 2026 to Thursday 12 November 2026.',
		]);
		expect(
			changeWords(
				{ ...change, leave: [], come: [], otherwise: [], moves: { from: '2026-11-10', to: null } },
				names,
				roles,
			),
		).toEqual(['It has no day any more: Tuesday 10 November 2026 cannot be kept.']);
	});
});
