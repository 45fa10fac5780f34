import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Tally } from '../tally.ts';
import { watchWriter } from '../watched-writer.ts';
import type { Victim } from './victims.ts';

/**
 * Kills a process (SIGKILL) again and again while it acknowledges writes: one time in ten while it opens and recovers,
 * else at a random moment of its work. Each successor first looks for what its predecessors acknowledged.
 */
export async function killRepeatedly(victim: Victim, times: number): Promise<Tally> {
	const folder = mkdtempSync(join(tmpdir(), 'fresh-eyes-faults-'));
	const tally = new Tally(folder);
	try {
		await victim.prepare();
		for (let round = 1; round <= times; round++) {
			const said = await watchWriter(
				{ settings: victim.settings, acknowledged: tally.recent },
				async (writer, looked) => {
					if (round % 10 === 0) await pause(Math.random() * 1000);
					else {
						await Promise.race([looked, new Promise((ended) => writer.once('exit', ended))]);
						await pause(Math.random() * 300);
					}
					if (round % 10 === 5) await victim.killServer();
					writer.kill('SIGKILL');
				},
			);
			// A writer whose server has just been killed may say so before it is killed itself.
			tally.add(round % 10 === 5 ? { ...said, failed: false } : said);
			await victim.recover();
		}
		tally.add(
			await watchWriter({ settings: victim.settings, acknowledged: tally.all, lookOnly: true }, () => {}),
		);
		return tally;
	} finally {
		await victim.remove();
		rmSync(folder, { recursive: true, force: true });
	}
}
