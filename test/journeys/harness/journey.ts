import { test as base, type Page } from '@playwright/test';
import { startProduct, type RunningProduct } from '#test/running-product.ts';
import { fillScreen } from './browser-windows.ts';
import { freshData, settingsOf, type StartAs } from './prepare-once.ts';
import { expectNoFaults, watchPage } from './watch.ts';

export interface WorkerOptions {
	startAs: StartAs;
	/** Settings of the server, where a journey needs others than one has without any. */
	settings: Record<string, string>;
	/**
	 * Which server a file shares: files that name the same one may meet each other's people. A file that begins at an empty
	 * product names one of its own.
	 */
	installation: string;
}

interface Worker {
	product: RunningProduct;
}

interface Journey {
	/**
	 * A browser of a person's own: the same page at each call with the same name, and nothing shared between names. Signing
	 * in is the journey's.
	 */
	as: (name: string) => Promise<Page>;
	/** What browsers reported wrong. A journey that causes a fault on purpose takes it out again. */
	faults: string[];
}

/**
 * A journey: people in browsers against a server started as anybody starts it. Every screen is noted for `npm run rows`,
 * and any fault a browser reports fails it. Titles carry the ids of the requirements they prove.
 */
export const test = base.extend<Journey, Worker & WorkerOptions>({
	startAs: ['empty', { option: true, scope: 'worker' }],
	settings: [{}, { option: true, scope: 'worker' }],
	installation: ['any', { option: true, scope: 'worker' }],
	product: [
		async ({ startAs, settings }, use) => {
			const product = await startProduct({
				env: { ...settings, ...settingsOf[startAs] },
				like: process.env[freshData[startAs]],
			});
			await use(product);
			await product.stop();
		},
		{ scope: 'worker', timeout: 180_000 },
	],
	browser: [
		async ({ browser }, use) => {
			fillScreen(browser);
			await use(browser);
		},
		{ scope: 'worker' },
	],
	baseURL: async ({ product }, use) => use(product.origin),
	faults: async ({}, use) => {
		const faults: string[] = [];
		await use(faults);
		expectNoFaults(faults);
	},
	page: async ({ page, faults }, use, testInfo) => {
		watchPage(page, testInfo, faults);
		await use(page);
	},
	as: async ({ browser, baseURL, faults }, use, testInfo) => {
		const pages = new Map<string, Promise<Page>>();
		const open = async () => {
			const { locale, timezoneId, viewport } = testInfo.project.use;
			const context = await browser.newContext({
				baseURL: baseURL!,
				...(locale ? { locale } : {}),
				...(timezoneId ? { timezoneId } : {}),
				...(viewport === undefined ? {} : { viewport }),
			});
			const page = await context.newPage();
			watchPage(page, testInfo, faults);
			return page;
		};
		await use((name) => {
			const page = pages.get(name) ?? open();
			pages.set(name, page);
			return page;
		});
		for (const page of pages.values()) await (await page).context().close();
	},
});

export { expect } from '@playwright/test';
