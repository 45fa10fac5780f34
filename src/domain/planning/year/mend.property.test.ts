import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDays } from '../dating/check.fixture.ts';
import { checkTeams } from '../teaming/check.fixture.ts';
import { fewestByTrying, type Cost } from './every-year.fixture.ts';
import { years } from './generated.fixture.ts';
import { withAgreed } from './hold.ts';
import type { YearAnswer, YearInput } from './model.ts';
import { proposeYear } from './solve.ts';
import { daysWith } from './whole.ts';

/** A sample unless told: `TIMES=1000 npx vitest run planning/year` runs them all. */
const numRuns = Number(process.env['TIMES'] ?? 40);

const costOf = ({ teams, days, changed }: YearAnswer): Cost => ({
	gap:
		10_000 * (teams.unstaffed.length + days.undated.length) +
		2000 * teams.teams.reduce((sum, { open }) => sum + open.length, 0),
	changes: changed?.reviews.length ?? 0,
});

const agreedBy = ({ teams, days }: YearAnswer): YearInput['agreed'] =>
	teams.teams.map(({ review, people }) => ({
		review,
		people,
		day: days.dated.find((one) => one.review === review)?.days[0] ?? null,
	}));

describe('a small year that is mended', { timeout: 600_000 }, () => {
	test('CSC-18: keeps every rule, leaves as little without and changes as few reviews as the best of all plans there are', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(years(3, 2), years(2, 3)), async (input) => {
				const answer = await proposeYear(input);
				const { teams, days, changed } = answer;
				const given = withAgreed(input, input.agreed);
				expect(checkTeams(given.teams, teams).broken).toEqual([]);
				expect(checkDays(daysWith(given, teams.teams), days).broken).toEqual([]);
				expect(costOf(answer)).toEqual(fewestByTrying(input));
				expect(changed?.fewest ?? 0).toBe(changed?.reviews.length ?? 0);
				expect(changed?.proven ?? true).toBe(true);
			}),
			{ numRuns },
		);
	});

	test('changes nothing where nothing is wrong, whatever the weights', async () => {
		let tried = 0;
		await fc.assert(
			fc.asyncProperty(years(7, 2), fc.nat(100), fc.nat(100), async ({ teams, days }, journey, crowded) => {
				const plan = await proposeYear({ teams, days, agreed: [] });
				if (costOf(plan).gap > 0) return;
				tried += 1;
				const otherwise = {
					teams: { ...teams, weights: { 'journey to the host': journey, load: 0, 'kept on the team': 0 } },
					days: { ...days, weights: { crowded, 'another day': 0 } },
					agreed: agreedBy(plan),
				};
				const { teams: kept, days: keptDays, changed } = await proposeYear(otherwise);
				expect(changed).toEqual(
					plan.teams.teams.length === 0 ? null : { reviews: [], fewest: 0, proven: true },
				);
				expect(agreedBy({ ...plan, teams: kept, days: keptDays })).toEqual(otherwise.agreed);
			}),
			{ numRuns: 4 * numRuns },
		);
		expect(tried).toBeGreaterThan(numRuns / 4);
	});

	test('changes no more where there is more freedom', async () => {
		await fc.assert(
			fc.asyncProperty(years(6, 3), async (input) => {
				const { gap, changes } = costOf(await proposeYear(input));
				const { teams, days, agreed } = input;
				const freer: YearInput[] = [
					{ teams: { ...teams, bars: [], pins: [] }, days, agreed },
					{ teams, days: { ...days, mostInWeek: null, mostInHalfTerm: null }, agreed },
					{ teams, days, agreed: agreed.map((one) => ({ ...one, day: null })) },
				];
				for (const each of freer) {
					const cost = costOf(await proposeYear(each));
					expect(cost.gap).toBeLessThanOrEqual(gap);
					if (cost.gap === gap) expect(cost.changes).toBeLessThanOrEqual(changes);
				}
			}),
			{ numRuns: Math.ceil(numRuns / 2) },
		);
	});
});
