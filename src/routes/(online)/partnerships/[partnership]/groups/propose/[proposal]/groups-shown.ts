import type { GroupingAnswer, GroupingInput } from '#domain/planning/grouping/model.ts';
import { groupReasons } from '#domain/planning/reasons/groups.ts';
import type { Reason } from '#domain/planning/reasons/reason.ts';

/** One proposed group as the screen shows it. */
interface GroupShown {
	number: number;
	schools: string[];
	points: number;
	reasons: Reason[];
}

/** What was reckoned, in names and sentences. */
export function groupsShown(
	input: GroupingInput,
	{ groups, unplaced, value, bound, proven }: GroupingAnswer,
): { groups: GroupShown[]; unplaced: string[]; value: number; bound: number; proven: boolean } {
	const schools = new Map(input.schools.map(({ id, name }) => [id, name]));
	const nameOf = (id: string) => schools.get(id) ?? 'a school';
	return {
		groups: groups.map((group) => ({
			number: group.number,
			schools: group.schools.map(nameOf),
			points: group.points,
			reasons: groupReasons(group, schools),
		})),
		unplaced: unplaced.map(nameOf),
		...{ value, bound, proven },
	};
}
