import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../../../bin/chromium.ts';
import { plainWindows } from './browser-windows.ts';

/** A tablet: a browser whose storage outlives it, whatever ends it. */
export interface Tablet {
	/** Starts the browser anew on the same storage. */
	start(baseURL: string): Promise<BrowserContext>;
	/** Ends the browser's process as a flat battery would, whatever it is doing. */
	kill(): Promise<void>;
	remove(): Promise<void>;
}

export async function newTablet(): Promise<Tablet> {
	const folder = await mkdtemp(join(tmpdir(), 'fresh-eyes-tablet-'));
	const executablePath = findChromium();
	let running: BrowserContext | undefined;
	const gone = () => new Promise((resolve) => setTimeout(resolve, 100));
	return {
		async start(baseURL) {
			running = await chromium.launchPersistentContext(folder, {
				baseURL,
				...(executablePath ? { executablePath } : {}),
				args: plainWindows,
				chromiumSandbox: process.getuid?.() !== 0,
				locale: 'en-GB',
				timezoneId: 'Europe/London',
				viewport: { width: 800, height: 1100 },
			});
			return running;
		},
		async kill() {
			for (const pid of processesOn(folder)) process.kill(pid, 'SIGKILL');
			while (processesOn(folder).length > 0) await gone();
			await running?.close().catch(() => {});
		},
		async remove() {
			await running?.close().catch(() => {});
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** The processes of a browser, by the folder of its storage. */
function processesOn(folder: string): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
		.map(Number)
		.filter((pid) => {
			try {
				return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${folder}`);
			} catch {
				return false;
			}
		});
}
