import pg from 'pg';

const { builtins } = pg.types;

/**
 * What a column becomes in TypeScript, the same on both engines:
 *
 * | column | value |
 * |---|---|
 * | int8, count(*), numeric | number; refused where a number would round it |
 * | date | 'YYYY-MM-DD' |
 * | timestamptz | Date |
 * | time | 'HH:MM' |
 * | interval | the text PostgreSQL prints |
 * | bytea | Uint8Array |
 * | json, jsonb | parsed |
 * | arrays | arrays of the above |
 */
export const columnTypes: pg.CustomTypesConfig = {
	getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
		own.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

const asIs = (text: string) => text;

function exactNumber(text: string): number {
	const value = Number(text);
	if (Number.isInteger(value) && !Number.isSafeInteger(value))
		throw new Error(`${text} does not fit a number; cast it to text in SQL.`);
	return value;
}

const arrayOf =
	<T>(parse: (text: string) => T) =>
	(text: string): (T | null)[] =>
		(pg.types.getTypeParser(textArray)(text) as (string | null)[]).map((item) =>
			item === null ? null : parse(item),
		);

// The types' numbers in PostgreSQL's catalogue where the driver has no name for them.
const textArray: number = 1009;
const int8Array = 1016;
const dateArray = 1182;
const intervalArray = 1187;
const numericArray = 1231;

const own = new Map<number, (text: string) => unknown>([
	[builtins.INT8, exactNumber],
	[int8Array, arrayOf(exactNumber)],
	[builtins.NUMERIC, exactNumber],
	[numericArray, arrayOf(exactNumber)],
	[builtins.DATE, asIs],
	[dateArray, arrayOf(asIs)],
	// Timetables are kept to the minute.
	[builtins.TIME, (text) => text.slice(0, 5)],
	[builtins.TIMESTAMP, asIs],
	[builtins.INTERVAL, asIs],
	[intervalArray, arrayOf(asIs)],
]);
