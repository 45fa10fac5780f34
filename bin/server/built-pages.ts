import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../../src/platform/project-root.ts';
import { CannotStart } from '../../src/platform/lifecycle.ts';

/** What the built pages are made of. Tests are left out: changing one must not cost a build. */
const sources = ['src', 'static', 'db', 'test', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const notBuilt = /(\.test\.ts|^test\/(journeys|faults|architecture|permissions)(\/|$))/;
const stamp = join(projectRoot, 'build', '.source-hash');

/** The module that answers requests; it exists once the pages are built. */
export const builtHandler = join(projectRoot, 'build', 'handler.js');

/** Whether build/ was made from the sources as they are now. */
export function buildIsCurrent(): boolean {
	return existsSync(builtHandler) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash();
}

export function stampBuild(hash: string): void {
	writeFileSync(stamp, hash);
}

/** One hash over the names and contents of everything the pages are built from. */
export function sourceHash(): string {
	const hash = createHash('sha256');
	for (const source of sources) {
		for (const file of filesOf(join(projectRoot, source))) {
			hash.update(relative(projectRoot, file)).update('\0').update(readFileSync(file)).update('\0');
		}
	}
	return hash.digest('hex');
}

function filesOf(path: string): string[] {
	if (notBuilt.test(relative(projectRoot, path)) || !existsSync(path)) return [];
	const entries = statEntries(path);
	return entries === null ? [path] : entries.flatMap((name) => filesOf(join(path, name)));
}

/** The sorted names in a folder, or null for a file. */
function statEntries(path: string): string[] | null {
	try {
		return readdirSync(path).toSorted();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null;
		throw error;
	}
}

/** Builds in a process of its own, so that the waiting page keeps answering. */
export async function build(): Promise<void> {
	const builder = spawn(process.execPath, [join(projectRoot, 'bin', 'build.ts')], {
		cwd: projectRoot,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let said = '';
	builder.stdout.on('data', (chunk) => (said += String(chunk)));
	builder.stderr.on('data', (chunk) => (said += String(chunk)));
	const code = await new Promise<number | null>((resolve) => builder.on('close', resolve));
	if (code !== 0) throw new CannotStart(`The pages could not be built:\n${said}`);
}
