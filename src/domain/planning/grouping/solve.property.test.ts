import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGroups } from './check.fixture.ts';
import { bestByTrying } from './every-plan.fixture.ts';
import { groupings } from './generated.fixture.ts';
import { proposeGroups } from './solve.ts';

/** A sample unless told: `TIMES=2000 npx vitest run grouping` runs them all. */
const numRuns = Number(process.env['TIMES'] ?? 60);

describe('groups of any small partnership', { timeout: 600_000 }, () => {
	test('CSC-18: keep every rule, are worth what an independent check says, and what the best of all plans is worth', async () => {
		await fc.assert(
			fc.asyncProperty(groupings(8), async (input) => {
				const answer = await proposeGroups(input);
				expect(checkGroups(input, answer).broken).toEqual([]);
				expect(answer.proven).toBe(true);
				expect(answer.value).toBe(bestByTrying(input));
			}),
			{ numRuns },
		);
	});

	test('are the same, byte for byte, in whatever order schools and wishes come', async () => {
		await fc.assert(
			fc.asyncProperty(groupings(9), fc.infiniteStream(fc.nat(1000)), async (input, numbers) => {
				const shuffled = <T>(list: T[]): T[] =>
					list
						.map((item) => ({ item, at: numbers.next().value as number }))
						.sort((one, other) => one.at - other.at)
						.map(({ item }) => item);
				const other = {
					...input,
					schools: shuffled(input.schools),
					together: shuffled(input.together),
					apart: shuffled(input.apart).map(([a, b]) => [b, a] as [string, string]),
					numbered: shuffled(input.numbered),
					lastYear: shuffled(input.lastYear),
				};
				expect(JSON.stringify(await proposeGroups(other))).toBe(JSON.stringify(await proposeGroups(input)));
			}),
			{ numRuns: Math.ceil(numRuns / 6) },
		);
	});

	test('are worth no less when a rule is dropped', async () => {
		await fc.assert(
			fc.asyncProperty(groupings(9), async (input) => {
				const { value } = await proposeGroups(input);
				const freer = [
					{ ...input, size: { least: input.size.least, most: input.size.most + 1 } },
					{ ...input, competing: { ...input.competing, within: 0 } },
					{ ...input, together: [] },
					{ ...input, apart: [] },
					{ ...input, numbered: [] },
				];
				for (const each of freer) expect((await proposeGroups(each)).value).toBeGreaterThanOrEqual(value);
			}),
			{ numRuns: Math.ceil(numRuns / 6) },
		);
	});

	test('lose, without one of them, exactly what the best plan without it is worth less', async () => {
		await fc.assert(
			fc.asyncProperty(groupings(7), async (input) => {
				const answer = await proposeGroups(input);
				for (const { schools, loss } of answer.groups) {
					const best = bestByTrying(input, schools);
					expect(loss).toEqual({ atLeast: answer.value - best, atMost: answer.value - best });
				}
			}),
			{ numRuns: Math.ceil(numRuns / 6) },
		);
	});
});
