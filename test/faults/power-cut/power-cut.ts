import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFolder } from '#platform/db/embedded/data-folder.ts';
import { openDatabase } from '#platform/db/open.ts';
import { projectRoot } from '#platform/project-root.ts';
import { deeds } from '../deeds.ts';
import { Tally } from '../tally.ts';
import { watchWriter } from '../watched-writer.ts';
import type { PowerCut } from './cut-power.ts';

/**
 * Cuts the power again and again while a writer acknowledges. A kill leaves the operating system's cache in place; here
 * only what was flushed is left, every other time with some of the rest besides. Each successor opens what its
 * predecessor left. `plain` is PGlite as it comes, which must fail this.
 */
export async function cutRepeatedly(engine: 'durable' | 'plain', cuts: number): Promise<Tally> {
	const folder = mkdtempSync(join(tmpdir(), 'fresh-eyes-power-'));
	const [live, base, left] = ['live', 'base', 'left'].map((name) => join(folder, name)) as [
		string,
		string,
		string,
	];
	const tally = new Tally(folder);
	const file = (name: string) => join(projectRoot, 'test/faults/power-cut', name);
	const worker = engine === 'plain' ? { workerFile: join(projectRoot, 'test/plain-worker.ts') } : {};
	try {
		await create(live);
		for (let cut = 0; cut < cuts; cut++) {
			cpSync(live, base, { recursive: true });
			const [inLive, inBase] = [databaseFolder(live), databaseFolder(base)];
			mkdirSync(left);
			const order: PowerCut = {
				live: inLive,
				base: inBase,
				left: databaseFolder(left),
				atCall: engine === 'plain' ? 600 : someCall(),
				keepSome: engine === 'durable' && cut % 2 === 1,
			};
			const assignment = { settings: { dataDir: live }, acknowledged: tally.recent, ...worker };
			const node = { imports: [file('cut-power.ts')], env: { POWER_CUT: JSON.stringify(order) } };
			tally.add(await watchWriter(assignment, () => {}, node));
			if (!existsSync(databaseFolder(left))) break;
			for (const old of [live, base]) rmSync(old, { recursive: true });
			renameSync(left, live);
		}
		tally.add(
			await watchWriter(
				{ settings: { dataDir: live }, acknowledged: tally.all, lookOnly: true, ...worker },
				() => {},
			),
		);
		return tally;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** From the first calls of recovery to well into the writing, past a few checkpoints. */
const someCall = () => 1 + Math.floor(Math.random() ** 2 * 3000);

async function create(dataDir: string): Promise<void> {
	const database = await openDatabase({ dataDir });
	for (const deed of deeds) await deed.prepare(database);
	await database.close();
}
