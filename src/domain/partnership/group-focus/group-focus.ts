/** An item is asked, or it is something the schools do together. */
export const itemForms = ['question', 'undertaking'] as const;
export type ItemForm = (typeof itemForms)[number];

export const formWords: Record<ItemForm, string> = { question: 'Question', undertaking: 'Undertaking' };

export interface GroupItem {
	id: string;
	/** 'a', 'b' …: given once and never again. */
	letter: string;
	form: ItemForm;
	words: string;
	version: number;
	dropped: boolean;
}

/** What of a group's focus concerns one of its schools. */
export interface GroupPart {
	memberId: string;
	/** Its own aspect of the focus; empty for the whole of it. */
	aspect: string;
	/** The ids of the items that do not apply to it, and why: empty where all do. */
	notApplicable: readonly string[];
	reason: string;
	version: number;
	saidBy: string;
	saidOn: string;
}

/** What a group looks into in its school year (CSC-9). */
export interface GroupFocus {
	groupId: string;
	groupName: string;
	schoolYear: string;
	words: string;
	version: number;
	writtenBy: string;
	writtenOn: string;
	/** In the order of their letters, dropped ones too. */
	items: GroupItem[];
	parts: GroupPart[];
}

/** A group has no more items at once. */
export const mostItems = 12;
/** Nor more that it ever had: their letters are all kept. */
export const mostItemsEver = 200;

export const itemsThatStand = ({ items }: Pick<GroupFocus, 'items'>): GroupItem[] =>
	items.filter(({ dropped }) => !dropped);

export const partOf = ({ parts }: Pick<GroupFocus, 'parts'>, memberId: string): GroupPart | null =>
	parts.find((part) => part.memberId === memberId) ?? null;

/** Why an item does not apply to a school, in the words of whoever said so; null where it does. */
export function notApplicableBecause(
	focus: Pick<GroupFocus, 'parts'>,
	memberId: string,
	itemId: string,
): string | null {
	const part = partOf(focus, memberId);
	return part?.notApplicable.includes(itemId) ? part.reason : null;
}
