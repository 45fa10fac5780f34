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
		fontArgs: [
			{ fontBlobs: fonts.map((name) => readFileSync(join(projectRoot, 'src/platform/print/fonts', name))) },
		],
	}));

/**
 * Prints a Typst template as PDF/UA-1, tagged throughout. What people wrote reaches the template as data
 * (`json(bytes(sys.inputs.document))`), never as markup, so `#import`, `$` and `*` print as they stand.
 *
 * @throws when the template does not compile: that is a fault of ours
 */
export function printPdf(template: string, document: unknown): Uint8Array<ArrayBuffer> {
	const printer = theCompiler();
	const { result, fault } = compile(printer, template, document);
	if (!result) throw new Error(`The document could not be laid out: ${fault}`);
	const pdf = accessible(printer, result) ?? printer.pdf(result, {});
	printer.evictCache(20);
	return new Uint8Array(pdf);
}

function compile(printer: NodeCompiler, template: string, document: unknown) {
	const compiled = printer.compile({
		mainFileContent: template,
		inputs: { document: JSON.stringify(document) },
	});
	return {
		result: compiled.result,
		fault: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []),
	};
}

/** Null where the words hold a character that no font here has: PDF/UA forbids the box that stands for it. */
function accessible(printer: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Uint8Array | null {
	try {
		return printer.pdf(document, { pdfStandard: 'ua-1' });
	} catch (refused) {
		if (/could not be displayed with font/.test(String(refused))) return null;
		throw refused;
	}
}
