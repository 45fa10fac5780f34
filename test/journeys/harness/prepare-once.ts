import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
import { startProduct } from '#test/running-product.ts';

/** What a journey's server starts as: an empty product waiting to be set up, or the demo. */
export type StartAs = 'empty' | 'demo';

/** Name, for each, the data folder from a copy of which every such server begins. */
export const freshData = { empty: 'JOURNEYS_FRESH_DATA', demo: 'JOURNEYS_FRESH_DEMO' } as const;

/** The settings that make a server one. */
export const settingsOf = { empty: {}, demo: { DEMO: '1' } } as const;

/**
 * Before the workers start their servers: builds once, and creates once the databases that each of them would else create anew,
 * register and story and all. Gives what clears them away again.
 */
export default async function prepareOnce(): Promise<() => Promise<void>> {
	execFileSync(process.execPath, [join(projectRoot, 'bin', 'build.ts')], {
		cwd: projectRoot,
		stdio: 'inherit',
	});
	const folders = await Promise.all([prepare('empty'), prepare('demo')]);
	return async () => {
		for (const folder of folders) await rm(folder, { recursive: true, force: true });
	};
}

async function prepare(one: StartAs): Promise<string> {
	const dataDir = await mkdtemp(join(tmpdir(), 'fresh-eyes-new-'));
	const product = await startProduct({ dataDir, env: settingsOf[one] });
	await product.stop();
	process.env[freshData[one]] = dataDir;
	return dataDir;
}
