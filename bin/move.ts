import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { databaseFolder } from '#platform/db/embedded/data-folder.ts';
import { move, type Moved, MovedWrongly } from '#platform/db/move/move.ts';
import { openDatabase } from '#platform/db/open.ts';
import { openOwner } from '#platform/db/postgresql/postgresql-database.ts';
import { readEnv } from '#platform/env.ts';

// npm run move -- --to postgres://owner@host/database
// Copies the embedded database under DATA_DIR to an empty PostgreSQL and proves it table by table. Fresh Eyes must be stopped.

const { values } = parseArgs({ options: { to: { type: 'string' } } });
const { dataDir } = readEnv({ ...process.env, DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined });

try {
	if (!values.to)
		throw new Error(
			'Usage: npm run move -- --to postgres://owner@host/database (the login that will own the tables)',
		);
	if (!existsSync(databaseFolder(dataDir))) throw new Error(`There is no embedded database in ${dataDir}.`);
	show(await moveTo(values.to));
	console.log(
		'\nEverything arrived. Start Fresh Eyes with DATABASE_URL and DATABASE_OWNER_URL from now on; the folder is untouched.',
	);
} catch (error) {
	if (error instanceof MovedWrongly) show(error.moved);
	console.error((error as Error).message);
	process.exitCode = 1;
}

async function moveTo(url: string): Promise<Moved[]> {
	const source = await openDatabase({ dataDir });
	try {
		const target = await openOwner(url);
		try {
			return await move(source, target);
		} finally {
			await target.close();
		}
	} finally {
		await source.close();
	}
}

function show(moved: Moved[]): void {
	const width = Math.max(...moved.map(({ table }) => table.length));
	for (const { table, from, to, same } of moved) {
		const rows = from.rows === to.rows ? `${from.rows}` : `${from.rows} → ${to.rows}`;
		console.log(
			`${table.padEnd(width)}  ${rows.padStart(9)} rows  ${(from.checksum || '-').padEnd(32)}  ${same ? 'same' : `DIFFERENT: ${to.checksum}`}`,
		);
	}
}
