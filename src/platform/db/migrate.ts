import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import type { PreparingClient } from './connection.ts';

export interface Migration {
	number: number;
	name: string;
	text: string;
	sha256: string;
}

/** Any number will do, as long as all starters ask for the same. */
const oneMigratorAtATime = 7_140_421;

/** The files `NNNN_name.sql` in db/migrations, in order. */
export function migrationsIn(folder = join(projectRoot, 'db', 'migrations')): Migration[] {
	const files = readdirSync(folder).filter((file) => /^\d{4}_\w+\.sql$/.test(file));
	return files.sort().map((name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		return {
			number: Number(name.slice(0, 4)),
			name,
			text,
			sha256: createHash('sha256').update(text).digest('hex'),
		};
	});
}

/**
 * Applies what has not been applied yet, each file in its own transaction, by the owner of the tables. Processes that
 * start together take turns, so each file runs once.
 *
 * @throws with a plain sentence when a file was edited after it had been applied, or one is missing
 */
export async function migrate(
	owner: PreparingClient,
	report: (step: string) => void = () => {},
	migrations = migrationsIn(),
): Promise<void> {
	await owner.statement('select pg_advisory_lock($1)', [oneMigratorAtATime]);
	try {
		await owner.script(`create table if not exists migration (
			number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
		for (const migration of await pending(owner, migrations)) {
			report(`Migrating the database: ${migration.name}`);
			await apply(owner, migration);
		}
		await owner.script('grant select on migration to fresh_eyes_app');
	} finally {
		await owner.statement('select pg_advisory_unlock($1)', [oneMigratorAtATime]);
	}
}

/** What is still to be applied. Refuses a history that differs from the files. */
async function pending(connection: PreparingClient, migrations = migrationsIn()): Promise<Migration[]> {
	const { rows } = await connection.statement('select number, name, sha256 from migration order by number');
	const applied = rows as { number: number; name: string; sha256: string }[];
	for (const { number, name, sha256 } of applied) {
		const file = migrations.find((migration) => migration.number === number);
		if (!file)
			throw new Error(
				`The database is newer than this Fresh Eyes: it has had ${name}, which is not in db/migrations.`,
			);
		if (file.sha256 !== sha256)
			throw new Error(
				`${file.name} was edited after it had been applied. Restore it and add a new file instead.`,
			);
	}
	return migrations.filter(({ number }) => !applied.some((row) => row.number === number));
}

async function apply(owner: PreparingClient, { number, name, text, sha256 }: Migration): Promise<void> {
	await owner.statement('begin');
	try {
		await owner.script(text);
		await owner.statement('insert into migration (number, name, sha256) values ($1, $2, $3)', [
			number,
			name,
			sha256,
		]);
		await owner.statement('commit');
	} catch (error) {
		await owner.statement('rollback');
		throw new Error(`${name} failed and was undone: ${(error as Error).message}`, { cause: error });
	}
}
