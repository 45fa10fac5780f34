import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, chromium } from '@playwright/test';
import { projectRoot } from '#platform/project-root.ts';
import { startProduct } from '#test/running-product.ts';
import { ensureChromium } from './chromium.ts';

// Takes the README's pictures from a demo of its own, so that they always show the product as it is.

const folder = join(projectRoot, 'docs/pictures');
mkdirSync(folder, { recursive: true });

const executablePath = ensureChromium(console.log);
const product = await startProduct({ env: { DEMO: '1' } });
const browser = await chromium.launch({
	executablePath,
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
	const wide = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' });
	await be(wide, 'Priya');
	await take(wide, 'home');
	const review = await wide.getByRole('link', { name: 'Open the day' }).getAttribute('href');
	if (!review) throw new Error('The demo has no review today.');
	await openDay(wide, review);
	await take(wide, 'day');
	await wide.goto(`${product.origin}/home`);
	await wide
		.getByRole('link', { name: /Eight Stiles/ })
		.first()
		.click();
	await wide.getByRole('link', { name: 'Plan', exact: true }).first().click();
	await wide.getByRole('link', { name: 'Arrange teams and days' }).click();
	await wide.getByRole('button', { name: 'Begin' }).click();
	await wide.getByRole('button', { name: 'Work out teams and days' }).click();
	await wide.getByRole('button', { name: 'Put it on the board' }).click();
	await wide.getByText('Everything that may change was worked out.').first().waitFor();
	await wide
		.getByRole('article')
		.first()
		.evaluate((card) => card.scrollIntoView({ block: 'center' }));
	await take(wide, 'year');

	await be(wide, 'Rosalind');
	await wide
		.getByRole('link', { name: /Eight Stiles/ })
		.first()
		.click();
	await wide
		.getByRole('row', { name: /Fernmarsh/ })
		.getByRole('link')
		.first()
		.click();
	await wide.getByRole('link', { name: 'Report' }).first().click();
	await wide.getByRole('heading', { name: 'Report', level: 1 }).waitFor();
	await take(wide, 'report');

	const narrow = await browser.newPage({
		viewport: { width: 360, height: 780 },
		colorScheme: 'dark',
		locale: 'en-GB',
		deviceScaleFactor: 2,
	});
	await be(narrow, 'Priya');
	await openDay(narrow, review);
	await take(narrow, 'day-phone-dark');
} finally {
	await browser.close();
	await product.stop();
}

async function be(page: Page, name: string) {
	await page.goto(`${product.origin}/be`);
	await page.getByRole('button', { name: `Be ${name}` }).click();
	await page.waitForURL((url) => url.pathname !== '/be');
}

/** It draws itself from what is on the device, once the server has sent that. */
async function openDay(page: Page, path: string) {
	await page.goto(product.origin + path);
	await page.getByRole('heading', { name: 'Add evidence' }).waitFor();
}

async function take(page: Page, name: string) {
	await page.evaluate(() => document.fonts.ready);
	await page.screenshot({ path: join(folder, `${name}.png`) });
	console.log(`docs/pictures/${name}.png`);
}
