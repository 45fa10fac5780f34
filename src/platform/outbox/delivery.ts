import type { News, Parts } from './parts.ts';
import type { Answer, Pause, Reply, Row } from './row.ts';

/** Most rows, and most characters of them, that go in one request. */
const usualRows = 50;
const mostCharacters = 500_000;
/** Most bytes of files in one request, unless one alone has more. A server takes 12 MB at once. */
const mostBytes = 2_500_000;
/** After so many rows that the server could not cope with, it is left in peace for a while. */
const mostTroubles = 10;

/** What the last request met, from one delivery to the next. */
export interface Signal {
	/** It came to nothing: the next has none beside it, and takes words before files and one file alone, so that little signal gets somewhere. */
	lost: boolean;
}

/**
 * Sends all that waits, once. Two requests are under way at most, never about the same thing: while the server works on one, the
 * next is on its way.
 */
export class Delivery {
	readonly #parts: Parts;
	readonly #signal: Signal;
	/** What the server could not cope with goes once more by itself, so that it cannot hold up the rest. */
	readonly #tried = new Set<string>();
	readonly #troubled = new Set<string>();
	/** The things that requests under way are about. */
	readonly #underWay = new Set<string>();
	#stop: Pause | null = null;
	/** Counts what was noted on the device, so that nobody goes by what was read before. */
	#noted = 0;
	#beside: Promise<PromiseSettledResult<void>[]> | undefined;

	constructor(parts: Parts, signal: Signal) {
		this.#parts = parts;
		this.#signal = signal;
	}

	/** Why it stopped; null when nothing waits any more that could be sent. */
	async run(): Promise<Pause | null> {
		// Whatever ends one, the other is over too before another tab may send.
		const ended = await Promise.allSettled([this.#oneAfterAnother()]);
		ended.push(...((await this.#beside) ?? []));
		for (const one of ended) if (one.status === 'rejected') throw one.reason;
		return this.#stop ?? (this.#troubled.size > 0 ? 'trouble' : null);
	}

	/** @param bytes most of files in the first request */
	async #oneAfterAnother(bytes = mostBytes): Promise<void> {
		for (let most = bytes; ; most = mostBytes) {
			const batch = await this.#next(most);
			if (batch.length === 0) return;
			try {
				const reply = await this.#parts.post(batch[0]!.place, batch);
				this.#signal.lost = reply.is === 'paused' && reply.because === 'no signal';
				await this.#settle(batch, reply);
			} finally {
				for (const { about } of batch) this.#underWay.delete(about);
			}
			// Not beside the first: that finds out whether there is signal. Out of step, so that the server works on one while the other travels.
			if (this.#stop === null) this.#beside ??= Promise.allSettled([this.#oneAfterAnother(mostBytes / 2)]);
		}
	}

	/** What goes in the next request; nothing when this is over, or all that waits is about things under way. */
	async #next(bytes: number): Promise<Row[]> {
		const { shelf, person } = this.#parts;
		for (;;) {
			const noted = this.#noted;
			const waiting = await shelf.unsettled(person);
			if (this.#troubled.size >= mostTroubles) this.#stop ??= 'trouble';
			if (this.#stop !== null) return [];
			if (noted !== this.#noted) continue;
			const rows = this.#lightest(ready(waiting, this.#troubled, this.#underWay));
			const batch = this.#tried.size > 0 ? rows.slice(0, 1) : this.#together(rows, bytes);
			// Before anybody else looks what there is.
			for (const { about } of batch) this.#underWay.add(about);
			return batch;
		}
	}

	/** Where little gets through, what has no file goes before what has. */
	#lightest(rows: Row[]): Row[] {
		const light = this.#signal.lost ? rows.filter(holds) : [];
		return light.length > 0 ? light : rows;
	}

	/** As many of the first rows as go in one request. */
	#together(rows: readonly Row[], most: number): Row[] {
		const mostRows = this.#parts.mostRows ?? usualRows;
		const bytesOfFiles = this.#signal.lost ? 0 : most;
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

	async #settle(batch: readonly Row[], reply: Reply): Promise<void> {
		if (reply.is === 'paused' && reply.because !== 'trouble') {
			this.#stop ??= reply.because;
			return;
		}
		if (reply.is === 'paused' && batch.length > 1) {
			for (const { id } of batch) this.#tried.add(id);
			return;
		}
		const news: News[] = [];
		/** Things of which something earlier was not taken: what the server says of the rest is due to that alone. */
		const held = new Set<string>();
		for (const row of batch) {
			this.#tried.delete(row.id);
			const answer = reply.is === 'answered' ? reply.answers.get(row.id) : undefined;
			if (answer?.is !== 'done') {
				if (held.has(row.about)) continue;
				if (holds(row)) held.add(row.about);
			}
			if (!answer || answer.is === 'trouble') this.#troubled.add(row.id);
			else news.push({ row, became: this.#became(answer) });
		}
		if (news.length === 0) return;
		const noted = await this.#parts.shelf.became(news).then(
			() => true,
			() => false,
		);
		this.#noted += 1;
		if (noted) this.#parts.changed();
		// A device too full to note it sends it again later, and the server takes it once.
		else for (const { row } of news) this.#troubled.add(row.id);
	}

	#became(answer: Exclude<Answer, { is: 'trouble' }>): News['became'] {
		return answer.is === 'done' ? { is: 'taken', at: this.#parts.now() } : { is: 'refused', because: answer };
	}
}

/** Whether what comes later about the same thing rests on it: no words rest on a photo. */
const holds = ({ file }: Row): boolean => file === undefined;

/** The rows that may go now: about one thing, none before another that it rests on and that is refused, in trouble or under way. */
function ready(rows: readonly Row[], troubled: ReadonlySet<string>, underWay: ReadonlySet<string>): Row[] {
	const held = new Set(underWay);
	return rows.filter((row) => {
		const stuck = row.became.is === 'refused' || troubled.has(row.id);
		if (stuck && holds(row)) held.add(row.about);
		return !stuck && !held.has(row.about);
	});
}
