/** `npm run build`: builds the pages unless they are current. Two builds at once would mix their files: the second waits. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createBuilder } from 'vite';
import { projectRoot } from '../src/platform/project-root.ts';
import { buildIsCurrent, sourceHash, stampBuild } from './server/built-pages.ts';

process.chdir(projectRoot);
const folder = join(projectRoot, 'node_modules', '.cache');
mkdirSync(folder, { recursive: true });
const lock = new DatabaseSync(join(folder, 'fresh-eyes-build.lock'), { timeout: 10 * 60_000 });
lock.exec('pragma locking_mode = exclusive; begin exclusive;');

if (!buildIsCurrent()) {
	const hash = sourceHash();
	process.env['NODE_ENV'] = 'production';
	const builder = await createBuilder({ root: projectRoot, logLevel: 'warn' });
	await builder.buildApp();
	stampBuild(hash);
}
lock.close();
