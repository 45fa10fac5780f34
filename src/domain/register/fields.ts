import type { RegisteredSchool } from './model.ts';

type Kind = 'text' | 'integer' | 'number' | 'day' | 'boolean';
interface Field {
	key: keyof RegisteredSchool;
	column: string;
	kind: Kind;
}

const kinds: Record<keyof RegisteredSchool, Kind> = {
	urn: 'integer',
	name: 'text',
	localAuthority: 'text',
	laCode: 'text',
	country: 'text',
	phase: 'text',
	type: 'text',
	gender: 'text',
	status: 'text',
	town: 'text',
	locality: 'text',
	postcode: 'text',
	district: 'text',
	easting: 'integer',
	northing: 'integer',
	lowAge: 'integer',
	highAge: 'integer',
	pupils: 'integer',
	capacity: 'integer',
	fsmPercent: 'number',
	religiousCharacter: 'text',
	trust: 'text',
	specialProvision: 'text',
	inspectedOn: 'day',
	inspectionOutcome: 'text',
	openedOn: 'day',
	closedOn: 'day',
	knownByLink: 'boolean',
	placeFrom: 'integer',
};

/** Every fact of a school, with its column in the table: the extract, the loader and the queries all go by this list. */
export const fields: readonly Field[] = Object.entries(kinds).map(([key, kind]) => ({
	key: key as keyof RegisteredSchool,
	column: key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
	kind,
}));

/** A school as the packed extract writes it, read back: empty cells are empty text or null, as the fact allows. */
export function schoolFromCells(cells: Readonly<Record<string, string>>): RegisteredSchool {
	return Object.fromEntries(
		fields.map(({ key, kind }) => [key, read(cells[key] ?? '', kind)]),
	) as unknown as RegisteredSchool;
}

function read(cell: string, kind: Kind): string | number | boolean | null {
	if (kind === 'text') return cell;
	if (kind === 'boolean') return cell === 'true';
	if (cell === '') return null;
	return kind === 'day' ? cell : Number(cell);
}

/** A school as the table has it. */
export function schoolFromRow(row: Readonly<Record<string, unknown>>): RegisteredSchool {
	return Object.fromEntries(
		fields.map(({ key, column }) => [key, row[column]]),
	) as unknown as RegisteredSchool;
}
