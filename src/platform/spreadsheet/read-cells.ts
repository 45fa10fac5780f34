import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { fromBufferPromise } from 'yauzl';

/** The cells of a file, as text, or why it cannot be read. */
export type Cells = { is: 'cells'; cells: string[][] } | { is: 'refused'; because: string };

/** How much may come out of a packed file. A year of all England's schools is some 100 MB. */
const mostUnpacked = 150_000_000;
const mostFiles = 2_000;

const zipped = Buffer.from('PK\u0003\u0004', 'latin1');
/** How files begin that Excel locks with a password, and those of Excel before 2007. */
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/**
 * Reads a CSV file or the first sheet of an Excel file (.xlsx). A formula is what Excel last worked out for it. Nothing is fetched or
 * run. Meant for a thread of its own: a small file can be made to take minutes and any memory.
 * @param decode the text of a CSV file
 */
export async function readCells(file: Uint8Array, decode: (file: Uint8Array) => string): Promise<Cells> {
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
	if (bytes.length === 0) return refused('This file is empty.');
	if (bytes.subarray(0, 8).equals(compound))
		return refused(
			'This is locked by a password, or made by an Excel before 2007. Open it in Excel, and save it without a password as .xlsx or CSV.',
		);
	if (bytes.subarray(0, 4).equals(zipped)) return readWorkbook(bytes);
	if (bytes.subarray(0, 4_000).includes(0)) return refused(noTable);
	const text = decode(bytes);
	return { is: 'cells', cells: Papa.parse<string[]>(text, { delimiter: separatorOf(text) }).data };
}

/** What stands most often in the first line that says anything. */
function separatorOf(text: string): string {
	const first = /\S.*/.exec(text.slice(0, 20_000))?.[0] ?? '';
	const outsideQuotes = first.replaceAll(/"[^"]*"/g, '');
	const often = (separator: string) => outsideQuotes.split(separator).length;
	return [',', '\t', ';', '|'].reduce((best, one) => (often(one) > often(best) ? one : best));
}

async function readWorkbook(bytes: Buffer): Promise<Cells> {
	try {
		if (!(await unpacksWithin(bytes, mostUnpacked)))
			return refused('There is far more in this file than figures take. Save the one sheet as CSV.');
		const rows = await readSheet(bytes);
		return { is: 'cells', cells: rows.map((row) => row.map(textOf)) };
	} catch {
		return refused(noTable);
	}
}

const textOf = (cell: unknown): string =>
	cell === null || cell === undefined
		? ''
		: cell instanceof Date
			? cell.toISOString().slice(0, 10)
			: String(cell as string | number | boolean);

/** Counts what comes out of it, whatever the file says of itself. */
async function unpacksWithin(bytes: Buffer, most: number): Promise<boolean> {
	const zip = await fromBufferPromise(bytes, { lazyEntries: true });
	let unpacked = 0;
	if (zip.entryCount > mostFiles) return false;
	for await (const entry of zip.eachEntry()) {
		if (unpacked + entry.uncompressedSize > most) return false;
		for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
			unpacked += chunk.byteLength;
			if (unpacked > most) return false;
		}
	}
	return true;
}

const refused = (because: string): Cells => ({ is: 'refused', because });
const noTable =
	'This could not be read as a spreadsheet. Save it in Excel as .xlsx or as CSV, and choose it again.';
