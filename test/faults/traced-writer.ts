import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { openDatabase } from '#platform/db/open.ts';

/** Saves a number of rows one after the other and says so after each. Arguments: the data folder, how many. */
const [dataDir = '', times = '0'] = process.argv.slice(2);
const database = await openDatabase({ dataDir });
await database.asOwner((db) => sql`create table jotting (id int primary key)`.execute(db));
writeSync(1, 'ready\n');
for (let id = 0; id < Number(times); id++) {
	await database.asOwner((db) => sql`insert into jotting values (${id})`.execute(db));
	writeSync(1, 'saved\n');
}
process.kill(process.pid, 'SIGKILL');
