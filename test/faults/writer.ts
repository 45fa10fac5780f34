import { randomUUIDv7 } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { openEmbedded } from '#platform/db/embedded/embedded-database.ts';
import { type DatabaseSettings, openDatabase } from '#platform/db/open.ts';
import { deeds } from './deeds.ts';

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
const { lost, torn } = await look(ids);
say('looked', JSON.stringify({ lost, torn }));
if (lookOnly) await database.close();
else await Promise.all([1, 2, 3, 4].map(saveWithoutEnd));

function open(): Promise<Database> {
	return workerFile && 'dataDir' in settings
		? openEmbedded(settings.dataDir, undefined, workerFile)
		: openDatabase(settings);
}

/** An id is lost when no deed knows it. */
async function look(ids: string[]): Promise<{ lost: string[]; torn: string[] }> {
	let missing = ids;
	const broken: string[] = [];
	for (const deed of deeds) {
		missing = await deed.lost(database, missing);
		broken.push(...(await deed.torn(database)));
	}
	return { lost: missing, torn: broken };
}

async function saveWithoutEnd(writer: number): Promise<never> {
	for (let times = writer; ; times++) {
		const id = randomUUIDv7();
		await deeds[times % deeds.length]!.save(database, id);
		say('saved', id);
		// PostgreSQL has a checkpointer of its own.
		if (times % 5 === 0 && database.engine === 'embedded') {
			await database.asOwner((db) => sql`checkpoint`.execute(db));
		}
	}
}
