import { Connections, type PreparingClient } from '../connection.ts';
import type { Database } from '../database.ts';
import { migrate, pending } from '../migrate.ts';
import { transactions } from '../transactions.ts';
import { admit, loginOf, refuseMightyLogin } from './login.ts';

/**
 * Opens PostgreSQL (15 or later). With the owner's URL it migrates first; without, everything must have been migrated.
 *
 * @throws with a plain sentence when migrations are missing or the login could get round row-level security
 */
export async function openPostgresql(
	databaseUrl: string,
	databaseOwnerUrl: string | undefined,
	report: (step: string) => void = () => {},
): Promise<Database> {
	report('Connecting to PostgreSQL');
	const app = new Connections({
		connectionString: databaseUrl,
		max: 10,
		connectionTimeoutMillis: 10_000,
		statement_timeout: 30_000,
	});
	const owner = databaseOwnerUrl
		? new Connections({ connectionString: databaseOwnerUrl, max: 1, connectionTimeoutMillis: 10_000 })
		: undefined;
	const close = async () => {
		await app.close();
		await owner?.close();
	};
	try {
		const login = await app.with(loginOf);
		await owner?.with(async (connection) => {
			await migrate(connection, report);
			await admit(connection, login);
		});
		await app.with(async (connection) => {
			await refuseMightyLogin(connection);
			if (!owner) await refuseUnmigrated(connection);
		});
	} catch (error) {
		await close();
		throw error;
	}
	return { engine: 'postgresql', ...transactions(app, owner), close };
}

/** Opens PostgreSQL by its owner alone and migrates it: to move data into it. */
export async function openOwner(databaseOwnerUrl: string): Promise<Pick<Database, 'asOwner' | 'close'>> {
	const owner = new Connections({
		connectionString: databaseOwnerUrl,
		max: 1,
		connectionTimeoutMillis: 10_000,
	});
	try {
		await owner.with((connection) => migrate(connection));
	} catch (error) {
		await owner.close();
		throw error;
	}
	return { asOwner: transactions(owner, owner).asOwner, close: () => owner.close() };
}

async function refuseUnmigrated(connection: PreparingClient): Promise<void> {
	const { rows } = await connection.statement(
		`select to_regclass('public.migration') is not null as present`,
	);
	const missing = rows[0].present ? await pending(connection) : undefined;
	if (missing?.length !== 0)
		throw new Error('The database is not up to date. Start once with DATABASE_OWNER_URL to migrate it.');
}
