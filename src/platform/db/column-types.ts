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
 * | time, interval | the text PostgreSQL prints |
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
	if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new Error(`${text} does not fit a number; cast it to text in SQL.`);
	return value;
}

const arrayOf =
	<T>(parse: (text: string) => T) =>
	(text: string): (T | null)[] =>
		(pg.types.getTypeParser(textArray)(text) as (string | null)[]).map((item) => (item === null ? null : parse(item)));

const textArray = 1009;
const own = new Map<number, (text: string) => unknown>([
	[builtins.INT8, exactNumber],
	[1016, arrayOf(exactNumber)],
	[builtins.NUMERIC, exactNumber],
	[1231, arrayOf(exactNumber)],
	[builtins.DATE, asIs],
	[1182, arrayOf(asIs)],
	[builtins.TIMESTAMP, asIs],
	[builtins.INTERVAL, asIs],
	[1187, arrayOf(asIs)],
]);
