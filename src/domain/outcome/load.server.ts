import { createHash } from 'node:crypto';
import type { Database } from '#platform/db/database.ts';
import { heldEdition, isNewer, recordEdition } from '#domain/register/edition.server.ts';
import { extractAsOf } from '#domain/register/extract.server.ts';
import type { Progress } from '#domain/register/load.server.ts';
import { extractHash, readExtract } from './extract.server.ts';
import type { PublishedResult } from './published.ts';
import { writeResults } from './published-store.server.ts';

const batch = 10_000;

/**
 * Fills the published results from the extract that ships with the product, where that has not been done yet. In batches,
 * each a transaction of its own; a load cut short is simply done again.
 * @returns whether anything was loaded
 */
export async function loadResults(database: Database, progress: Progress = () => {}): Promise<boolean> {
	const shipped = { hash: extractHash(), asOf: extractAsOf() };
	if (!isNewer(shipped, await database.asOwner((db) => heldEdition(db, 'results')))) return false;
	const results = [...readExtract()];
	for (let at = 0; at < results.length; at += batch) {
		progress(at, results.length);
		await database.asOwner((db) => writeResults(db, results.slice(at, at + batch)));
	}
	await database.asOwner((db) => recordEdition(db, 'results', shipped));
	progress(results.length, results.length);
	return true;
}

/** Lays newer results over what is held, all or nothing. Returns how many schools and years they cover. */
export async function addResults(
	database: Database,
	results: readonly PublishedResult[],
	asOf: string,
): Promise<number> {
	const once = [...new Map(results.map((result) => [`${result.urn} ${result.year}`, result])).values()];
	const hash = createHash('sha256').update(JSON.stringify(once)).digest('hex').slice(0, 16);
	await database.asOwner(async (db) => {
		for (let at = 0; at < once.length; at += batch) await writeResults(db, once.slice(at, at + batch));
		await recordEdition(db, 'results', { hash, asOf });
	});
	return once.length;
}
