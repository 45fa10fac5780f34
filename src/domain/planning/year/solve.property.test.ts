import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDays } from '../dating/check.fixture.ts';
import { checkTeams } from '../teaming/check.fixture.ts';
import { years } from './generated.fixture.ts';
import { proposeYear } from './solve.ts';
import { daysWith } from './whole.ts';

/** A sample unless told: `TIMES=1000 npx vitest run planning/year` runs them all. */
const numRuns = Number(process.env['TIMES'] ?? 40);

describe('teams and days of any small year', { timeout: 600_000 }, () => {
	test('CEN-1: keep every rule of teams and of days, and are worth what the checks of both say', async () => {
		await fc.assert(
			fc.asyncProperty(years(6, 3), async (input) => {
				const { teams, days } = await proposeYear({ ...input, agreed: [] });
				expect(checkTeams(input.teams, teams).broken).toEqual([]);
				expect(checkDays(daysWith(input, teams.teams), days).broken).toEqual([]);
			}),
			{ numRuns },
		);
	});

	test('are the same, byte for byte, in whatever order reviews and people come', async () => {
		await fc.assert(
			fc.asyncProperty(years(6, 3), async ({ teams, days, agreed }) => {
				const other = {
					teams: { ...teams, reviews: teams.reviews.toReversed(), people: teams.people.toReversed() },
					days: { ...days, reviews: days.reviews.toReversed(), people: days.people.toReversed() },
					agreed: agreed.toReversed(),
				};
				expect(JSON.stringify(await proposeYear(other))).toBe(
					JSON.stringify(await proposeYear({ teams, days, agreed })),
				);
			}),
			{ numRuns: Math.ceil(numRuns / 2) },
		);
	});
});
