import type { Database } from '#platform/db/database.ts';
import { completeRegister } from './completion.ts';
import { heldEdition, isNewer, recordEdition } from './edition.server.ts';
import { extractAsOf, extractHash, readExtract } from './extract.server.ts';
import { replaceLinks, writeSchools } from './store.server.ts';

/** Told how far a load has come: rows written, of how many. */
export type Progress = (done: number, of: number) => void;

const batch = 4_000;

/**
 * Fills the register from the extract that ships with the product, where that has not been done yet or the extract is
 * newer than what is there. Each batch is a transaction of its own, so that pages are served in between; the edition is
 * recorded with the last, and a load cut short is simply done again.
 * @returns whether anything was loaded
 */
export async function loadRegister(database: Database, progress: Progress = () => {}): Promise<boolean> {
	const shipped = { hash: extractHash(), asOf: extractAsOf() };
	if (!isNewer(shipped, await database.asOwner((db) => heldEdition(db, 'register')))) return false;
	const { schools: listed, links, names, asOf } = readExtract();
	const { schools, successions } = completeRegister(listed.values(), links, names, asOf);
	const rows = [...schools.values()];
	for (let at = 0; at < rows.length; at += batch) {
		progress(at, rows.length);
		await database.asOwner((db) => writeSchools(db, rows.slice(at, at + batch)));
	}
	await database.asOwner(async (db) => {
		await replaceLinks(db, successions);
		await recordEdition(db, 'register', shipped);
	});
	progress(rows.length, rows.length);
	return true;
}
