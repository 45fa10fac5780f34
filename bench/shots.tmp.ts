import { chromium } from '@playwright/test';
import { startProduct } from '#test/running-product.ts';
const product = await startProduct({ env: { DEMO: '1' } });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const page = await browser.newPage();
page.setDefaultTimeout(20000);
const base = product.origin;
const be = async (name: string) => { await page.goto(`${base}/be?next=/home`); await page.getByRole('button', { name: `Be ${name}`, exact: true }).click(); await page.waitForURL('**/home'); };
const shot = async (name: string) => { for (const [w, h] of [[1280, 800], [360, 740]] as const) { await page.setViewportSize({ width: w, height: h }); await page.screenshot({ path: `/tmp/capacity-shots/${name}-${w}.png`, fullPage: true }); } await page.setViewportSize({ width: 1280, height: 800 }); };
try {
	await be('Priya Lanternby');
	await page.getByRole('link', { name: /Eight Stiles/ }).first().click();
	await page.waitForURL('**/partnerships/*'); const home = page.url();
	await page.goto(`${home}/people`); await shot('people');
	await page.goto(`${home}/people/training`); await shot('training');
	await page.goto(`${home}/people`); await page.getByRole('link', { name: 'Time given and received' }).click(); await page.getByText('In all').waitFor(); await shot('time');
	await page.emulateMedia({ media: 'print' }); await page.screenshot({ path: '/tmp/capacity-shots/time-print.png', fullPage: true }); await page.emulateMedia({ media: 'screen' });
	await page.goto(`${home}/people`); await page.getByRole('link', { name: 'Priya Lanternby' }).first().click(); await page.getByText('Days for reviews').waitFor(); await page.getByText('Change the limit').click(); await shot('person');
	await page.goto(home); await page.getByRole('link', { name: /Quillhaven/ }).first().click(); await page.waitForURL('**/reviews/*'); await page.getByText('Compare those').click(); await shot('team');
	await be('Gwen Thimbleton');
	await page.goto(`${base}/me/days`); await shot('days');
	await page.goto(`${base}/me`); await shot('me');
} catch (e) { console.log(e, page.url()); await page.screenshot({ path: "/tmp/capacity-shots/error.png" }); } finally { await browser.close(); await product.stop(); process.exit(0); }
