import { metresBetween } from '#domain/register/distance.ts';
import { inOrder } from '../answer.ts';
import type { GroupingInput, Pair } from '../grouping/model.ts';
import { pairKey, sameAges } from '../grouping/points.ts';
import { proposeGroups } from '../grouping/solve.ts';
import { conflictIn, type Binding, type Conflict } from './rule.ts';

/** With more schools than this, competing for pupils is one rule, not one for each pair: there would be hundreds. */
const mostForPairs = 26;

/** Which rules collide where a school is left without a group; null where none is. */
export const conflictInGroups = (input: GroupingInput): Promise<Conflict | null> =>
	conflictIn(input, groupingRules(input), async (each) => {
		const { unplaced, value } = await proposeGroups(each);
		return { left: unplaced.length, value };
	});

export function groupingRules(input: GroupingInput): Binding<GroupingInput>[] {
	const schools = inOrder(input.schools);
	const names = new Map(schools.map(({ id, name }) => [id, name]));
	const name = (id: string) => names.get(id) ?? id;
	const known = ([one, other]: Pair) => one !== other && names.has(one) && names.has(other);
	const { least, most } = input.size;
	return [
		{
			key: 'size',
			words: least === most ? `A group has ${least} schools.` : `A group has ${least} to ${most} schools.`,
			without: (each) => ({ ...each, size: { least: Math.min(2, least), most: Math.max(6, most) } }),
		},
		...competition(input),
		...unique(input.together.filter(known)).map(([one, other]): Binding<GroupingInput> => ({
			key: `together ${pairKey(one, other)}`,
			words: `${name(one)} and ${name(other)} are to be together.`,
			without: (each) => ({ ...each, together: withoutPair(each.together, one, other) }),
		})),
		...unique(input.apart.filter(known)).map(([one, other]): Binding<GroupingInput> => ({
			key: `apart ${pairKey(one, other)}`,
			words: `${name(one)} and ${name(other)} are to be apart.`,
			without: (each) => ({ ...each, apart: withoutPair(each.apart, one, other) }),
		})),
		...input.numbered
			.filter(({ school }) => names.has(school))
			.map(({ school, group }): Binding<GroupingInput> => ({
				key: `numbered ${school}\n${group}`,
				words: `${name(school)} is to be in group ${group}.`,
				without: (each) => ({
					...each,
					numbered: each.numbered.filter((pin) => pin.school !== school || pin.group !== group),
				}),
			})),
	];
}

function competition(input: GroupingInput): Binding<GroupingInput>[] {
	const schools = inOrder(input.schools);
	if (schools.length > mostForPairs) {
		return [
			{
				key: 'competing',
				words: 'Schools that compete for pupils are not in one group.',
				without: (each) => ({ ...each, competing: { ...each.competing, within: 0 } }),
			},
		];
	}
	const excepted = new Set(input.competing.except.map(([one, other]) => pairKey(one, other)));
	return schools.flatMap((one, at) =>
		schools.slice(at + 1).flatMap((other): Binding<GroupingInput>[] => {
			const metres = metresBetween(one.place, other.place);
			const competes = metres !== null && metres < input.competing.within && sameAges(one, other);
			if (!competes || excepted.has(pairKey(one.id, other.id))) return [];
			const except: Pair = [one.id, other.id];
			return [
				{
					key: `competing ${pairKey(one.id, other.id)}`,
					words: `${one.name} and ${other.name} compete for pupils: they are ${metres} metres apart.`,
					without: (each) => ({
						...each,
						competing: { ...each.competing, except: [...each.competing.except, except] },
					}),
				},
			];
		}),
	);
}

const unique = (pairs: readonly Pair[]): Pair[] => [
	...new Map(pairs.map((pair) => [pairKey(...pair), pair])).values(),
];

const withoutPair = (pairs: readonly Pair[], one: string, other: string): Pair[] =>
	pairs.filter((pair) => pairKey(...pair) !== pairKey(one, other));
