import { setTimeout as pause } from 'node:timers/promises';
import { Connections } from '../connection.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { transactions } from '../transactions.ts';
import { admit, loginOf, refuseMightyLogin } from './login.ts';

/**
 * Opens PostgreSQL (15 or later). Its owner migrates first.
 *
 * @throws with a plain sentence when a migration does not fit or the login could get round row-level security
 */
export async function openPostgresql(
	databaseUrl: string,
	databaseOwnerUrl: string,
	report: (step: string) => void = () => {},
): Promise<Database> {
	report('Connecting to PostgreSQL');
	const app = new Connections({
		connectionString: databaseUrl,
		max: 10,
		connectionTimeoutMillis: 10_000,
		statement_timeout: 30_000,
	});
	const owner = new Connections({
		connectionString: databaseOwnerUrl,
		max: 1,
		connectionTimeoutMillis: 10_000,
	});
	const close = async () => {
		await app.close();
		await owner.close();
	};
	try {
		const login = await onceReachable(() => app.with(loginOf), report);
		await owner.with(async (connection) => {
			await migrate(connection, report);
			await admit(connection, login);
		});
		await app.with(refuseMightyLogin);
	} catch (error) {
		await close();
		throw error;
	}
	return { engine: 'postgresql', ...transactions(app, owner), close };
}

/** How long a server that is just starting or restarting, as after an update of the machine, is waited for. */
const patience = { tries: 40, milliseconds: 250 };

/** What a server answers that is not up yet: nobody listens, it hangs up, it is starting (57P03). */
const notYet = ['ECONNREFUSED', 'ECONNRESET', '57P03'];

async function onceReachable<T>(ask: () => Promise<T>, report: (step: string) => void): Promise<T> {
	for (let tries = patience.tries; ; tries--) {
		try {
			return await ask();
		} catch (error) {
			if (tries === 0 || !notYet.includes((error as { code?: string }).code ?? '')) throw error;
			if (tries === patience.tries) report('Waiting for PostgreSQL to answer');
			await pause(patience.milliseconds);
		}
	}
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
