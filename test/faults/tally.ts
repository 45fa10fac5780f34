import { appendFileSync, writeFileSync } from 'node:fs';
import type { Said } from './watched-writer.ts';

/** Keeps the count over many faults, and the list of what has been acknowledged. */
export class Tally {
	acknowledged = 0;
	/** Ids that were acknowledged and are not there. */
	readonly lost = new Set<string>();
	readonly faults: string[] = [];
	/** Everything acknowledged, for the last look. */
	readonly all: string;
	/** What was acknowledged since the last writer looked: each writer looks for these. */
	readonly recent: string;
	#unlooked: string[] = [];

	constructor(folder: string) {
		this.all = `${folder}/acknowledged`;
		this.recent = `${folder}/acknowledged-recently`;
		writeFileSync(this.all, '');
		writeFileSync(this.recent, '');
	}

	add({ saved, looked, complaint, failed }: Said): void {
		if (failed)
			this.faults.push(
				complaint
					.trim()
					.split('\n')
					.find((line) => /^\w*error\b.*:/i.test(line)) ?? 'ended by itself',
			);
		if (looked) {
			for (const id of looked.lost) this.lost.add(id);
			this.faults.push(...looked.torn);
			this.#unlooked = [];
		}
		this.acknowledged += saved.length;
		this.#unlooked.push(...saved);
		const lines = (ids: string[]) => ids.map((id) => `${id}\n`).join('');
		appendFileSync(this.all, lines(saved));
		writeFileSync(this.recent, lines(this.#unlooked));
	}

	get good(): boolean {
		return this.lost.size === 0 && this.faults.length === 0;
	}

	/** e.g. `0 of 4312 acknowledged lost, 0 torn`. */
	get words(): string {
		const faults = this.faults.length === 0 ? '' : `: ${this.faults.slice(0, 3).join('; ')}`;
		return `${this.lost.size} of ${this.acknowledged} acknowledged lost, ${this.faults.length} torn or not opened${faults}`;
	}
}
