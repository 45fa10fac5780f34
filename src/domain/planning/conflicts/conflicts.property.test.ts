import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupingInput } from '../grouping/model.ts';
import { groupings } from '../grouping/generated.fixture.ts';
import { proposeGroups } from '../grouping/solve.ts';
import { teamings } from '../teaming/generated.fixture.ts';
import { proposeTeams } from '../teaming/solve.ts';
import { conflictInDays } from './days.ts';
import { conflictInGroups, groupingRules } from './groups.ts';
import { colliding } from './quick-explain.ts';
import { conflictInTeams, teamingRules } from './teams.ts';

/** A sample unless told: `TIMES=1000 npx vitest run conflicts` runs them all. */
const numRuns = Number(process.env['TIMES'] ?? 25);

/** Of the rules named, all together leave somebody without, and all but any one leave nobody. */
async function irreducible<Input>(
	input: Input,
	rules: { key: string; without: (input: Input) => Input }[],
	named: string[],
	left: (input: Input) => Promise<number>,
): Promise<void> {
	const keeping = (keys: string[]) =>
		rules.filter(({ key }) => !keys.includes(key)).reduce((less, rule) => rule.without(less), input);
	expect(await left(keeping(named))).toBeGreaterThan(0);
	for (const key of named) expect(await left(keeping(named.filter((other) => other !== key)))).toBe(0);
}

describe('rules that collide', { timeout: 600_000 }, () => {
	test('are an irreducible set, whatever collides', async () => {
		const sets = fc.array(fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 3 }), { maxLength: 3 });
		await fc.assert(
			fc.asyncProperty(sets, async (bad) => {
				const holds = (kept: readonly number[]) =>
					Promise.resolve(!bad.some((set) => set.every((rule) => kept.includes(rule))));
				const found = await colliding([...Array(12).keys()], holds);
				expect(found === null).toBe(bad.length === 0);
				if (found === null) return;
				expect(await holds(found)).toBe(false);
				for (const rule of found) expect(await holds(found.filter((other) => other !== rule))).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	test('of groups are named where a school is left out, and only then', async () => {
		const left = async (input: GroupingInput) => (await proposeGroups(input)).unplaced.length;
		await fc.assert(
			fc.asyncProperty(groupings(7), async (input) => {
				const conflict = await conflictInGroups(input);
				expect(conflict?.left ?? 0).toBe(await left(input));
				if (!conflict || conflict.rules.length === 0) return;
				await irreducible(
					input,
					groupingRules(input),
					conflict.rules.map(({ key }) => key),
					left,
				);
			}),
			{ numRuns },
		);
	});

	test('of teams are named where a review has none, and only then', async () => {
		await fc.assert(
			fc.asyncProperty(teamings(6, 2), async (input) => {
				const left = async (each: typeof input) => (await proposeTeams(each)).unstaffed.length;
				const conflict = await conflictInTeams(input, new Map());
				expect(conflict?.left ?? 0).toBe(await left(input));
				if (!conflict || conflict.rules.length === 0) return;
				await irreducible(
					input,
					teamingRules(input, new Map()),
					conflict.rules.map(({ key }) => key),
					left,
				);
			}),
			{ numRuns },
		);
	});

	test('of days say what dropping each would free', async () => {
		const candidate = (day: string) => ({ days: [day], halfTerm: 'Autumn 2', term: 'Autumn', marks: [] });
		const conflict = await conflictInDays(
			{
				reviews: [
					{
						id: 'elm',
						people: ['ann'],
						pinned: null,
						candidates: [candidate('2026-11-10'), candidate('2026-11-11')],
					},
					{ id: 'oak', people: ['ann'], pinned: '2026-11-10', candidates: [candidate('2026-11-10')] },
				],
				people: [{ id: 'ann', cannot: ['2026-11-11'], ifNeedBe: [], mostInHalfTerm: null, mostInTerm: 3 }],
				mostInWeek: 2,
				mostInHalfTerm: null,
				weights: {},
			},
			new Map([
				['ann', 'Ann Reed'],
				['oak', 'The review of Oak'],
			]),
		);
		expect(conflict).toEqual({
			left: 1,
			rules: [{ key: 'cannot ann', words: 'Ann Reed cannot on some of the days.', left: 0, value: -2 }],
		});
	});
});
