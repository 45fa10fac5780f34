import { join } from 'node:path';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/open.ts';
import { type Env, readEnv } from './env.ts';
import { addPart } from './lifecycle.ts';
import { logError } from './log.ts';
import { folderCarrier, smtpCarrier } from './mail/carrier.ts';
import { type Delivery, startDelivery } from './mail/delivery.ts';
import { announce, report } from './progress.ts';
import { installationSecret, openSetUp } from './session/installation.ts';
import { type SignIn, openSignIn } from './session/sign-in.ts';

/** What one process holds: its settings, its one database, and what runs over it. */
export interface Server {
	env: Env;
	database: Database;
	signIn: SignIn;
	delivery: Delivery;
	/** What this installation signs and seals with. */
	secret: string;
}

// Kept outside the module, because development loads modules anew and the database must not be opened twice.
const key = Symbol.for('fresh-eyes.server');
const held = globalThis as { [key]?: Promise<Server> };

/** The running server, opened by the first who asks. Rejects with a plain sentence when it cannot be. */
export function server(): Promise<Server> {
	return (held[key] ??= open(readEnv(process.env)));
}

async function open(env: Env): Promise<Server> {
	report('Opening the database');
	const database = await openDatabase(env.postgresql ?? { dataDir: env.dataDir }, report);
	addPart({ name: 'database', check: () => database.signIn(async () => {}), close: () => database.close() });

	const secret = await installationSecret(database);
	const signIn = openSignIn(database, { origin: env.origin, secret, demo: env.demo });

	const delivery = startDelivery(database, carrier(env), (error) => logError(error, { job: 'mail' }));
	addPart({ name: 'mail', check: async () => {}, close: () => delivery.stop() });

	if (!env.demo) await announceSetUp(database, env.origin);
	return { env, database, signIn, delivery, secret };
}

function carrier(env: Env) {
	if (env.smtpUrl && !env.demo) return smtpCarrier(env.smtpUrl, env.origin);
	const folder = join(env.dataDir, 'mail');
	announce(`Mail: no SMTP_URL is set, so letters are kept as files in ${folder}`);
	return folderCarrier(folder, env.origin);
}

async function announceSetUp(database: Database, origin: string) {
	const token = await openSetUp(database);
	if (!token) return;
	announce(
		`Nobody is here yet. Set up your partnership at ${origin}/set-up with this token, which works once:`,
	);
	announce(`  ${token}`);
}
