import type { Alone, News, Shelf } from './parts.ts';
import type { Answer, Became, NewRow, Reply, Row } from './row.ts';

/** What the network and the server do to one request. */
export type Fault =
	| 'well'
	| 'request lost'
	| 'reply lost'
	/** It arrives, the reply does not, and later it arrives once more, whatever has happened by then. */
	| 'delivered again later'
	/** It arrives later and not before, when nobody waits for it any more. */
	| 'held up on its way'
	| 'session expired'
	| 'server down'
	| 'first row troubles the server';

/** A device's storage: what was kept outlives every tab. Room is limited; a full device keeps nothing of what it refuses. */
export class SimulatedShelf implements Shelf {
	readonly rows: Row[] = [];
	room = Number.POSITIVE_INFINITY;
	#order = 0;

	async add(rows: readonly NewRow[]): Promise<Row[]> {
		if (this.rows.length + rows.length > this.room) throw new Error('QuotaExceededError');
		const kept = rows.map((row): Row => ({ ...row, order: (this.#order += 1), became: { is: 'waiting' } }));
		this.rows.push(...kept);
		return kept;
	}
	async unsettled(person: string): Promise<Row[]> {
		return this.rows
			.filter((row) => row.person === person && !isSettled(row.became))
			.map((row) => ({ ...row }));
	}
	async became(news: readonly News[]): Promise<void> {
		for (const { row, became } of news) {
			const stands = this.rows.find(({ order }) => order === row.order)!;
			if (isSettled(stands.became)) continue;
			stands.became = became;
			if (isSettled(became)) delete stands.file;
		}
	}
}

const isSettled = ({ is }: Became) => is === 'taken' || is === 'set aside';

/**
 * The server: pieces by id with their text, version and photos, and receipts of what it has taken. As the real one does, it takes
 * a row whole or not at all, takes one id once, refuses an edit of another version than stands, and lets no photo back in that
 * was removed; a photo may be removed when nothing else may be done any more.
 */
export class SimulatedServer {
	readonly pieces = new Map<string, { person: string; text: string; version: number }>();
	/** Photo id → its bytes, or null once it is removed. */
	readonly photos = new Map<string, Blob | null>();
	/** Row id → how often it had an effect. */
	readonly effects = new Map<string, number>();
	signedIn: string | null = null;
	closed = false;
	readonly #late: (() => void)[] = [];

	/** Rows that arrive as somebody else's are never looked at. */
	readonly strangers: string[] = [];

	take(row: Row): Answer {
		if (this.effects.has(row.id)) return { is: 'done' };
		if (this.closed && row.deed !== 'remove photo')
			return { is: 'invalid', fields: { '': 'The review is closed.' } };
		const { text, version, photo } = row.body as { text: string; version?: number; photo?: string };
		const stands = this.pieces.get(row.about);
		if (row.deed === 'record') {
			if (stands) return { is: 'conflict', current: stands };
			if (text.includes('dropped line')) return { is: 'invalid', fields: { lineId: 'It was dropped.' } };
			this.pieces.set(row.about, { person: row.person, text, version: 1 });
		} else if (!stands) return { is: 'missing' };
		else if (row.deed === 'photo') {
			if (!row.file) return { is: 'invalid', fields: { picture: 'It did not arrive.' } };
			if (this.photos.get(photo!) !== null) this.photos.set(photo!, row.file);
		} else if (row.deed === 'remove photo') this.photos.set(photo!, null);
		else {
			if (stands.version !== version) return { is: 'conflict', current: stands };
			this.pieces.set(row.about, { ...stands, text, version: stands.version + 1 });
		}
		this.effects.set(row.id, (this.effects.get(row.id) ?? 0) + 1);
		return { is: 'done' };
	}

	/** One request under a fault, as a person's device sends it. */
	request(person: string, rows: readonly Row[], fault: Fault): Reply {
		const deliver = (): Reply => {
			if (this.signedIn === null) return { is: 'paused', because: 'signed out' };
			if (this.signedIn !== person) return { is: 'paused', because: 'another person' };
			for (const row of rows) if (row.person !== person) this.strangers.push(row.id);
			const [first, ...rest] = rows.map((row) => [row.id, row] as const);
			const answers = new Map<string, Answer>();
			if (fault === 'first row troubles the server') answers.set(first![0], { is: 'trouble' });
			else answers.set(first![0], this.take(first![1]));
			// What comes after a row in trouble is asked all the same: the server answers each by itself.
			for (const [id, row] of rest) answers.set(id, this.take(row));
			return { is: 'answered', answers };
		};
		switch (fault) {
			case 'request lost':
				return { is: 'paused', because: 'no signal' };
			case 'reply lost':
				deliver();
				return { is: 'paused', because: 'no signal' };
			case 'delivered again later':
				this.#late.push(deliver);
				deliver();
				return { is: 'paused', because: 'no signal' };
			case 'held up on its way':
				this.#late.push(deliver);
				return { is: 'paused', because: 'no signal' };
			case 'session expired':
				return { is: 'paused', because: 'signed out' };
			case 'server down':
				return { is: 'paused', because: 'trouble' };
			default:
				return deliver();
		}
	}

	/** What was held up on its way arrives now. */
	deliverLate(): void {
		for (const deliver of this.#late.splice(0)) deliver();
	}
}

/** One tab at a time, as the browser's locks have it; a tab that crashes lets go. */
export class SimulatedLocks {
	#last: Promise<unknown> = Promise.resolve();

	readonly alone: Alone = (work) => {
		const turn = this.#last.then(work);
		this.#last = turn.catch(() => {});
		return turn;
	};
}

/** A browser without locks: every tab for itself. */
export const noLocks: Alone = (work) => work();
