import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isTest } from './layers.ts';

/** A file of the product as it stands. */
export interface SourceFile {
	/** Path from the project root. */
	file: string;
	text: string;
}

/** What the product must not know by name. */
export interface Names {
	/** Keys of presets: told where code spells one out as a string of its own. */
	keys: readonly string[];
	/** Titles of presets, names of partnerships and schools: told wherever they stand. */
	names: readonly string[];
}

/** Every file in words under the given folders of `root`, whatever its kind. */
export function readSources(root: string, folders: readonly string[]): SourceFile[] {
	return folders
		.flatMap((folder) =>
			readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
				posix.join(folder, file),
			),
		)
		.filter((file) => /\.(ts|svelte|html|css|typ|sql|md)$/.test(file))
		.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

/**
 * Code that knows one preset or one partnership. In what partnerships differ is said by their protocols; the presets alone may
 * be shaped after somebody, and data may name places.
 */
export function presetFaults(files: readonly SourceFile[], { keys, names }: Names): string[] {
	return files
		.filter(({ file }) => !mayName(file))
		.flatMap(({ file, text }) => {
			const plain = text.toLowerCase();
			const named = names.filter((name) => plain.includes(name.toLowerCase()));
			const keyed = keys.filter((key) => new RegExp(`(['"\`])${key}\\1`).test(text));
			const loaded = [...text.matchAll(/['"][^'"]*protocol\/presets\/([\w-]+)\.ts['"]/g)]
				.map(([, module]) => module!)
				.filter((module) => module !== 'presets');
			return [...named, ...keyed, ...loaded].map((name) => `${file} knows of "${name}"`);
		});
}

/**
 * Concepts and screens that know what a preset's own lists hold: kinds, sources, headings, stages, forms, by key. A partnership
 * that writes its own has other keys, and such code passes it over in silence. Told where code spells a key out as a string
 * of its own; keys that the protocol's schema has as well, such as 'report', cannot be told apart and are not looked for.
 *
 * @param homonyms keys that mean something else too, and the folders or files in which they do
 */
export function keyFaults(
	files: readonly SourceFile[],
	keys: readonly string[],
	homonyms: Readonly<Record<string, readonly string[]>>,
): string[] {
	return files
		.filter(({ file }) => /^src\/(domain|routes)\//.test(file) && !mayName(file) && !mayKey.includes(file))
		.filter(({ file }) => !file.startsWith('src/routes/(online)/design/') && !file.endsWith('.example.ts'))
		.flatMap(({ file, text }) =>
			keys
				.filter((key) => new RegExp(`(['\`])(stage:)?${key}\\1`).test(text))
				.filter((key) => !homonyms[key]?.some((place) => file.startsWith(place)))
				.map((key) => `${file} knows of "${key}"`),
		);
}

/** Reads documents of a time when code knew kinds by their keys. */
const mayKey = ['src/domain/protocol/upgrade.ts'];

const mayName = (file: string): boolean =>
	file.startsWith('src/domain/protocol/presets/') ||
	/^src\/domain\/\w+\/data\//.test(file) ||
	file.endsWith('.fixture.ts') ||
	isTest(file);
