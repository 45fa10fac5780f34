import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '#platform/db/database.ts';
import type { DatabaseSettings } from '#platform/db/open.ts';

/** A migrated, empty database that nobody has open yet. */
export interface FreshDatabase {
	settings: DatabaseSettings;
	remove(): Promise<void>;
}

export async function freshDatabase(engine: Database['engine']): Promise<FreshDatabase> {
	return engine === 'embedded' ? freshFolder() : freshOnServer();
}

function freshFolder(): FreshDatabase {
	const dataDir = mkdtempSync(join(inject('runFolder'), 'database-'));
	cpSync(inject('embeddedTemplate'), dataDir, { recursive: true });
	return { settings: { dataDir }, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

async function freshOnServer(): Promise<FreshDatabase> {
	const { superuser, owner, app } = inject('postgresql');
	const name = `fresh_eyes_test_${randomUUID().replaceAll('-', '')}`;
	await onServer(owner, `create database ${name} template fresh_eyes_template`);
	return {
		settings: { databaseUrl: app + name, databaseOwnerUrl: owner + name },
		// The owner may not end the server's own work in it, such as a vacuum that has just begun.
		remove: () => onServer(superuser, `drop database ${name} with (force)`),
	};
}

async function onServer(login: string, command: string): Promise<void> {
	const client = new pg.Client({ connectionString: new URL('/postgres', login).href });
	await client.connect();
	try {
		await client.query(command);
	} finally {
		await client.end();
	}
}
