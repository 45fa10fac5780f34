import { chromium, type Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { ensureChromium } from '../bin/chromium.ts';
import type { Day } from '#domain/evidence/day.ts';
import { cast } from '#test/cast.ts';
import { startProduct } from '#test/running-product.ts';
import { be, reviewToday } from '#test/journeys/people/being.ts';
import { fillInOnDevice } from '#test/journeys/people/capturing.ts';
import { press, section } from '#test/journeys/people/forms.ts';
import { percentile, type Figure } from './figure.ts';

const held = 1000;
const taps = 60;
const barMs = 50;
const barFrameMs = 50;

/**
 * P5: on a device that holds 1,000 pieces of its author's that wait to be sent, without signal: from the tap to the words *It is on
 * this device*; and how long a frame takes at most while the list of all of them is scrolled.
 */
export async function measure(): Promise<Figure[]> {
	const product = await startProduct({ env: { DEMO: '1' } });
	const browser = await chromium.launch({
		executablePath: ensureChromium(console.log),
		chromiumSandbox: process.getuid?.() !== 0,
	});
	try {
		const context = await browser.newContext({
			baseURL: product.origin,
			viewport: { width: 800, height: 1100 },
		});
		const page = await context.newPage();
		await be(page, cast.inkwell.name);
		const day = (await reviewToday(page)).replace('/reviews/', '/day/');
		await page.goto(`${day}#offline`);
		await press(page, 'Get ready for offline');
		await page.getByText('Ready: this device works without signal').waitFor();
		await context.setOffline(true);
		await hold(page, day);
		await page.goto(day);
		await section(page, 'Add evidence').waitFor();
		const tapped: number[] = [];
		for (let nth = 0; nth < taps; nth += 1)
			tapped.push(await tap(page, `A piece of evidence, number ${nth}.`));
		const p95 = percentile(tapped, 0.95);
		const frame = await slowestFrame(page, day);
		return [
			{
				value: `p95 ${p95.toFixed(0)} ms, median ${percentile(tapped, 0.5).toFixed(0)} ms`,
				bar: `p95 ≤ ${barMs} ms`,
				ok: p95 <= barMs,
				how: `${taps} taps with ${held} pieces waiting on the device, in Chromium on this machine`,
			},
			{
				value: `p95 ${frame.toFixed(0)} ms`,
				bar: `≤ ${barFrameMs} ms`,
				ok: frame <= barFrameMs,
				how: `frames while the list of all ${held} is scrolled`,
			},
		];
	} finally {
		await browser.close();
		await product.stop();
	}
}

/** Puts as many pieces on the device as it is to hold, as if written down there one after the other. */
async function hold(page: Page, day: string): Promise<void> {
	const reviewId = day.split('/').at(-1)!;
	await page.evaluate(
		async ({ pieces, place }) => {
			const opening = indexedDB.open('fresh-eyes');
			const database = await new Promise<IDBDatabase>((resolve) => {
				opening.onsuccess = () => resolve(opening.result);
			});
			const reading = database.transaction('kept').objectStore('kept').getAll();
			const kept = await new Promise<{ person: string; value: { day: Day } }[]>((resolve) => {
				reading.onsuccess = () => resolve(reading.result);
			});
			const { person, value } = kept.find((one) => one.value.day?.reviewId === place)!;
			const change = database.transaction('outbox', 'readwrite');
			for (const { id, seen } of pieces)
				change.objectStore('outbox').add({
					id,
					person,
					place,
					deed: 'record',
					about: id,
					body: {
						id,
						seen,
						soWhat: 'So pupils find their own way.',
						lineId: value.day.lines[0]!.id,
						source: value.day.sources[0]!.value,
						kind: value.day.kinds[0]!.value,
					},
					doneAt: Date.now(),
					became: { is: 'waiting' },
					unsettled: 1,
				});
			await new Promise((resolve) => (change.oncomplete = resolve));
			database.close();
		},
		{
			place: reviewId,
			pieces: Array.from({ length: held }, (_, nth) => ({
				id: newId(),
				seen: `Held, number ${nth}. `.repeat(20),
			})),
		},
	);
}

/** Writes one piece down; milliseconds from the tap to when the page has painted that it is on the device. */
async function tap(page: Page, seen: string): Promise<number> {
	await page.evaluate(() => {
		const form = document.querySelector('#capture form')!;
		const words = [...form.querySelectorAll('[role="status"]')].at(-1)!;
		const button = [...form.querySelectorAll('button')].find(({ type }) => type === 'submit')!;
		button.addEventListener(
			'click',
			() => {
				const began = performance.now();
				const watcher = new MutationObserver(() => {
					if (!words.textContent?.trim()) return;
					watcher.disconnect();
					requestAnimationFrame(() => {
						(window as unknown as { took: number }).took = performance.now() - began;
					});
				});
				watcher.observe(words, { subtree: true, childList: true, characterData: true });
			},
			{ capture: true, once: true },
		);
	});
	await fillInOnDevice(page, { seen });
	const took = await page.waitForFunction(() => (window as unknown as { took?: number }).took);
	await page.evaluate(() => delete (window as unknown as { took?: number }).took);
	return (await took.jsonValue())!;
}

/** Milliseconds of the slowest twentieth of the frames while everything the device has is scrolled through. */
async function slowestFrame(page: Page, day: string): Promise<number> {
	await page.goto(`${day}#seen`);
	await section(page, 'What the team has')
		.getByRole('article')
		.nth(held - 1)
		.waitFor();
	const frames = await page.evaluate(
		() =>
			new Promise<number[]>((resolve) => {
				const took: number[] = [];
				let last = performance.now();
				const step = (now: number) => {
					took.push(now - last);
					last = now;
					scrollBy({ top: 600, behavior: 'instant' });
					if (took.length === 240) resolve(took);
					else requestAnimationFrame(step);
				};
				requestAnimationFrame(step);
			}),
	);
	return percentile(frames.slice(1), 0.95);
}
