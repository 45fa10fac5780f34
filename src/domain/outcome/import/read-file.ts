import { decode } from '#domain/register/decode.ts';
import { readCells } from '#platform/spreadsheet/read-cells.ts';
import type { SchoolYear } from '../year.ts';
import { mostMappedColumns } from './mapping.ts';
import { performanceTable, readTable, yearOfName } from './performance-tables.ts';
import { mostOf, sheetOf, type Sheet } from './sheet.ts';
import type { Reader, Reading } from './statements.ts';

export interface GivenFile {
	bytes: Uint8Array;
	fileName: string;
	/** The school year that somebody said it is for. */
	year: SchoolYear | null;
	reader: Reader;
}

/** What became of a file: its figures, or a sheet whose columns somebody has to name, or why it is neither. */
export type ReadFile =
	{ is: 'read'; reading: Reading } | { is: 'sheet'; sheet: Sheet } | { is: 'refused'; because: string };

const refused = (because: string): ReadFile => ({ is: 'refused', because });
const counted = (count: number) => count.toLocaleString('en-GB');

/** Reads a file in a layout that is known, or as a table. `tell` hears how many rows of how many. */
export async function readFile(
	{ bytes, fileName, year, reader }: GivenFile,
	tell: (rows: number, of: number) => void,
): Promise<ReadFile> {
	const read = await readCells(bytes, decode);
	if (read.is === 'refused') return read;
	const sheet = sheetOf(read.cells);
	if (!sheet || sheet.rows.length === 0)
		return refused('There is no table in this file: no headings with rows under them.');
	if (sheet.rows.length > mostOf.rows)
		return refused(
			`This has ${counted(sheet.rows.length)} rows; ${counted(mostOf.rows)} can be read at once. Take out the schools that are not yours.`,
		);
	if (sheet.headings.length > mostOf.columns)
		return refused(
			`This has ${counted(sheet.headings.length)} columns; ${counted(mostOf.columns)} can be read at once.`,
		);
	const table = performanceTable(sheet);
	if (table) {
		const yearOfFile = table.year ?? year ?? yearOfName(fileName);
		if (table.yearAt < 0 && yearOfFile === null)
			return refused(
				'This file does not say which year it is for. Choose it again, and give the year with it.',
			);
		return {
			is: 'read',
			reading: readTable(sheet, table, reader, yearOfFile, (rows) => tell(rows, sheet.rows.length)),
		};
	}
	if (sheet.headings.length > mostMappedColumns)
		return refused(
			`This is no file of DfE’s that we know, and has ${counted(sheet.headings.length)} columns. Keep the columns you want, ${mostMappedColumns} at the most.`,
		);
	return { is: 'sheet', sheet };
}
