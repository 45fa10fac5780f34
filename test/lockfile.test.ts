import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#platform/project-root.ts';

interface Locked {
	version?: string;
	optionalDependencies?: Record<string, string>;
}

/**
 * `npm ci` refuses a lockfile that leaves out a package made for another kind of machine. npm writes such a file when its
 * registry does not hold that package at that version; see docs/quirks.md for what to do.
 */
test('the lockfile names every package made for another kind of machine', () => {
	const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, Locked>;
	};
	const named = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}));
	const locked = new Set(
		Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
	);
	expect(named.filter((name) => !locked.has(name))).toEqual([]);
});
