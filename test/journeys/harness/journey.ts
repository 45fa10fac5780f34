import { test as base, type Page } from '@playwright/test';
import type { RunningProduct } from '#test/running-product.ts';
import { fillScreen } from './browser-windows.ts';
import { Servers, type Beginning } from './servers.ts';
import { expectNoFaults, watchPage } from './watch.ts';

interface Worker {
	servers: Servers;
}

interface Journey {
	/** The server of the file's installation. */
	product: RunningProduct;
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
export const test = base.extend<Journey & Beginning, Worker>({
	startAs: ['empty', { option: true }],
	settings: [{}, { option: true }],
	installation: ['any', { option: true }],
	servers: [
		async ({}, use) => {
			const servers = new Servers();
			await use(servers);
			await servers.stopAll();
		},
		{ scope: 'worker' },
	],
	product: [
		async ({ servers, startAs, settings, installation }, use) =>
			use(await servers.of({ startAs, settings, installation })),
		{ timeout: 180_000 },
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
