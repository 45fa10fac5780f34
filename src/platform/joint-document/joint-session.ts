import * as Y from 'yjs';
import { most } from './shape.ts';

/** A stretch of the log, as it travels. */
export interface LogPart {
	after: number;
	number: number;
	updates: readonly string[];
}

/** What came of sending. `words` is a sentence for whoever wrote. */
export type Sent =
	| { is: 'taken' }
	| { is: 'paused'; because: 'no signal' | 'signed out' | 'trouble' }
	| { is: 'outdated' }
	| { is: 'refused'; words: string };

/** What one page's part in a joint document needs of the world. */
export interface Surroundings {
	/** What came after a number; 0 asks for the whole. Rejects where the server does not answer. */
	fetch(after: number): Promise<LogPart>;
	send(update: Uint8Array): Promise<Sent>;
	/** What is not sent yet, kept on this device, in the parcels in which it travels. */
	keep(parcels: readonly Uint8Array[]): Promise<void>;
	letGo(): Promise<void>;
}

/** How it stands with what was written on this page. */
export type Standing =
	| { is: 'saved' }
	| { is: 'saving' }
	/** It waits on this device; `kept` is false where the device keeps nothing, and the page must stay open. */
	| { is: 'waiting'; because: 'no signal' | 'signed out' | 'trouble'; kept: boolean }
	/** The server takes nothing more of this page. `unsent` are the words that it has not. */
	| { is: 'over'; why: string; unsent: string };

/** Keystrokes within this time travel together. In milliseconds. */
const batchMs = 100;
const again = { first: 1_000, atMost: 15_000 };

/**
 * One page's part in a joint document: what is written here is kept on the device, sent in batches, one under way at a time, and let
 * go when the server has it; what others wrote is brought in where the log goes on from what is known, and fetched where it does not.
 */
export class JointSession {
	readonly doc = new Y.Doc({ gc: false });
	readonly #around: Surroundings;
	readonly #told: (standing: Standing) => void;
	#known = 0;
	#fetching: Promise<void> | null = null;
	/** In the order they were written, none of them larger than one update may be unless one edit was. */
	#unsent: Uint8Array[] = [];
	#underWay: Uint8Array | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#failures = 0;
	#kept = true;
	#over = false;
	#left = false;

	/** @param told hears whenever it stands otherwise with what was written here */
	constructor(around: Surroundings, told: (standing: Standing) => void) {
		this.#around = around;
		this.#told = told;
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== this) this.#wrote(update);
		});
	}

	/** Reads the document, and takes up what an earlier page on this device left unsent. Rejects where the server does not answer. */
	async open(leftBehind: readonly Uint8Array[]): Promise<void> {
		await this.#catchUp();
		for (const update of leftBehind) {
			Y.applyUpdate(this.doc, update, this);
			this.#wrote(update);
		}
	}

	/** The number up to which the log is known here. */
	get known(): number {
		return this.#known;
	}

	/** Brings in what others wrote. */
	async hear(part: LogPart): Promise<void> {
		if (part.after > this.#known) await this.#catchUp();
		else this.#bringIn(part);
	}

	/** Tries again at once, as when there is signal again. */
	retry(): void {
		this.#failures = 0;
		this.#arm(0);
	}

	/** Takes nothing more down: somebody may not write here any longer. */
	end(why: string): void {
		if (this.#over) return;
		this.#over = true;
		clearTimeout(this.#timer);
		this.#told({ is: 'over', why, unsent: this.#unacknowledged.map(wordsIn).join('\n') });
	}

	/** Sends what is left, once: the page goes, and what is not taken waits on the device. */
	leave(): void {
		this.#left = true;
		void this.#send();
	}

	async #catchUp(): Promise<void> {
		this.#fetching ??= (async () => {
			try {
				let part: LogPart;
				do this.#bringIn((part = await this.#around.fetch(this.#known)));
				while (part.updates.length >= most.updatesAtOnce);
			} finally {
				this.#fetching = null;
			}
		})();
		await this.#fetching;
	}

	#bringIn({ after, number, updates }: LogPart): void {
		if (after > this.#known) return;
		this.doc.transact(() => {
			for (const update of updates) Y.applyUpdate(this.doc, bytesOf(update), this);
		}, this);
		this.#known = Math.max(this.#known, number);
	}

	#wrote(update: Uint8Array): void {
		if (this.#over) return;
		this.#unsent = inParcels(this.#unsent, update);
		this.#keep();
		if (this.#failures === 0) {
			this.#told({ is: 'saving' });
			this.#arm(batchMs);
		}
	}

	/** All that the server has not acknowledged. */
	get #unacknowledged(): Uint8Array[] {
		return this.#underWay ? [this.#underWay, ...this.#unsent] : this.#unsent;
	}

	#keep(): void {
		this.#around.keep(this.#unacknowledged).then(
			() => (this.#kept = true),
			() => (this.#kept = false),
		);
	}

	#arm(ms: number): void {
		if (this.#over || this.#underWay || this.#left) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#send(), ms);
	}

	async #send(): Promise<void> {
		const [first, ...rest] = this.#unsent;
		if (this.#over || this.#underWay || !first) return;
		clearTimeout(this.#timer);
		this.#underWay = first;
		this.#unsent = rest;
		const sent = await this.#around.send(this.#underWay);
		if (this.#over) return;
		if (sent.is === 'taken') return this.#taken();
		if (sent.is === 'paused') return this.#paused(sent.because);
		this.end(sent.is === 'outdated' ? outdated : sent.words);
	}

	#taken(): void {
		this.#underWay = null;
		this.#failures = 0;
		if (this.#unsent.length > 0) {
			this.#keep();
			this.#arm(this.#unsent.length > 1 ? 0 : batchMs);
			return;
		}
		void this.#around.letGo().catch(() => {});
		this.#told({ is: 'saved' });
	}

	#paused(because: 'no signal' | 'signed out' | 'trouble'): void {
		this.#unsent = this.#unacknowledged.reduce(inParcels, []);
		this.#underWay = null;
		this.#told({ is: 'waiting', because, kept: this.#kept });
		this.#failures += 1;
		this.#arm(Math.min(again.first * 2 ** (this.#failures - 1), again.atMost));
	}
}

/** Adds an update to the last parcel while that stays well within what one update may be, else as a parcel of its own. */
function inParcels(parcels: Uint8Array[], update: Uint8Array): Uint8Array[] {
	const last = parcels.at(-1);
	return last && last.byteLength + update.byteLength <= most.updateBytes / 2
		? [...parcels.slice(0, -1), Y.mergeUpdates([last, update])]
		: [...parcels, update];
}

const outdated =
	'The product has been renewed since this page was opened. What you wrote is kept on this device: load the page again.';

/** The words written in an update, a line for each stretch that was written on end. */
function wordsIn(update: Uint8Array): string {
	let words = '';
	let last: Y.ID | null = null;
	for (const struct of Y.decodeUpdate(update).structs) {
		if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
		const goesOn = last !== null && Y.compareIDs(struct.origin, last);
		words += goesOn || words === '' ? struct.content.str : `\n${struct.content.str}`;
		last = Y.createID(struct.id.client, struct.id.clock + struct.length - 1);
	}
	return words;
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
