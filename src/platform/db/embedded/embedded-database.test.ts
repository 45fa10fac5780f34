import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { projectRoot } from '../../project-root.ts';
import { nobody } from '../../principal.ts';
import { openEmbedded } from './embedded-database.ts';

describe.runIf(inject('engines').includes('embedded'))('the embedded database', () => {
	let dataDir: string;
	beforeEach(() => {
		dataDir = mkdtempSync(join(tmpdir(), 'fresh-eyes-'));
	});
	afterEach(() => rmSync(dataDir, { recursive: true }));
	const startFromTemplate = () => cpSync(inject('embeddedTemplate'), dataDir, { recursive: true });

	test('R1: every commit is one flush, and no acknowledgement comes before its flush', () => {
		startFromTemplate();
		const writer = join(projectRoot, 'test/faults/traced-writer.ts');
		const tracer = join(projectRoot, 'test/faults/trace-flushes.ts');
		const { stdout, stderr } = spawnSync(process.execPath, ['--import', tracer, writer, dataDir, '20'], {
			encoding: 'utf8',
		});
		const [, trace] = stdout.split('ready\n');
		expect(trace, stderr).toBe('flushed\nsaved\n'.repeat(20));
	});

	test('a second opener is told plainly, and may come in when the first has closed', async () => {
		startFromTemplate();
		const first = await openEmbedded(dataDir);
		await expect(openEmbedded(dataDir)).rejects.toThrow('Another Fresh Eyes is using this folder');
		await first.close();
		await (await openEmbedded(dataDir)).close();
	});

	test('what a crash left of the first creation is made anew, and the folder is closed to other users', async () => {
		mkdirSync(join(dataDir, 'database.unfinished'));
		writeFileSync(join(dataDir, 'database.unfinished', 'PG_VERSION'), '18\n');
		const database = await openEmbedded(dataDir);
		await database.close();
		expect(existsSync(join(dataDir, 'database.unfinished'))).toBe(false);
		expect(statSync(dataDir).mode & 0o777).toBe(0o700);
		const open = readdirSync(join(dataDir, 'database'), { recursive: true, encoding: 'utf8' }).filter(
			(name) => statSync(join(dataDir, 'database', name)).mode & 0o022,
		);
		expect(open).toEqual([]);
	});

	test('even past the guard, the role cannot be given back by a function', async () => {
		startFromTemplate();
		const database = await openEmbedded(dataDir);
		const { rows } = await database.as(nobody, '', (db) =>
			sql<{
				may: boolean;
			}>`select has_function_privilege('set' || '_config(text,text,boolean)', 'execute') as may`.execute(db),
		);
		expect(rows).toEqual([{ may: false }]);
		await database.close();
	});

	test('a long query does not hold up the event loop', async () => {
		startFromTemplate();
		const database = await openEmbedded(dataDir);
		let turns = 0;
		const turning = setInterval(() => turns++, 1);
		await database.as(nobody, '', (db) => sql`select count(*) from generate_series(1, 1000000)`.execute(db));
		clearInterval(turning);
		expect(turns).toBeGreaterThan(1);
		await database.close();
	});
});
