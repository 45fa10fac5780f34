import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDays } from '../dating/check.fixture.ts';
import type { DatingAnswer } from '../dating/model.ts';
import { checkTeams } from '../teaming/check.fixture.ts';
import { teamRoles, type TeamingAnswer } from '../teaming/model.ts';
import { years } from '../year/generated.fixture.ts';
import type { YearInput } from '../year/model.ts';
import { proposeYear } from '../year/solve.ts';
import { daysWith } from '../year/whole.ts';
import type { Arranged } from './arrangement.ts';
import { judge } from './judge.ts';

/** A sample unless told: `TIMES=1000 npx vitest run judge` runs them all. */
const numRuns = Number(process.env['TIMES'] ?? 40);
const roles = { reviewer: 'reviewer', facilitator: 'facilitator', expert: 'expert', champion: 'champion' };
const wording = { names: new Map<string, string>(), roles };
const left = 10_000;

const bare = (input: YearInput): Arranged[] =>
	input.teams.reviews.map(({ id, host }) => ({
		...{ id, host, round: 'all', kind: 'k', day: null, dayStays: false, team: [], barred: [] },
	}));

describe('an arrangement by hand', { timeout: 600_000 }, () => {
	test('NFS-4 is worth what the same plan is worth when it is proposed, and a proposal breaks nothing', async () => {
		await fc.assert(
			fc.asyncProperty(years(5, 3), async (given) => {
				// What people agreed to counts for what is proposed and not for what is arranged by hand.
				const input = { ...given, teams: { ...given.teams, agreed: [] }, agreed: [] };
				const answer = await proposeYear(input);
				const plan = bare(input).map((one) => ({
					...one,
					day: answer.days.dated.find(({ review }) => review === one.id)?.days[0] ?? null,
					team: (answer.teams.teams.find(({ review }) => review === one.id)?.people ?? []).map((seat) => ({
						...{ ...seat, stays: false },
					})),
				}));
				const judged = judge(input, plan, wording);
				expect(judged.reviews.flatMap(({ breaks }) => breaks)).toEqual([]);
				expect(judged.withoutTeam).toBe(answer.teams.unstaffed.length);
				expect(judged.withoutDay).toBe(answer.days.undated.length);
				expect(judged.worth - left * (judged.withoutTeam + judged.withoutDay)).toBe(
					answer.teams.value + answer.days.value,
				);
			}),
			{ numRuns },
		);
	});

	test('NFS-4 breaks a rule exactly where an independent check finds one broken', () => {
		const arrangements = years(5, 3)
			.filter(({ teams }) => teams.people.length > 0)
			.chain((input) =>
				fc
					.tuple(
						...bare(input).map((one) => {
							const candidates = input.days.reviews.find(({ id }) => id === one.id)!.candidates;
							const day = fc.constantFrom(null, ...candidates.map(({ days }) => days[0]!));
							const seat = fc.record({
								person: fc.constantFrom(...input.teams.people.map(({ id }) => id)),
								role: fc.constantFrom(...teamRoles),
								stays: fc.constant(false),
							});
							const team = fc.uniqueArray(seat, { maxLength: 4, selector: ({ person }) => person });
							return fc.record({ day, team }).map((so): Arranged => ({ ...one, ...so }));
						}),
					)
					.map((plan) => ({ input: freed(input), plan })),
			);
		fc.assert(
			fc.property(arrangements, ({ input, plan }) => {
				const judged = judge(input, plan, wording);
				const found = broken(input, plan);
				const said = judged.reviews.flatMap(({ breaks }) => breaks);
				expect(judged.breaks === 0, [...said, '|', ...found].join(' ')).toBe(found.length === 0);
			}),
			{ numRuns: numRuns * 10 },
		);
	});
});

/** By hand nothing is pinned, and days and terms are those that are chosen. */
const freed = ({ teams, days, agreed }: YearInput): YearInput => ({
	teams: { ...teams, pins: [], reviews: teams.reviews.map((one) => ({ ...one, term: null, possible: [] })) },
	days: { ...days, reviews: days.reviews.map((one) => ({ ...one, pinned: null })) },
	agreed,
});

/** Rules that the checkers of both stages find broken; they know nothing of the code that judges. */
function broken(input: YearInput, plan: readonly Arranged[]): string[] {
	const staffed = plan.filter(({ team }) => team.length > 0);
	const teams = staffed.map(({ id, team }) => ({
		review: id,
		people: team,
		open: (['facilitator', 'expert', 'champion'] as const).filter(
			(role) => input.teams[role] === 'must' && !team.some((seat) => seat.role === role),
		),
		points: 0,
	}));
	const unstaffed = plan.filter(({ team }) => team.length === 0).map(({ id }) => id);
	const ofTeams = checkTeams(input.teams, {
		...{ teams, unstaffed, load: [], returnVisits: [], value: 0, bound: 0 },
	} as unknown as TeamingAnswer);
	const dated = plan
		.filter(({ day }) => day !== null)
		.map(({ id, day }) => ({
			review: id,
			days: input.days.reviews.find((one) => one.id === id)!.candidates.find(({ days }) => days[0] === day)!
				.days,
		}));
	const undated = plan.filter(({ day }) => day === null).map(({ id }) => id);
	const ofDays = checkDays(daysWith(input, teams), {
		...{ dated, undated, crowded: [], value: 0, bound: 0 },
	} as unknown as DatingAnswer);
	return [...ofTeams.broken, ...ofDays.broken].filter(
		// A day that suits all is a rule of the days; whether there is one at all, of teams that are still to be dated.
		(words) =>
			!/^(the plan says|its parts say|the bound|not every review)|no day on which all can/.test(words),
	);
}
