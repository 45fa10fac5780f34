import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '#platform/project-root.ts';

/** What can be asked of one route: whether it shows a page, and the names under which it is posted to. */
export interface Route {
	/** As SvelteKit names it, such as '/reviews/[review]/lines'. */
	id: string;
	/** It answers GET, with a page or by itself. */
	reads: boolean;
	/** Form actions by name; for a route that answers by itself, its methods beside GET. */
	deeds: string[];
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Every route of the product, read from its files, so that a new one is tested or fails the tests. */
export function routesOnDisk(): Route[] {
	const folder = join(projectRoot, 'src/routes');
	const found = new Map<string, Route>();
	for (const file of globSync('**/+{page.svelte,page@*.svelte,page.server.ts,server.ts}', { cwd: folder })) {
		const place = dirname(file);
		const id = `/${place === '.' ? '' : place}`.replace(/\/\([^)]+\)/g, '') || '/';
		const route = found.get(id) ?? { id, reads: false, deeds: [] };
		found.set(id, route);
		if (file.endsWith('.svelte')) route.reads = true;
		else if (file.endsWith('+page.server.ts')) route.deeds.push(...formActions(join(folder, file)));
		else {
			const answered = exported(parsed(join(folder, file))).filter((name) => methods.includes(name));
			route.reads ||= answered.includes('GET');
			route.deeds.push(...answered.filter((name) => name !== 'GET'));
		}
	}
	return [...found.values()].toSorted((a, b) => a.id.localeCompare(b.id));
}

const parsed = (file: string) =>
	ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

function formActions(file: string): string[] {
	const source = parsed(file);
	if (!exported(source).includes('actions')) return [];
	const written = declarations(source).find(({ name }) => name.getText() === 'actions')?.initializer;
	if (!written || !ts.isObjectLiteralExpression(written) || written.properties.some((one) => !one.name)) {
		throw new Error(
			`${file}: the permission tests read the names of form actions from an object written out in full.`,
		);
	}
	return written.properties.map((one) =>
		ts.isStringLiteral(one.name!) ? one.name.text : one.name!.getText(),
	);
}

const declarations = (source: ts.SourceFile) =>
	source.statements
		.filter(ts.isVariableStatement)
		.flatMap(({ declarationList }) => [...declarationList.declarations]);

function exported(source: ts.SourceFile): string[] {
	const isExported = (node: ts.HasModifiers) =>
		ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
	return source.statements.flatMap((statement) => {
		if (ts.isVariableStatement(statement) && isExported(statement))
			return statement.declarationList.declarations.map(({ name }) => name.getText());
		if (ts.isFunctionDeclaration(statement) && isExported(statement)) return [statement.name?.text ?? ''];
		return ts.isExportDeclaration(statement) &&
			statement.exportClause &&
			ts.isNamedExports(statement.exportClause)
			? statement.exportClause.elements.map(({ name }) => name.text)
			: [];
	});
}
