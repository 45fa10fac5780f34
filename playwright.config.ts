import { defineConfig } from '@playwright/test';
import { findChromium } from './bin/chromium.ts';
import { plainWindows } from './test/journeys/harness/browser-windows.ts';
import type { Beginning } from './test/journeys/harness/servers.ts';

const executablePath = findChromium();
const asRoot = process.getuid?.() === 0;

export default defineConfig<Beginning>({
	testDir: 'test/journeys',
	testMatch: '**/*.journey.ts',
	globalSetup: './test/journeys/harness/prepare-once.ts',
	outputDir: 'test-results',
	fullyParallel: false,
	workers: 2,
	retries: 0,
	forbidOnly: true,
	timeout: 180_000,
	expect: { timeout: 15_000 },
	reporter: [['list'], ['json', { outputFile: 'reports/journeys.json' }]],
	use: {
		actionTimeout: 30_000,
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		viewport: { width: 1280, height: 800 },
		screenshot: 'only-on-failure',
		// What was done and asked for, without the pictures, which cost a tenth of a run: `-- --trace on` takes them for one journey.
		trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			args: plainWindows,
			// Chromium's sandbox does not work for the root user.
			chromiumSandbox: !asRoot,
		},
	},
});
