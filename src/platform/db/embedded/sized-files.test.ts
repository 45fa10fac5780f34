import { constants, cpSync, fstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { databaseFolder } from './data-folder.ts';
import { type Bridge, SizedFiles } from './sized-files.ts';

/** Asks the system, too, each time PostgreSQL asks for a size. */
class CheckedFiles extends SizedFiles {
	asked = 0;
	readonly wrong: string[] = [];

	protected override extend(bridge: Bridge): void {
		super.extend(bridge);
		const { llseek } = bridge.stream_ops;
		bridge.stream_ops.llseek = (stream, offset, whence) => {
			const position = llseek(stream, offset, whence);
			if (whence === 2 && (stream.node.mode & constants.S_IFMT) === constants.S_IFREG) {
				this.asked++;
				const { size } = fstatSync(stream.nfd);
				if (position !== size + offset) this.wrong.push(`${position} for ${size + offset}`);
			}
			return position;
		};
	}
}

/** What makes files longer, cuts them, makes them anew and takes them away. */
const deeds = [
	"insert into t select n, repeat('x', 500) from generate_series(1, 400) n",
	"insert into t select n, (select string_agg(md5(random()::text), '') from generate_series(1, 200)) from generate_series(1, 5) n",
	"update t set words = words || '!' where n % 3 = 0",
	'delete from t where n % 2 = 0',
	'delete from t',
	'vacuum t',
	'vacuum full t',
	'truncate t',
	'begin; truncate t; rollback',
	'create index if not exists t_words on t (left(words, 20))',
	'drop index if exists t_words',
	'reindex table t',
	'alter table t alter n type bigint',
	'alter table t alter n type integer',
	'drop table t; create table t (n integer, words text)',
	"begin; create table u as select * from t; insert into u select 1, 'x' from generate_series(1, 500); rollback",
	'create temp table if not exists v as select * from t; insert into v select * from t; drop table v',
	'select count(*) from t a join t b using (n)',
	'checkpoint',
	'select pg_switch_wal()',
];

test.runIf(inject('engines').includes('embedded'))(
	'the size kept of a file is the one on disk, whatever is done with tables, and after they are opened anew',
	async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'fresh-eyes-'));
		cpSync(inject('embeddedTemplate'), dataDir, { recursive: true });
		const run = async (lines: readonly string[]) => {
			const files = new CheckedFiles(databaseFolder(dataDir));
			const database = await PGlite.create({ fs: files });
			await database.exec('create table if not exists t (n integer, words text)');
			for (const line of lines) await database.exec(line);
			await database.close();
			expect(files.wrong).toEqual([]);
			return files.asked;
		};
		expect(await run(deeds)).toBeGreaterThan(100);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom(...deeds), { minLength: 10, maxLength: 40 }),
				async (lines) => {
					await run(lines);
				},
			),
			{ numRuns: 6 },
		);
		rmSync(dataDir, { recursive: true });
	},
	300_000,
);
