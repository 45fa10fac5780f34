import {
	type GroupFocus,
	type GroupItem,
	notApplicableBecause,
} from '#domain/partnership/group-focus/group-focus.ts';
import type { TakenUp } from '#domain/report/group-findings.server.ts';

interface Member {
	id: string;
	name: string;
}

/** One item with what each school of the group has of it. */
export interface ItemAtSchools extends GroupItem {
	schools: {
		id: string;
		name: string;
		/** Why it does not apply to this school; null where it does. */
		notApplicable: string | null;
		reviews: TakenUp[];
	}[];
}

/** The items that stand, and those dropped on which reviews looked before, each with the schools and what their reviews found on it. */
export const schoolsOf = (
	focus: GroupFocus,
	members: readonly Member[],
	taken: readonly TakenUp[],
): ItemAtSchools[] =>
	focus.items
		.filter(({ id, dropped }) => !dropped || taken.some(({ itemId }) => itemId === id))
		.map((item) => ({
			...item,
			schools: members.map(({ id, name }) => ({
				...{ id, name },
				notApplicable: notApplicableBecause(focus, id, item.id),
				reviews: taken.filter(({ itemId, memberId }) => itemId === item.id && memberId === id),
			})),
		}));
