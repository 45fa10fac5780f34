import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';

/** A server started as anybody would start it, on a port and in a data folder of its own. */
export interface RunningProduct {
	readonly origin: string;
	/** Of its process. */
	readonly pid: number;
	/** Where its data lies. A folder made for it is removed when it ends. */
	readonly dataDir: string;
	/** Everything printed so far. */
	said(): string;
	/** Ends it as an operator would, and waits; returns the exit code. */
	stop(): Promise<number | null>;
	/** Ends it as a power cut would: at once. */
	kill(): Promise<void>;
	/** Holds it up, as if it or the network to it were stuck, and lets it go on. */
	holdUp(): void;
	goOn(): void;
}

export interface HowToStart {
	/** Settings on top of PORT and DATA_DIR, e.g. DEMO or DATABASE_URL. */
	env?: Record<string, string>;
	/** DATA_DIR: an existing folder that outlives the server; without it a new one is made. */
	dataDir?: string;
	/** A folder from a copy of which a new one begins, to save creating a database. */
	like?: string | undefined;
	/** Where it listens; without it on a port that is free. */
	port?: number;
	/** The folder of another release to start; without it this one. */
	release?: string;
	/** Resolves at the first answer instead of when everything is ready. */
	untilListening?: boolean;
}

/** Starts the product and waits until it is ready. Fails with what it printed when it ends before that. */
export async function startProduct(how: HowToStart = {}): Promise<RunningProduct> {
	const port = how.port ?? (await freePort());
	const origin = `http://localhost:${port}`;
	const folder = how.dataDir ?? (await mkdtemp(join(tmpdir(), 'fresh-eyes-')));
	if (how.like && !how.dataDir) await cp(how.like, folder, { recursive: true });
	const server = spawn(process.execPath, ['bin/start.ts'], {
		cwd: how.release ?? projectRoot,
		env: { ...withoutSettings(), PORT: String(port), DATA_DIR: folder, ...how.env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let said = '';
	server.stdout.on('data', (chunk) => (said += String(chunk)));
	server.stderr.on('data', (chunk) => (said += String(chunk)));
	const ended = new Promise<number | null>((resolve) => server.once('close', resolve));
	const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
		server.kill('SIGCONT');
		server.kill(signal);
		const code = await ended;
		if (!how.dataDir) await rm(folder, { recursive: true, force: true });
		return code;
	};
	await answered(`http://127.0.0.1:${port}/${how.untilListening ? 'healthz' : 'readyz'}`, server, () => said);
	return {
		origin,
		pid: server.pid!,
		dataDir: how.env?.['DEMO'] === '1' ? join(folder, 'demo') : folder,
		said: () => said,
		stop: () => end('SIGTERM'),
		kill: async () => void (await end('SIGKILL')),
		holdUp: () => void server.kill('SIGSTOP'),
		goOn: () => void server.kill('SIGCONT'),
	};
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return port;
}

async function answered(url: string, server: ChildProcess, said: () => string): Promise<void> {
	while (server.exitCode === null && server.signalCode === null) {
		const answer = await fetch(url).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`The product ended before it was ready:\n${said()}`);
}

/** The surroundings without the settings of the person who runs the tests. */
function withoutSettings(): NodeJS.ProcessEnv {
	const settings =
		/^(PORT|HOST|DATA_DIR|DATABASE_URL|DATABASE_OWNER_URL|ORIGIN|SMTP_URL|INVITATION_WAIT|DEMO|NODE_ENV|VITEST.*)$/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)));
}
