/** A table as somebody made it: headings, and rows by the number that the spreadsheet shows beside them. */
export interface Sheet {
	headings: string[];
	rows: { row: number; cells: string[] }[];
}

/** The most of a file. England's schools of one year are 16,000 rows of DfE's 318 columns. */
export const mostOf = { bytes: 11_000_000, rows: 60_000, columns: 400 } as const;

const longestCell = 200;
const isFilled = (cell: string | undefined) => (cell ?? '').trim() !== '';

/** Cells as a sheet: its headings are the first row with two filled cells. Null where there is none. Empty rows are passed over. */
export function sheetOf(cells: readonly (readonly string[])[]): Sheet | null {
	const at = cells.findIndex((row) => row.filter(isFilled).length >= 2);
	if (at < 0) return null;
	return {
		headings: cells[at]!.map(short),
		rows: cells
			.slice(at + 1)
			.map((row, place) => ({ row: at + 2 + place, cells: row.map(short) }))
			.filter((row) => row.cells.some(isFilled)),
	};
}

const short = (cell: string) => cell.replaceAll('\u0000', '').trim().slice(0, longestCell);
