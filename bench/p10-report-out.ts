import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median, type Figure } from './figure.ts';

const processes = 5;
const bars = { cold: 500, warm: 100 };

interface Told {
	as: 'pdf' | 'docx';
	cold: number;
	warm: number;
	bytes: number;
}

/** P10: a large report as PDF/UA and for Word, for the first time in a process and from then on. */
export async function measure(): Promise<Figure[]> {
	const runs: Told[][] = [];
	for (let time = 0; time < processes; time += 1) {
		const script = join(import.meta.dirname, 'print-in-new-process.ts');
		const { stdout } = await promisify(execFile)(process.execPath, [script]);
		runs.push(JSON.parse(stdout) as Told[]);
	}
	return (['pdf', 'docx'] as const).map((as) => {
		const all = runs.flat().filter((told) => told.as === as);
		const cold = median(all.map((told) => told.cold));
		const warm = median(all.map((told) => told.warm));
		return {
			value: `${cold.toFixed(0)} ms cold, ${warm.toFixed(0)} ms warm`,
			bar: `≤ ${bars.cold} ms cold, ≤ ${bars.warm} ms warm`,
			ok: cold <= bars.cold && warm <= bars.warm,
			how: `${as === 'pdf' ? 'PDF/UA' : 'Word'}, 15 pages, 25 findings, ${(all[0]!.bytes / 1000).toFixed(0)} kB; median of ${processes} processes, 21 warm each`,
		};
	});
}
