import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, buildIsCurrent } from '../bin/server/built-pages.ts';
import { projectRoot } from '../src/platform/project-root.ts';
import type { Figure } from './figure.ts';

const barKb = 45;

interface BuiltNode {
	imports: string[];
	universal?: { csr?: boolean; ssr?: boolean };
	server?: { csr?: boolean; actions?: object };
}

interface BuiltManifest {
	client: { imports: string[] };
	nodes: (() => Promise<BuiltNode>)[];
	routes: { id: string; page: { layouts: (number | undefined)[]; leaf: number } | null }[];
}

interface PageScript {
	id: string;
	/** A page without forms that does not say it must run in the browser, or in it alone. */
	reading: boolean;
	kb: number;
}

/** P3: the script a browser loads for each page of the build, brotli-compressed. The page of components is left out. */
export async function measure(): Promise<Figure[]> {
	if (!buildIsCurrent()) await build();
	const pages = (await scripts()).filter(({ id }) => !id.startsWith('/design'));
	const reading = pages.filter((page) => page.reading);
	const other = pages.filter((page) => !page.reading);
	return [
		{ ...largest(reading, 0), how: `reading pages (no form): the largest of ${reading.length}` },
		{ ...largest(other, barKb), how: `other pages: the largest of ${other.length}` },
	];
}

function largest(pages: PageScript[], bar: number): Omit<Figure, 'how'> {
	const worst = pages.toSorted((a, b) => b.kb - a.kb)[0];
	const over = pages.filter((page) => page.kb > bar).map((page) => page.id);
	const where =
		over.length > 0 ? ` (over: ${over.join(' ')})` : worst && worst.kb > 0 ? ` (${worst.id})` : '';
	return { value: `${(worst?.kb ?? 0).toFixed(1)} KB${where}`, bar: `≤ ${bar} KB`, ok: over.length === 0 };
}

async function scripts(): Promise<PageScript[]> {
	const path = join(projectRoot, 'build', 'server', 'manifest-full.js');
	const { manifest } = (await import(pathToFileURL(path).href)) as { manifest: BuiltManifest };
	const pages: PageScript[] = [];
	for (const { id, page } of manifest.routes) {
		if (!page) continue;
		const chain = [...page.layouts, page.leaf].filter((index) => index !== undefined);
		const nodes = await Promise.all(chain.map((index) => manifest.nodes[index]!()));
		const said = nodes.map((node) => node.universal?.csr ?? node.server?.csr);
		const runs = said.findLast((csr) => csr !== undefined) ?? true;
		const files = new Set([...manifest.client.imports, ...nodes.flatMap((node) => node.imports)]);
		const leaf = nodes.at(-1)!;
		pages.push({
			id,
			reading: !leaf.server?.actions && said.at(-1) !== true && leaf.universal?.ssr !== false,
			kb: runs ? [...files].reduce((sum, file) => sum + compressed(file), 0) / 1000 : 0,
		});
	}
	return pages;
}

/** Bytes of a script as it is sent. */
function compressed(file: string): number {
	if (!file.endsWith('.js')) return 0;
	const path = join(projectRoot, 'build', 'client', file);
	return existsSync(`${path}.br`)
		? readFileSync(`${path}.br`).length
		: brotliCompressSync(readFileSync(path)).length;
}
