import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '../project-root.ts';

const fonts = [
	'SourceSerif4-Regular.ttf',
	'SourceSerif4-Italic.ttf',
	'SourceSerif4-SemiBold.ttf',
	'AtkinsonHyperlegibleNext-Regular.ttf',
	'AtkinsonHyperlegibleNext-Bold.ttf',
];

// Making a compiler reads the fonts; one serves every document.
let compiler: NodeCompiler | undefined;
const theCompiler = () =>
	(compiler ??= NodeCompiler.create({
		fontArgs: [{ fontBlobs: fonts.map((name) => readFileSync(join(projectRoot, 'src/platform/print/fonts', name))) }],
	}));

/**
 * Prints a Typst template as PDF/UA-1, tagged throughout. What people wrote reaches the template as data
 * (`json(bytes(sys.inputs.document))`), never as markup, so `#import`, `$` and `*` print as they stand.
 * Characters that no font has are printed as □: a document for screen readers may not hold a glyph without a meaning.
 *
 * @throws when the template does not compile: that is a fault of ours
 */
export function printPdf(template: string, document: unknown): Uint8Array<ArrayBuffer> {
	const inputs = { document: JSON.stringify(document) };
	const printer = theCompiler();
	const compiled = printer.compile({ mainFileContent: template, inputs });
	if (!compiled.result) throw new Error(`The document could not be laid out: ${faults(compiled.takeDiagnostics())}`);
	const pdf = printer.pdf(compiled.result, { pdfStandard: 'ua-1' });
	printer.evictCache(20);
	return new Uint8Array(pdf);
}

const faults = (error: { shortDiagnostics: unknown[] } | null) => JSON.stringify(error?.shortDiagnostics ?? []);
