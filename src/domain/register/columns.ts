import Papa from 'papaparse';

/** A file that is not what it was taken for. The message is for whoever gave the file. */
export class WrongFile extends Error {}

/** A row of a CSV file by our own names for its columns; a column that the file lacks is undefined. */
export type Row<Name extends string> = Partial<Record<Name, string>>;

/** Our name for a column → the headings it has in the files we know, any of which will do. */
export type Headings<Name extends string> = Record<Name, readonly string[]>;

/** The headings in the first line of a CSV file. */
export const headingsOf = (text: string): string[] =>
	Papa.parse<string[]>(text, { preview: 1 }).data[0] ?? [];

/**
 * Reads a CSV file by its headings, whatever their order and number.
 * @throws WrongFile naming every column of `needed` that the file lacks
 */
export function readColumns<Name extends string>(
	text: string,
	headings: Headings<Name>,
	needed: readonly Name[],
): Row<Name>[] {
	const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
	const found = data[0] ?? [];
	const at = Object.entries<readonly string[]>(headings).flatMap(([name, choices]) => {
		const index = found.findIndex((heading) => choices.includes(heading.trim()));
		return index < 0 ? [] : [[name as Name, index] as const];
	});
	const missing = needed.filter((name) => !at.some(([present]) => present === name));
	if (missing.length) {
		const names = missing.map((name) => `“${headings[name][0]}”`).join(', ');
		throw new WrongFile(`the file has no column ${names}.`);
	}
	return data
		.slice(1)
		.map(
			(cells) =>
				Object.fromEntries(at.map(([name, index]) => [name, (cells[index] ?? '').trim()])) as Row<Name>,
		);
}
