import {
	type GroupFocus,
	type GroupItem,
	itemsThatStand,
	notApplicableBecause,
} from '#domain/partnership/group-focus/group-focus.ts';
import type { TakenUp } from '#domain/report/group-findings.server.ts';

interface Member {
	id: string;
	name: string;
}

/** One item with what each school of the group has of it. */
export interface ItemAtSchools extends Pick<GroupItem, 'id' | 'letter' | 'form' | 'words' | 'version'> {
	schools: {
		id: string;
		name: string;
		/** Why it does not apply to this school; null where it does. */
		notApplicable: string | null;
		reviews: Pick<TakenUp, 'reviewId' | 'focus' | 'firstDay' | 'page' | 'findings'>[];
	}[];
}

/** The items that stand, each with the schools and what their reviews found on it. */
export const schoolsOf = (
	focus: GroupFocus,
	members: readonly Member[],
	taken: readonly TakenUp[],
): ItemAtSchools[] =>
	itemsThatStand(focus).map(({ id, letter, form, words, version }) => ({
		...{ id, letter, form, words, version },
		schools: members.map((member) => ({
			...{ id: member.id, name: member.name },
			notApplicable: notApplicableBecause(focus, member.id, id),
			reviews: taken
				.filter(({ itemId, memberId }) => itemId === id && memberId === member.id)
				.map(({ reviewId, focus: about, firstDay, page, findings }) => ({
					...{ reviewId, focus: about, firstDay, page, findings },
				})),
		})),
	}));
