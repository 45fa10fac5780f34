import type { Page } from '@playwright/test';

const mark = 'fresh-eyes-outbox-held';

/**
 * Holds back what a page's device sends, in the page itself, also when it is loaded again: what the browser is told to intercept may
 * get past while a service worker takes the page over. A browser started anew holds nothing back.
 */
export async function holdOutbox(page: Page): Promise<void> {
	await page.addInitScript(hold, mark);
	await page.evaluate(hold, mark);
	await page.evaluate((key) => sessionStorage.setItem(key, 'held'), mark);
}

/** Lets it go: the page tries again by itself within seconds, whether or not somebody presses first. */
export const letOutboxGo = (page: Page): Promise<void> =>
	page.evaluate((key) => sessionStorage.removeItem(key), mark);

function hold(key: string): void {
	const send = globalThis.fetch;
	globalThis.fetch = (...asked) =>
		typeof asked[0] === 'string' && asked[0].endsWith('/outbox') && sessionStorage.getItem(key) !== null
			? Promise.reject(new TypeError('Held back.'))
			: send(...asked);
}
