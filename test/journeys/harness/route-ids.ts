import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';

interface Route {
	id: string;
	pattern: RegExp;
	/** How many of its parts are parameters: the fewer, the better it fits. */
	parameters: number;
}

const page = /^\+page(@.*)?\.svelte$/;
let known: Route[] | undefined;

/** The route id behind a path, e.g. '/reviews/[review]/findings'; null where no screen answers to it. */
export function routeIdOf(path: string): string | null {
	return routes().find((route) => route.pattern.test(path))?.id ?? null;
}

function routes(): Route[] {
	known ??= foldersWithPage('')
		.map(readRoute)
		.toSorted((a, b) => a.parameters - b.parameters);
	return known;
}

function foldersWithPage(folder: string): string[] {
	const entries = readdirSync(join(projectRoot, 'src', 'routes', folder), { withFileTypes: true });
	const below = entries
		.filter((entry) => entry.isDirectory())
		.flatMap((entry) => foldersWithPage(`${folder}/${entry.name}`));
	return entries.some((entry) => page.test(entry.name)) ? [folder, ...below] : below;
}

/** Reads SvelteKit's folder names: (group) is no part of the path, [id] one part, [[id]] one or none, [...rest] any. */
export function readRoute(folder: string): Route {
	const parts = folder.split('/').filter((part) => part !== '' && !/^\(.*\)$/.test(part));
	const source = parts.map((part) => {
		if (part.startsWith('[...')) return '(?:/.*)?';
		if (part.startsWith('[[')) return '(?:/[^/]+)?';
		return `/${part.replace(/\[[^\]]+\]|[.*+?^${}()|\\]/g, (match) => (match.startsWith('[') ? '[^/]+' : `\\${match}`))}`;
	});
	return {
		id: `/${parts.join('/')}`,
		pattern: new RegExp(`^${source.join('') || '/'}/?$`),
		parameters: parts.filter((part) => part.includes('[')).length,
	};
}
