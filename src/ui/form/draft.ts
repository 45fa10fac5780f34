import { isForgotten } from './draft-age.ts';

/**
 * Drafts on the device: what somebody typed into a form and the server does not have yet.
 * Pure over a store, so that it can be tested without a browser.
 */

/** Field name → its values in the order of the page; for boxes and radios, those chosen. */
export type FieldValues = Record<string, string[]>;

/** Where drafts are kept: the browser's `localStorage`, or what keeps them better. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Draft {
	/** Milliseconds since 1970. */
	savedAt: number;
	/** Only what differs from what the server gave. */
	typed: FieldValues;
	/** What the server had given for those fields when they were changed. */
	given: FieldValues;
}

const prefix = 'draft:';

/** One person's drafts are not offered to the next on a shared tablet. */
export const draftSlot = (person: string, key: string): string => `${prefix}${person}:${key}`;

export function readDraft(store: DraftStore, slot: string): Draft | undefined {
	try {
		const draft = JSON.parse(store.getItem(slot) ?? 'null') as Partial<Draft> | null;
		return draft?.typed && draft.given && typeof draft.savedAt === 'number' ? (draft as Draft) : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps what differs from what the server gave; forgets the draft when nothing does. False where the device refuses. */
export function writeDraft(
	store: DraftStore,
	slot: string,
	typed: FieldValues,
	given: FieldValues,
	now: number,
): boolean {
	const draft: Draft = { savedAt: now, typed: {}, given: {} };
	for (const [name, values] of Object.entries(typed)) {
		if (sameValues(values, given[name])) continue;
		draft.typed[name] = values;
		draft.given[name] = given[name] ?? [];
	}
	try {
		if (Object.keys(draft.typed).length === 0) store.removeItem(slot);
		else store.setItem(slot, JSON.stringify(draft));
		return true;
	} catch {
		return false;
	}
}

/** Drops what is forgotten by its age, whoever's it is. */
export function dropOldDrafts(store: Storage, now: number): void {
	for (const slot of Object.keys(store)) {
		if (!slot.startsWith(prefix)) continue;
		const draft = readDraft(store, slot);
		if (!draft || isForgotten(draft.savedAt, now)) store.removeItem(slot);
	}
}

/**
 * Divides a draft into what may be put back and what must not: where the server's value is another than when typing
 * began, somebody else has changed it, so the draft is shown beside it instead of over it.
 */
export function divideDraft(draft: Draft, given: FieldValues): { putBack: FieldValues; apart: FieldValues } {
	const putBack: FieldValues = {};
	const apart: FieldValues = {};
	for (const [name, values] of Object.entries(draft.typed)) {
		const now = given[name];
		if (sameValues(values, now)) continue;
		const free =
			now !== undefined && (sameValues(now, draft.given[name]) || now.every((value) => value === ''));
		(free ? putBack : apart)[name] = values;
	}
	return { putBack, apart };
}

export const sameValues = (one: readonly string[], other: readonly string[] | undefined): boolean =>
	other !== undefined && one.length === other.length && one.every((value, index) => value === other[index]);
