import { randomUUIDv7 } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { openEmbedded } from '#platform/db/embedded/embedded-database.ts';
import { type DatabaseSettings, openDatabase } from '#platform/db/open.ts';
import { jotting } from './jotting.ts';

/**
 * The process that is killed. Opens the database, looks whether everything acknowledged so far is there and whole, says
 * so, and then saves without end and acknowledges each save, four at a time, until it is killed. Arguments: one JSON.
 */
export interface Assignment {
	settings: DatabaseSettings;
	/** A file with the ids to look for, one a line. */
	acknowledged: string;
	/** Only look, then close. */
	lookOnly?: boolean;
	/** The embedded engine's worker, where it is not the product's own. */
	workerFile?: string;
}

const { settings, acknowledged, lookOnly, workerFile }: Assignment = JSON.parse(process.argv[2]!);
const say = (word: string, rest = '') => writeSync(1, `${word} ${rest}\n`);

const database = await open();
const ids = readFileSync(acknowledged, 'utf8').split('\n').filter(Boolean);
const lost = await jotting.lost(database, ids);
const torn = await jotting.torn(database);
say('looked', JSON.stringify({ lost, torn }));
if (lookOnly) await database.close();
else await Promise.all([save(), save(), save(), saveAndCheckpoint()]);

function open(): Promise<Database> {
	return workerFile && 'dataDir' in settings
		? openEmbedded(settings.dataDir, undefined, workerFile)
		: openDatabase(settings);
}

async function save(): Promise<never> {
	for (;;) {
		const id = randomUUIDv7();
		await jotting.save(database, id);
		say('saved', id);
	}
}

async function saveAndCheckpoint(): Promise<never> {
	for (let times = 1; ; times++) {
		const id = randomUUIDv7();
		await jotting.save(database, id);
		say('saved', id);
		// Through the owner's one session; on PostgreSQL its own checkpointer does this.
		if (times % 25 === 0 && database.engine === 'embedded')
			await database.asOwner((db) => sql`checkpoint`.execute(db));
	}
}
