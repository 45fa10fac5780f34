import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { openEmbedded } from '#platform/db/embedded/embedded-database.ts';
import { openDatabase } from '#platform/db/open.ts';
import { freshDatabase } from './fresh-database.ts';

/**
 * Opening a database costs more than most files of tests do in it. So each worker keeps one per engine, lends it to the files
 * it runs one after another, and empties it in between.
 */
const kept = new Map<Database['engine'], Database>();

/** A migrated database without a row, to be given back. */
export async function borrowDatabase(engine: Database['engine']): Promise<Database> {
	const lent = kept.get(engine) ?? (await openFresh(engine));
	kept.delete(engine);
	return lent;
}

/** Embedded, it flushes nothing: that the product's does is tested by itself, and by the faults. */
async function openFresh(engine: Database['engine']): Promise<Database> {
	const { settings } = await freshDatabase(engine);
	return 'dataDir' in settings
		? openEmbedded(settings.dataDir, () => {}, join(import.meta.dirname, 'hasty-worker.ts'))
		: openDatabase(settings);
}

/** Empties it for the next. One that cannot be emptied is lent to nobody again. */
export async function giveBackDatabase(database: Database): Promise<void> {
	await emptyDatabase(database);
	kept.set(database.engine, database);
}

/**
 * Deletes the rows of all tables that have any, in one statement, at whose end alone references are checked, and without
 * what triggers write because of it. Truncating would make each table and index of it a new file.
 */
async function emptyDatabase(database: Database): Promise<void> {
	await database.asOwner(async (db) => {
		const { rows: tables } = await sql<{ name: string; triggers: boolean }>`
			select c.relname as name, exists (
				select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgtype & 8 = 8) as triggers
			from pg_class c
			where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration'`.execute(db);
		const watched = tables.filter(({ triggers }) => triggers);
		const onWatched = async (change: 'disable' | 'enable') => {
			for (const { name } of watched)
				await sql`alter table ${sql.table(name)} ${sql.raw(change)} trigger user`.execute(db);
		};
		await onWatched('disable');
		const deletes = tables.map(
			({ name }) => sql`${sql.ref(`from_${name}`)} as (delete from ${sql.table(name)})`,
		);
		await sql`with ${sql.join(deletes)} select`.execute(db);
		await onWatched('enable');
	});
}
