import { Delivery, type Signal } from './delivery.ts';
import type { Parts } from './parts.ts';
import type { NewRow, Pause, Row } from './row.ts';

/**
 * What one person did on this device and the server has not taken yet. A row is on the device before anything else happens
 * to it, stays there until the server says that it has committed it, and after. Every tab may send, one at a time, all there is;
 * sending twice changes nothing, since the server takes an id once.
 */
export class Outbox {
	readonly #parts: Parts;
	#sending: Promise<Pause | null> | undefined;
	#again = false;
	readonly #signal: Signal = { lost: false };

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
	 * Sets a row aside that may be waiting or under way, and keeps another that undoes it, first: whatever happens then, the server
	 * hears of it after anything it may have heard before.
	 */
	async takeBack(row: Row, instead: Omit<NewRow, 'person' | 'doneAt'>): Promise<void> {
		await this.put(instead);
		await this.#parts.shelf.became([{ row, became: { is: 'set aside' } }]);
		this.#parts.changed();
	}

	/** Sends what waits, and answers why it stopped; null when nothing waits that could be sent. */
	send(): Promise<Pause | null> {
		if (this.#sending) {
			this.#again = true;
			return this.#sending;
		}
		this.#sending = this.#parts
			.alone(() => new Delivery(this.#parts, this.#signal).run())
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
}
