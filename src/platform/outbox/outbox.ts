import type { Answer, Became, NewRow, Pause, Reply, Row } from './row.ts';

/** Where rows are kept on the device. Each promise resolves when the device has it for good, and not before. */
export interface Shelf {
	/** All of them or none. Refused with an error where there is no room. */
	add(rows: readonly NewRow[]): Promise<Row[]>;
	/** A person's rows that the server does not have and that nobody has settled, in the order they were done. */
	unsettled(person: string): Promise<Row[]>;
	/** Says what became of a row, unless that was said already. Of what is settled no file stays behind. */
	became(row: Row, became: Became): Promise<void>;
}

/** The way to the server: never throws. */
export type Post = (place: string, rows: readonly Row[]) => Promise<Reply>;

/** Runs work while no other tab of this device does. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

interface Parts {
	person: string;
	shelf: Shelf;
	post: Post;
	alone: Alone;
	now: () => number;
	/** Called when a row was added, or something became of one. */
	changed: () => void;
}

/** Most rows, and most characters of them, that go in one request. */
const mostRows = 50;
const mostCharacters = 500_000;
/** Most bytes of files in one request, unless one alone has more. A server takes 4 MB at once. */
const mostBytes = 2_500_000;
/** After so many rows that the server could not cope with, it is left in peace for a while. */
const mostTroubles = 10;

/**
 * What one person did on this device and the server has not taken yet. A row is on the device before anything else happens
 * to it, stays there until the server says that it has committed it, and after. Every tab may send, one at a time, all there is;
 * sending twice changes nothing, since the server takes an id once.
 */
export class Outbox {
	readonly #parts: Parts;
	#sending: Promise<Pause | null> | undefined;
	#again = false;
	/** The last request came to nothing: the next carries one file alone, so that little signal gets somewhere. */
	#lost = false;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/**
	 * Keeps deeds on the device, all of them or none. When this resolves, they survive a crash; it rejects where the device has
	 * no room.
	 */
	async put(...rows: Omit<NewRow, 'person' | 'doneAt'>[]): Promise<Row[]> {
		const { shelf, person, now, changed } = this.#parts;
		const kept = await shelf.add(rows.map((row) => ({ ...row, person, doneAt: now() })));
		changed();
		return kept;
	}

	/**
	 * Sets a row aside that may be waiting, with another in its place: not while any tab is sending, so that none goes out after
	 * this. What was on its way before may be on the server, which `instead` is to undo.
	 */
	takeBack(row: Row, instead: Omit<NewRow, 'person' | 'doneAt'>): Promise<void> {
		return this.#parts.alone(async () => {
			await this.put(instead);
			await this.#parts.shelf.became(row, { is: 'set aside' });
			this.#parts.changed();
		});
	}

	/** Sends what waits, and answers why it stopped; null when nothing waits that could be sent. */
	send(): Promise<Pause | null> {
		if (this.#sending) {
			this.#again = true;
			return this.#sending;
		}
		this.#sending = this.#parts
			.alone(() => this.#sendAll())
			.finally(() => {
				this.#sending = undefined;
			})
			.then((pause) => {
				const again = this.#again && pause === null;
				this.#again = false;
				return again ? this.send() : pause;
			});
		return this.#sending;
	}

	async #sendAll(): Promise<Pause | null> {
		/** What the server could not cope with goes once more by itself, so that it cannot hold up the rest. */
		const tried = new Set<string>();
		const troubled = new Set<string>();
		for (;;) {
			const rows = ready(await this.#parts.shelf.unsettled(this.#parts.person), troubled);
			const batch = tried.size > 0 ? rows.slice(0, 1) : together(rows, this.#lost ? 0 : mostBytes);
			if (troubled.size === mostTroubles) return 'trouble';
			if (batch.length === 0) return troubled.size > 0 ? 'trouble' : null;
			const reply = await this.#parts.post(batch[0]!.place, batch);
			this.#lost = reply.is === 'paused' && reply.because === 'no signal';
			if (reply.is === 'paused' && reply.because !== 'trouble') return reply.because;
			if (reply.is === 'paused' && batch.length > 1) {
				for (const { id } of batch) tried.add(id);
				continue;
			}
			/** Things of which something earlier was not taken: what the server says of the rest is due to that alone. */
			const held = new Set<string>();
			for (const row of batch) {
				tried.delete(row.id);
				const answer = reply.is === 'answered' ? reply.answers.get(row.id) : undefined;
				if (answer?.is !== 'done') {
					if (held.has(row.about)) continue;
					held.add(row.about);
				}
				if (!(await this.#settle(row, answer))) troubled.add(row.id);
			}
		}
	}

	/** Notes what the server said of a row; false where it said nothing that settles it. */
	async #settle(row: Row, answer: Answer | undefined): Promise<boolean> {
		if (!answer || answer.is === 'trouble') return false;
		const { shelf, now, changed } = this.#parts;
		const noted = shelf.became(
			row,
			answer.is === 'done' ? { is: 'taken', at: now() } : { is: 'refused', because: answer },
		);
		// A device too full to note it sends it again later, and the server takes it once.
		if (
			!(await noted.then(
				() => true,
				() => false,
			))
		)
			return false;
		changed();
		return true;
	}
}

/** The rows that may go now: about one thing, none before another that is refused or in trouble. */
function ready(rows: readonly Row[], troubled: ReadonlySet<string>): Row[] {
	const held = new Set<string>();
	return rows.filter((row) => {
		const stuck = row.became.is === 'refused' || troubled.has(row.id);
		if (stuck) held.add(row.about);
		return !stuck && !held.has(row.about);
	});
}

/** As many of the first rows as go in one request, with no more bytes of files than given, or with one file. */
function together(rows: readonly Row[], bytesOfFiles: number): Row[] {
	const batch: Row[] = [];
	let characters = 0;
	let bytes = 0;
	for (const row of rows) {
		characters += JSON.stringify(row.body).length;
		const files = bytes > 0 && row.file !== undefined && bytes + row.file.size > bytesOfFiles;
		bytes += row.file?.size ?? 0;
		const full = batch.length === mostRows || characters > mostCharacters || files;
		if (batch.length > 0 && (full || row.place !== batch[0]!.place)) break;
		batch.push(row);
	}
	return batch;
}
