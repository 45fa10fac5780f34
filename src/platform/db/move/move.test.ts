import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { beforeAll, afterAll, describe, expect, inject, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '#test/fresh-database.ts';
import type { Database } from '../database.ts';
import { openEmbedded } from '../embedded/embedded-database.ts';
import { openOwner } from '../postgresql/postgresql-database.ts';
import { move } from './move.ts';

/** Two tables that point at each other, with every type of column and the awkward ones among their values. */
const awkward = [
	`create table awkward (
		id int generated always as identity primary key, twin_id int references awkward, other_id uuid, words text, day date, instant timestamptz,
		clock time, share numeric, ratio float8, answer jsonb, tags text[], bytes bytea, yes boolean, doubled int generated always as (id * 2) stored)`,
	'create table other (id uuid primary key, awkward_id int references awkward)',
	'alter table awkward add foreign key (other_id) references other',
	'alter table awkward enable row level security',
];
const values = [
	String.raw`insert into awkward (words, day, instant, clock, share, ratio, answer, tags, bytes, yes) values
		(E'tab\t “quote” \\ back\nline', '2026-02-28', '2026-03-29 01:30:00.123456+00', '08:45', 12345678901234567890.123456789, 0.1,
		 '{"a": [1, null, "x"], "big": 12345678901234567890}', array['a,b', null, '"', ''], '\x00ff', true),
		('', 'infinity', null, null, 'NaN', 'Infinity', 'null', '{}', '', false), (null, null, null, null, null, null, null, null, null, null)`,
	`insert into other select '018f0000-0000-7000-8000-000000000001', 1`,
	`update awkward set other_id = '018f0000-0000-7000-8000-000000000001', twin_id = 3 where id = 1`,
	`insert into awkward (words) select repeat('long ', 2000) || n from generate_series(1, 1500) n`,
];

describe.runIf(inject('engines').length === 2)('moving to PostgreSQL', () => {
	let folder: FreshDatabase;
	let server: FreshDatabase;
	let source: Database;
	let target: Awaited<ReturnType<typeof openOwner>>;
	const on = async (database: Pick<Database, 'asOwner'>, commands: string[]) => {
		for (const command of commands) await database.asOwner((db) => sql.raw(command).execute(db));
	};

	beforeAll(async () => {
		[folder, server] = [await freshDatabase('embedded'), await freshDatabase('postgresql')];
		if (!('dataDir' in folder.settings) || !('databaseUrl' in server.settings))
			throw new Error('one of each engine expected');
		source = await openEmbedded(folder.settings.dataDir);
		target = await openOwner(server.settings.databaseOwnerUrl!);
		await on(source, [...awkward, ...values]);
		await on(target, awkward);
	});
	afterAll(async () => {
		await source.close();
		await target.close();
		await folder.remove();
		await server.remove();
	});

	test('a row that the target refuses leaves it empty, with its keys in place', async () => {
		await on(target, [`alter table awkward add constraint short check (length(words) < 100)`]);
		await expect(move(source, target)).rejects.toThrow('short');
		await on(target, ['alter table awkward drop constraint short']);
		const { rows } = await target.asOwner((db) => sql`select count(*) from awkward`.execute(db));
		expect(rows).toEqual([{ count: 0 }]);
		await expect(
			on(target, [`insert into other values ('018f0000-0000-7000-8000-000000000002', 99)`]),
		).rejects.toThrow('foreign key');
	});

	test('every table arrives with the same rows and checksum', async () => {
		const moved = await move(source, target);
		expect(moved.filter(({ same }) => !same)).toEqual([]);
		expect(moved.find(({ table }) => table === 'awkward')?.to.rows).toBe(1503);
	});

	test('numbering goes on after the last, and foreign keys hold again', async () => {
		const { rows } = await target.asOwner((db) =>
			sql`insert into awkward (words) values ('next') returning id, doubled`.execute(db),
		);
		expect(rows).toEqual([{ id: 1504, doubled: 3008 }]);
		await expect(
			on(target, [`insert into other values ('018f0000-0000-7000-8000-000000000002', 9999)`]),
		).rejects.toThrow('foreign key');
	});

	test('a target that holds anything is refused', async () => {
		await expect(move(source, target)).rejects.toThrow('The target is not empty: awkward has 1504 rows');
	});

	test('the command moves, says so table by table, and refuses the second time', async () => {
		const [from, to] = [await freshDatabase('embedded'), await freshDatabase('postgresql')];
		if (!('dataDir' in from.settings) || !('databaseUrl' in to.settings))
			throw new Error('one of each engine expected');
		const owner = to.settings.databaseOwnerUrl!;
		const filled = await openEmbedded(from.settings.dataDir);
		await on(filled, [
			`insert into person (id, email, name) values ('018f0000-0000-7000-8000-000000000001', 'a@example.test', 'A')`,
		]);
		await filled.close();
		const command = () =>
			spawnSync(process.execPath, ['bin/move.ts', '--to', owner], {
				encoding: 'utf8',
				env: { ...process.env, DATA_DIR: (from.settings as { dataDir: string }).dataDir },
			});
		const [first, second] = [command(), command()];
		expect(first.stderr).toBe('');
		expect(first.stdout).toMatch(/^person +1 rows +[0-9a-f]{32} +same$/m);
		expect(first.status).toBe(0);
		expect(second).toMatchObject({
			status: 1,
			stderr: expect.stringContaining('The target is not empty: person has 1 rows'),
		});
		await from.remove();
		await to.remove();
	});
});
