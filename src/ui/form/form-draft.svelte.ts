import {
	divideDraft,
	draftSlot,
	dropOldDrafts,
	readDraft,
	sameValues,
	writeDraft,
	type DraftStore,
	type FieldValues,
} from './draft.ts';
import { fillFields, readFields } from './form-fields.ts';

/** The draft of one open form: put back when it opens, saved at every input, cleared when the server has it. */
export class FormDraft {
	/** What was found when the form opened; undefined when nothing was, or after discarding. */
	kept: { savedAt: number; putBack: boolean; apart: FieldValues } | undefined = $state();
	/** The device has no room, or forbids keeping anything. */
	refused = $state(false);

	readonly #slot: string;
	#given: FieldValues = {};
	#apartFrom: FieldValues = {};
	#store: DraftStore | undefined;

	constructor(person: string, key: string, store?: DraftStore) {
		this.#slot = draftSlot(person, key);
		this.#store = store;
	}

	open(form: HTMLFormElement): void {
		this.#store ??= ownStorage();
		this.#given = readFields(form, 'given');
		if (!this.#store) return void (this.refused = true);
		const draft = readDraft(this.#store, this.#slot);
		if (!draft) return;
		const { putBack, apart } = divideDraft(draft, this.#given);
		// What somebody typed before the script arrived is newer than the draft.
		const now = readFields(form, 'now');
		for (const name of Object.keys(putBack))
			if (!sameValues(now[name] ?? [], this.#given[name])) delete putBack[name];
		this.#apartFrom = draft.given;
		const found = Object.keys(putBack).length > 0;
		if (found || Object.keys(apart).length > 0) this.kept = { savedAt: draft.savedAt, putBack: found, apart };
		fillFields(form, putBack);
	}

	save(form: HTMLFormElement): void {
		if (!this.#store) return;
		const typed = readFields(form, 'now');
		const given = { ...this.#given };
		// Words that stand apart stay in the draft until their author has written over that field, or discards them.
		for (const [name, words] of Object.entries(this.kept?.apart ?? {})) {
			if (!sameValues(typed[name] ?? [], given[name])) continue;
			typed[name] = words;
			given[name] = this.#apartFrom[name] ?? [];
		}
		this.refused = !writeDraft(this.#store, this.#slot, typed, given, Date.now());
	}

	/** The server has it. */
	clear(): void {
		this.#store?.removeItem(this.#slot);
		this.kept = undefined;
	}

	/** After a success that leaves the form open: what the server gives now is the new ground. */
	settle(form: HTMLFormElement): void {
		this.#given = readFields(form, 'given');
	}

	discard(form: HTMLFormElement): void {
		this.clear();
		form.reset();
	}
}

// Reading `localStorage` throws where a browser forbids it.
function ownStorage(): Storage | undefined {
	try {
		dropOldDrafts(window.localStorage, Date.now());
		return window.localStorage;
	} catch {
		return undefined;
	}
}
