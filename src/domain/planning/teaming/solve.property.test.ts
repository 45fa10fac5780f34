import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTeams } from './check.fixture.ts';
import { bestTeamsByTrying } from './every-team.fixture.ts';
import { teamings } from './generated.fixture.ts';
import { proposeTeams } from './solve.ts';

/** A sample unless told: `TIMES=2000 npx vitest run teaming` runs them all. */
const numRuns = Number(process.env['TIMES'] ?? 60);

describe('teams of any small cycle', { timeout: 600_000 }, () => {
	test('NFS-4: keep every rule, and are worth what an independent check says', async () => {
		await fc.assert(
			fc.asyncProperty(teamings(8, 4), async (input) => {
				const answer = await proposeTeams(input);
				expect(checkTeams(input, answer).broken).toEqual([]);
				expect(answer.proven).toBe(true);
			}),
			{ numRuns: 2 * numRuns },
		);
	});

	test('are worth what the best of all plans is worth', async () => {
		await fc.assert(
			fc.asyncProperty(teamings(3, 2), async (input) => {
				const answer = await proposeTeams(input);
				expect(checkTeams(input, answer).broken).toEqual([]);
				expect(answer.value).toBe(bestTeamsByTrying(input));
			}),
			{ numRuns },
		);
	});

	test('lose, with another, exactly what the best plan with another is worth less', async () => {
		await fc.assert(
			fc.asyncProperty(teamings(3, 2), async (input) => {
				const { teams, value } = await proposeTeams(input);
				for (const team of teams) {
					const lost = value - bestTeamsByTrying(input, team);
					expect(team.loss).toEqual({ atLeast: lost, atMost: lost });
				}
			}),
			{ numRuns: Math.ceil(numRuns / 2) },
		);
	});

	test('are the same, byte for byte, in whatever order reviews and people come', async () => {
		await fc.assert(
			fc.asyncProperty(teamings(7, 3), async (input) => {
				const other = {
					...input,
					reviews: input.reviews.toReversed(),
					people: input.people.toReversed(),
					schools: input.schools.toReversed(),
					rules: input.rules.toReversed(),
					bars: input.bars.toReversed(),
				};
				expect(JSON.stringify(await proposeTeams(other))).toBe(JSON.stringify(await proposeTeams(input)));
			}),
			{ numRuns: Math.ceil(numRuns / 3) },
		);
	});

	test('are worth no less when a rule is dropped or somebody can do more', async () => {
		await fc.assert(
			fc.asyncProperty(teamings(7, 3), async (input) => {
				const { value } = await proposeTeams(input);
				const freer = [
					{ ...input, bars: [] },
					{ ...input, pins: [] },
					{ ...input, size: { least: 1, most: input.size.most + 1 } },
					{ ...input, people: input.people.map((person) => ({ ...person, cannot: [], mostInTerm: null })) },
				];
				for (const each of freer) expect((await proposeTeams(each)).value).toBeGreaterThanOrEqual(value);
			}),
			{ numRuns: Math.ceil(numRuns / 6) },
		);
	});
});
