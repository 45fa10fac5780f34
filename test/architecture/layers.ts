import type { Import, Module } from './modules.ts';

/** The concepts, in import order: a folder may import only folders above it. `docs/ARCHITECTURE.md` tells why. */
export const concepts = [
	'calendar',
	'register',
	'partnership',
	'aim',
	'form',
	'protocol',
	'meeting',
	'outcome',
	'review',
	'capacity',
	'evidence',
	'concern',
	'report',
	'improvement',
	'event',
	'workshop',
	'introduction',
	'support',
	'story',
	'planning',
	'quality',
	'learning',
	'steering',
	'casestudy',
	'agenda',
] as const;

type Layer = 'routes' | 'ui' | 'domain' | 'platform' | 'db' | 'test' | 'tools';

const mayImport: Record<Exclude<Layer, 'test' | 'tools'>, readonly Layer[]> = {
	routes: ['routes', 'ui', 'domain', 'platform', 'db'],
	domain: ['domain', 'platform', 'db'],
	platform: ['platform', 'db'],
	ui: ['ui'],
	db: ['db'],
};

/** Where a file of the project stands; null for packages and built-in modules. Files at the top of src/ compose: routes. */
export function layerOf(path: string): Layer | null {
	const inside = /^src\/(domain|platform|ui)\//.exec(path)?.[1];
	if (inside) return inside as Layer;
	if (path.startsWith('src/')) return 'routes';
	if (path.startsWith('db/')) return 'db';
	if (path.startsWith('test/')) return 'test';
	return /^(bin|bench)\//.test(path) ? 'tools' : null;
}

export function conceptOf(path: string): string | null {
	return /^src\/domain\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** A test is no part of the product: it may set up its scene with anything. */
export function isTest(path: string): boolean {
	return path.endsWith('.test.ts') || path.startsWith('test/');
}

/** routes → domain → platform; `ui` for routes alone. The composing files of src/ may also load the demo's cast. */
export function layerFaults(modules: Module[]): string[] {
	return eachImport(modules, (module, { to }) => {
		const from = layerOf(module.file);
		const target = layerOf(to);
		if (from === null || from === 'test' || from === 'tools' || target === null) return null;
		if (from === 'routes' && target === 'test' && /^src\/[^/]+$/.test(module.file)) return null;
		return mayImport[from].includes(target) ? null : `${from} may not import ${target}`;
	});
}

/** Within the domain, downwards only; a file beside the concepts sees all and is seen by none of them. */
export function orderFaults(modules: Module[]): string[] {
	return eachImport(modules, (module, { to }) => {
		if (layerOf(module.file) !== 'domain' || layerOf(to) !== 'domain') return null;
		const from = conceptOf(module.file);
		const target = conceptOf(to);
		if (from === null || from === target) return null;
		if (target === null) return 'a concept may not import what stands above the concepts';
		return rank(target) < rank(from) ? null : `${from} may not import ${target}, which comes later`;
	});
}

/** Every folder of the domain has its place in the order. */
export function unknownConcepts(modules: Module[]): string[] {
	const found = new Set(modules.map((module) => conceptOf(module.file)).filter((name) => name !== null));
	return [...found]
		.filter((name) => rank(name) === -1)
		.map((name) => `src/domain/${name} has no place in the order`);
}

/** Concerns are a leaf: screens reach them, no other concept does. */
export function concernFaults(modules: Module[]): string[] {
	return eachImport(modules, (module, { to }) => {
		const outside = layerOf(module.file) === 'domain' && conceptOf(module.file) !== 'concern';
		return outside && conceptOf(to) === 'concern' ? 'nothing in the domain may import concern' : null;
	});
}

/** Only a concept's own files write its tables. */
export function storeFaults(modules: Module[]): string[] {
	return eachImport(modules, (module, { to }) => {
		if (!/[/-]store\.server\.ts$/.test(to)) return null;
		return module.file.startsWith(`${folderOf(to)}/`) ? null : 'a store is imported only inside its folder';
	});
}

function eachImport(modules: Module[], judge: (module: Module, to: Import) => string | null): string[] {
	return modules
		.filter((module) => !isTest(module.file))
		.flatMap((module) =>
			module.imports.flatMap((imported) => {
				const fault = judge(module, imported);
				return fault ? [`${module.file} → ${imported.to}: ${fault}`] : [];
			}),
		);
}

function rank(concept: string): number {
	return (concepts as readonly string[]).indexOf(concept);
}

function folderOf(path: string): string {
	return path.slice(0, path.lastIndexOf('/'));
}
