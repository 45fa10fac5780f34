import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#platform/project-root.ts';

/** Words of a source file, and what stands in their place in the next release. */
export type Change = readonly [file: string, before: string, after: string];

export interface Release {
	/** Where it lies, built, to be started from. */
	readonly folder: string;
	remove(): Promise<void>;
}

/** Builds the release that comes after this one, as its makers would: from the whole sources, with changes, by `npm run build`. */
export async function nextRelease(changes: readonly Change[]): Promise<Release> {
	const folder = await mkdtemp(join(tmpdir(), 'fresh-eyes-next-'));
	const isSource = (path: string) => !/^(node_modules|build|data|reports|test-results|\.)/.test(path);
	await cp(projectRoot, folder, {
		recursive: true,
		filter: (path) => path === projectRoot || isSource(relative(projectRoot, path)),
	});
	await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
	for (const [file, before, after] of changes) {
		const source = await readFile(join(folder, file), 'utf8');
		if (!source.includes(before)) throw new Error(`${file} no longer says: ${before}`);
		await writeFile(join(folder, file), source.replace(before, after));
	}
	await promisify(execFile)(process.execPath, [join('bin', 'build.ts')], { cwd: folder });
	return {
		folder,
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}
