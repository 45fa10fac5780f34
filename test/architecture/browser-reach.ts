import { conceptOf, isTest } from './layers.ts';
import type { Module } from './modules.ts';

const screen =
	/(\.svelte|\.svelte\.ts|\/\+(page|layout|error)\.ts|^src\/(service-worker|hooks\.client)\.ts)$/;
const shared = /\/(model|input|access)\.ts$/;

/**
 * What a browser may load reaches nothing of the server: screens, what they import, and each concept's model, input and
 * access, which are written for both. Types are erased and may be named. Screens reach no schema either: the library alone
 * is half as much as all else that a page sends.
 */
export function browserFaults(modules: Module[]): string[] {
	const byFile = new Map(modules.map((module) => [module.file, module]));
	const roots = modules.filter(({ file }) => !isTest(file) && startsInBrowser(file));
	return roots.flatMap((root) => reach(root, byFile));
}

function startsInBrowser(file: string): boolean {
	return screen.test(file) || (conceptOf(file) !== null && shared.test(file));
}

/** Walks from one module through its imports; tells each way that ends on the server, by its last step. */
function reach(root: Module, byFile: Map<string, Module>): string[] {
	const faults: string[] = [];
	const seen = new Set<string>();
	const walk = (module: Module) => {
		if (seen.has(module.file)) return;
		seen.add(module.file);
		for (const { to, typeOnly } of module.imports) {
			if (typeOnly) continue;
			if (isServer(to) || (to === 'zod' && screen.test(root.file)))
				faults.push(`${root.file} reaches ${to} (by ${module.file})`);
			else if (byFile.has(to)) walk(byFile.get(to)!);
		}
	};
	walk(root);
	return faults;
}

function isServer(path: string): boolean {
	return (
		path.startsWith('node:') ||
		path.endsWith('.server.ts') ||
		/^src\/platform\/(db|mail|session)\//.test(path)
	);
}
