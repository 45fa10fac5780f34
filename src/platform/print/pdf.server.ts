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
export const printPdf = (template: string, document: unknown): Uint8Array<ArrayBuffer> =>
	bytes(laidOut(template, document));

/**
 * The same on as few sides as asked, by smaller type where that is needed (`sys.inputs.size`): the first of `sizes` with
 * which it fits, and if none does the last, on as many sides as that takes.
 */
export function printOnSides(
	sides: number,
	sizes: readonly [string, ...string[]],
	template: string,
	document: unknown,
): { pdf: Uint8Array<ArrayBuffer>; sides: number; size: string } {
	const tried = sizes.values().map((size) => ({ size, result: laidOut(template, document, { size }) }));
	let last = tried.next().value!;
	while (last.result.numOfPages > sides) {
		const next = tried.next();
		if (next.done) break;
		last = next.value;
	}
	return { pdf: bytes(last.result), sides: last.result.numOfPages, size: last.size };
}

function laidOut(template: string, document: unknown, more: Record<string, string> = {}) {
	const compiled = theCompiler().compile({
		mainFileContent: template,
		inputs: { document: JSON.stringify(document), ...more },
	});
	if (compiled.result) return compiled.result;
	const fault = JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []);
	throw new Error(`The document could not be laid out: ${fault}`);
}

function bytes(document: ReturnType<typeof laidOut>): Uint8Array<ArrayBuffer> {
	const printer = theCompiler();
	const pdf = accessible(printer, document) ?? printer.pdf(document, {});
	printer.evictCache(20);
	return new Uint8Array(pdf);
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
