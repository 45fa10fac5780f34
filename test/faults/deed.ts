import type { Database } from '#platform/db/database.ts';

/**
 * Something that is saved and acknowledged again and again while the faults happen. A deed writes several rows in one
 * transaction, so that half of it can be told from all of it.
 */
export interface Deed {
	/** Once, on a migrated and otherwise empty database. */
	prepare(database: Database): Promise<void>;
	/** Saves under an id of its own; resolves when it may be acknowledged. */
	save(database: Database, id: string): Promise<void>;
	/** Of these acknowledged ids, those that are not there. */
	lost(database: Database, acknowledged: string[]): Promise<string[]>;
	/** Plain words on everything that is there in part, or that two ways of reading tell differently. */
	torn(database: Database): Promise<string[]>;
}
