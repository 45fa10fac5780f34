import { inOrder } from '../answer.ts';
import type { TeamingInput } from '../teaming/model.ts';
import { proposeTeams } from '../teaming/solve.ts';
import { conflictIn, type Binding, type Conflict } from './rule.ts';

/** Which rules collide where a review is left without a team; null where none is. `names` of people and reviews, by id. */
export const conflictInTeams = (
	input: TeamingInput,
	names: ReadonlyMap<string, string>,
): Promise<Conflict | null> =>
	conflictIn(input, teamingRules(input, names), async (each) => {
		const { unstaffed, value } = await proposeTeams(each);
		return { left: unstaffed.length, value };
	});

export function teamingRules(
	input: TeamingInput,
	names: ReadonlyMap<string, string>,
): Binding<TeamingInput>[] {
	const name = (id: string) => names.get(id) ?? id;
	const { least, most } = input.size;
	const people = (change: Partial<TeamingInput['people'][number]>) => (each: TeamingInput) => ({
		...each,
		people: each.people.map((person) => ({ ...person, ...change })),
	});
	const rules: Binding<TeamingInput>[] = [
		{
			key: 'size',
			words: least === most ? `A team has ${least} people.` : `A team has ${least} to ${most} people.`,
			without: (each) => ({ ...each, size: { least: 1, most: Math.max(20, most) } }),
		},
		{
			key: 'cycle limits',
			words: 'Nobody gives more days in the cycle than they are released for.',
			without: people({ most: null }),
		},
		{
			key: 'term limits',
			words: 'Nobody gives more days in a term than they said.',
			without: people({ mostInTerm: null }),
		},
		{ key: 'days', words: 'People cannot on some of the days.', without: people({ cannot: [] }) },
	];
	if (input.heads > 0) {
		rules.push({
			key: 'heads',
			words: `At least ${input.heads} on a team head a school.`,
			without: (each) => ({ ...each, heads: 0 }),
		});
	}
	if (input.reviews.some(({ reviewersFrom }) => reviewersFrom !== null)) {
		rules.push({
			key: 'group',
			words: 'Reviewers come from the host’s group.',
			without: (each) => ({
				...each,
				reviews: each.reviews.map((review) => ({ ...review, reviewersFrom: null })),
			}),
		});
	}
	for (const { rule, weight } of input.rules) {
		if (weight !== 'must' || rule === 'release limit') continue;
		rules.push({
			key: `rule ${rule}`,
			words: `Your protocol always holds to: ${rule}.`,
			without: (each) => ({ ...each, rules: each.rules.filter((one) => one.rule !== rule) }),
		});
	}
	const known = new Set(inOrder(input.reviews).map(({ id }) => id));
	for (const { review, person, role } of input.pins.filter((pin) => known.has(pin.review))) {
		rules.push({
			key: `pin ${review}\n${person}\n${role}`,
			words: `${name(person)} is to be ${role} at ${name(review)}.`,
			without: (each) => ({
				...each,
				pins: each.pins.filter((pin) => pin.review !== review || pin.person !== person || pin.role !== role),
			}),
		});
	}
	for (const { review, person } of input.bars) {
		rules.push({
			key: `bar ${review ?? ''}\n${person}`,
			words:
				review === null
					? `${name(person)} is to be on no team.`
					: `${name(person)} is not to be at ${name(review)}.`,
			without: (each) => ({
				...each,
				bars: each.bars.filter((bar) => bar.review !== review || bar.person !== person),
			}),
		});
	}
	return rules;
}
