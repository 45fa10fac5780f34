import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** One import: of another file of the project, or of a package or built-in module. */
export interface Import {
	/** Path from the project root ('src/domain/review/model.ts'), or the bare name ('node:fs', 'kysely'). */
	to: string;
	/** Erased before running: `import type`, or a type named by `import('…')`. Arrows hold for these too. */
	typeOnly: boolean;
}

export interface Module {
	/** Path from the project root. */
	file: string;
	imports: Import[];
}

const aliases = {
	'#domain/': 'src/domain/',
	'#platform/': 'src/platform/',
	'#ui/': 'src/ui/',
	'#db/': 'db/',
	'#test/': 'test/',
};

/** Reads every module under the given folders of `root`. */
export function readModules(root: string, folders: string[]): Module[] {
	const files = folders.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
			posix.join(folder, file),
		),
	);
	return files
		.filter((file) => /\.(ts|svelte)$/.test(file))
		.map((file) => parseModule(file, readFileSync(join(root, file), 'utf8')));
}

/** Finds the imports of one module. Of a component, those of its script blocks. */
export function parseModule(file: string, text: string): Module {
	const source = file.endsWith('.svelte') ? scriptsOf(text) : text;
	const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false);
	const imports: Import[] = [];
	const note = (name: ts.Node | undefined, typeOnly: boolean) => {
		if (name && ts.isStringLiteralLike(name)) imports.push({ to: resolve(file, name.text), typeOnly });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, isErased(node.importClause));
		else if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, node.isTypeOnly);
		else if (ts.isImportTypeNode(node))
			note(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
		else if (ts.isCallExpression(node) && isLoading(node)) note(node.arguments[0], false);
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return { file, imports };
}

function scriptsOf(component: string): string {
	return [...component.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)]
		.map((match) => match[1])
		.join('\n;\n');
}

function isErased(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const named = clause.namedBindings;
	const onlyTypes =
		named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
	return !clause.name && onlyTypes === true;
}

/** `import('…')`, and `vi.mock('…')` and its like are not imports. */
function isLoading(call: ts.CallExpression): boolean {
	return call.expression.kind === ts.SyntaxKind.ImportKeyword;
}

function resolve(from: string, name: string): string {
	const bare = name.replace(/\?.*$/, '');
	if (bare.startsWith('.')) return posix.join(posix.dirname(from), bare);
	const alias = Object.entries(aliases).find(([prefix]) => bare.startsWith(prefix));
	return alias ? alias[1] + bare.slice(alias[0].length) : bare;
}
