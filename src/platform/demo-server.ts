import { type ChildProcess, spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { Env } from './env.ts';
import { addPart } from './lifecycle.ts';
import { projectRoot } from './project-root.ts';

/** Only a server that nobody but this machine can reach, not even through a proxy, may offer the demo: there, one click makes you anyone. */
export const offersDemo = (env: Env): boolean =>
	env.loopback && !env.demo && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(env.origin).hostname);

let child: ChildProcess | null = null;

/**
 * Starts the demo in a process of its own, on the next port, unless it runs already. Resolves to its address once it
 * answers; while it fills its database it shows its progress there. It ends with this process.
 */
export async function openDemo(env: Env): Promise<URL> {
	const port = env.port + 1;
	if (!child) {
		child = spawn(process.execPath, [join(projectRoot, 'bin/start.ts')], {
			env: {
				...process.env,
				DEMO: '1',
				PORT: String(port),
				HOST: '127.0.0.1',
				ORIGIN: `http://localhost:${port}`,
			},
			stdio: 'ignore',
		});
		child.once('exit', () => (child = null));
		addPart({ name: 'demo', check: async () => {}, close: async () => void child?.kill() });
	}
	await answers(port, 50);
	return new URL(`http://localhost:${port}/`);
}

/** Waits until something listens on the port. */
async function answers(port: number, tries: number): Promise<void> {
	for (let left = tries; left > 0; left -= 1) {
		const open = await new Promise<boolean>((resolve) => {
			const socket = createConnection({ port, host: '127.0.0.1' });
			socket.once('connect', () => (socket.destroy(), resolve(true)));
			socket.once('error', () => resolve(false));
		});
		if (open) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`The demo did not start on port ${port}.`);
}
