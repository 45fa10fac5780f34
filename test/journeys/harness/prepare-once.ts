import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
import { startProduct } from '#test/running-product.ts';

/** Names the data folder from a copy of which every journey's server begins. */
export const freshData = 'JOURNEYS_FRESH_DATA';

/**
 * Before the workers start their servers: builds once, and creates once the database that each of them would else create anew,
 * register and all. Gives what clears it away again.
 */
export default async function prepareOnce(): Promise<() => void> {
	execFileSync(process.execPath, [join(projectRoot, 'bin', 'build.ts')], {
		cwd: projectRoot,
		stdio: 'inherit',
	});
	const dataDir = mkdtempSync(join(tmpdir(), 'fresh-eyes-new-'));
	await (await startProduct({ dataDir })).stop();
	process.env[freshData] = dataDir;
	return () => rmSync(dataDir, { recursive: true, force: true });
}
