import type { Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import { bulkInsert, type Column } from '#domain/register/bulk-insert.server.ts';
import { publishedColumns, type PublishedResult } from './published.ts';

const whole = new Set<keyof PublishedResult>(['urn', 'pupils']);

const columns: Column<PublishedResult>[] = publishedColumns.map((key) => ({
	name: key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
	type:
		key === 'year'
			? 'text'
			: key === 'suppressed'
				? 'boolean'
				: whole.has(key)
					? 'integer'
					: 'double precision',
	of: (result) => result[key],
}));

/** Published results, a newer statement of the same school and year overwriting the older. */
export const writeResults = (db: Transaction<Tables>, results: readonly PublishedResult[]): Promise<void> =>
	bulkInsert(db, 'national_result', columns, ['urn', 'year'], results);
