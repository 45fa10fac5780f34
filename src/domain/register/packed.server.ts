import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** One value of a packed table. Numbers are written as such; empty text and null are both nothing. */
export type Cell = string | number | null;

/** Writes rows as lines of tab-separated cells, compressed. Line one names the columns. */
export function writePacked(
	file: string,
	columns: readonly string[],
	rows: Iterable<readonly Cell[]>,
): number {
	const lines = [columns.join('\t')];
	for (const row of rows)
		lines.push(row.map((cell) => String(cell ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t'));
	const text = Buffer.from(lines.join('\n'));
	const packed = brotliCompressSync(text, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
			[constants.BROTLI_PARAM_SIZE_HINT]: text.length,
		},
	});
	writeFileSync(file, packed);
	return packed.length;
}

/** The rows of a packed table, by column. */
export function* readPacked(file: string): Generator<Record<string, string>> {
	const text = brotliDecompressSync(readFileSync(file)).toString();
	const lines = text.split('\n');
	const columns = lines[0]!.split('\t');
	for (let at = 1; at < lines.length; at++) {
		const cells = lines[at]!.split('\t');
		const row: Record<string, string> = {};
		for (let column = 0; column < columns.length; column++) row[columns[column]!] = cells[column]!;
		yield row;
	}
}
