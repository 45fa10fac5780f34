import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type DatabaseSettings, openDatabase } from '#platform/db/open.ts';
import { appLogin, ownerLogin, startPostgresql } from '#test/postgresql-server.ts';
import { deeds } from '../deeds.ts';

/** What is killed: the process alone, or with it, one time in ten, the server it writes to. */
export interface Victim {
	settings: DatabaseSettings;
	prepare(): Promise<void>;
	killServer(): Promise<void>;
	/** After a kill: whatever an operator would start again. */
	recover(): Promise<void>;
	remove(): Promise<void>;
}

async function prepareOn(settings: DatabaseSettings): Promise<void> {
	const database = await openDatabase(settings);
	for (const deed of deeds) await deed.prepare(database);
	await database.close();
}

export function embeddedVictim(): Victim {
	const dataDir = mkdtempSync(join(tmpdir(), 'fresh-eyes-faults-'));
	const settings = { dataDir };
	return {
		settings,
		prepare: () => prepareOn(settings),
		killServer: async () => {},
		recover: async () => {},
		remove: async () => rmSync(dataDir, { recursive: true, force: true }),
	};
}

export async function postgresqlVictim(): Promise<Victim> {
	const server = await startPostgresql({ durable: true });
	const client = new pg.Client({ connectionString: server.url(ownerLogin, 'postgres') });
	await client.connect();
	await client.query('create database fresh_eyes');
	await client.end();
	const settings = {
		databaseUrl: server.url(appLogin, 'fresh_eyes'),
		databaseOwnerUrl: server.url(ownerLogin, 'fresh_eyes'),
	};
	return {
		settings,
		prepare: () => prepareOn(settings),
		killServer: () => server.kill(),
		recover: () => server.start(),
		remove: () => server.stop(),
	};
}
