import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrationsIn } from '#platform/db/migrate.ts';
import { openDatabase } from '#platform/db/open.ts';
import { projectRoot } from '#platform/project-root.ts';
import { appLogin, ownerLogin, startPostgresql } from './postgresql-server.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		engines: ('embedded' | 'postgresql')[];
		/** A folder with a migrated embedded database, to be copied. */
		embeddedTemplate: string;
		/** Where the run's own data folders lie, until it is over. */
		runFolder: string;
		/** The server's URLs, the database name left out. */
		postgresql: { superuser: string; owner: string; app: string };
	}
}

const aDay = 24 * 60 * 60 * 1000;
const templateName = 'fresh_eyes_template';

/**
 * Makes one migrated database per engine, which every test file then copies. ENGINE=embedded or ENGINE=postgresql runs
 * the tests on one alone. TEST_DATABASE_URL names a PostgreSQL to use (a superuser's login) instead of the one from npm.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const chosen = process.env['ENGINE'];
	const engines = (['embedded', 'postgresql'] as const).filter(
		(engine) => !chosen || chosen === 'both' || chosen === engine,
	);
	const runFolder = mkdtempSync(join(tmpdir(), 'fresh-eyes-tests-'));
	const clear = () => rmSync(runFolder, { recursive: true, force: true });
	project.provide('engines', engines);
	project.provide('runFolder', runFolder);
	project.provide('embeddedTemplate', engines.includes('embedded') ? await embeddedTemplate() : '');
	if (!engines.includes('postgresql')) {
		project.provide('postgresql', { superuser: '', owner: '', app: '' });
		return async () => clear();
	}
	const { superuser, owner, app, stop } = await postgresql();
	await recreateTemplate(owner);
	const template = await openDatabase({
		databaseUrl: app + templateName,
		databaseOwnerUrl: owner + templateName,
	});
	await template.close();
	project.provide('postgresql', { superuser, owner, app });
	return async () => {
		clear();
		await stop();
	};
}

async function postgresql() {
	const given = process.env['TEST_DATABASE_URL'];
	if (given) return { superuser: given, ...(await loginsOn(given)), stop: () => dropDatabases(given) };
	const server = await startPostgresql();
	return {
		superuser: server.url('postgres', ''),
		owner: server.url(ownerLogin, ''),
		app: server.url(appLogin, ''),
		stop: () => server.stop(),
	};
}

/** Two plain logins on a server that is there already, with a password of this run's own. */
async function loginsOn(superuserUrl: string): Promise<{ owner: string; app: string }> {
	const password = crypto.randomUUID();
	const client = new pg.Client({ connectionString: superuserUrl });
	await client.connect();
	for (const [login, rights] of [
		[ownerLogin, 'createdb createrole'],
		[appLogin, ''],
	] as const) {
		const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login]);
		await client.query(
			`${rowCount ? 'alter' : 'create'} role ${login} login ${rights} password '${password}'`,
		);
	}
	await client.end();
	const as = (login: string) =>
		Object.assign(new URL(superuserUrl), { username: login, password, pathname: '/' }).href;
	return { owner: as(ownerLogin), app: as(appLogin) };
}

/** Those that workers kept to the end, on a server that stays. */
async function dropDatabases(superuser: string): Promise<void> {
	const client = new pg.Client({ connectionString: superuser });
	await client.connect();
	const { rows } = await client.query<{ datname: string }>(
		String.raw`select datname from pg_database where datname like 'test\_%'`,
	);
	for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
	await client.end();
}

async function recreateTemplate(owner: string): Promise<void> {
	const client = new pg.Client({ connectionString: `${owner}postgres` });
	await client.connect();
	await client.query(`drop database if exists ${templateName} with (force)`);
	await client.query(`create database ${templateName}`);
	await client.end();
}

/** Creating an embedded database takes seconds, so it is kept between runs, under the name of all it was made from. */
async function embeddedTemplate(): Promise<string> {
	const madeFrom = createHash('sha256').update(readFileSync(join(projectRoot, 'package-lock.json')));
	for (const file of ['data-folder', 'sized-files', 'durable-files', 'worker']) {
		madeFrom.update(readFileSync(join(projectRoot, `src/platform/db/embedded/${file}.ts`)));
	}
	for (const { sha256 } of migrationsIn()) madeFrom.update(sha256);
	const kept = join(projectRoot, 'node_modules/.cache/fresh-eyes');
	const template = join(kept, madeFrom.digest('hex').slice(0, 16));
	if (existsSync(template)) return template;
	mkdirSync(kept, { recursive: true });
	for (const old of readdirSync(kept)) {
		if (Date.now() - statSync(join(kept, old)).mtimeMs > aDay) rmSync(join(kept, old), { recursive: true });
	}
	const making = mkdtempSync(join(kept, 'making-'));
	await (await openDatabase({ dataDir: making })).close();
	try {
		renameSync(making, template);
	} catch (error) {
		if (!existsSync(template)) throw error;
		rmSync(making, { recursive: true });
	}
	return template;
}
