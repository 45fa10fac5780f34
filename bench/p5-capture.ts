import type { Page } from '@playwright/test';
import { fillInOnDevice } from '#test/journeys/people/capturing.ts';
import { section } from '#test/journeys/people/forms.ts';
import { percentile, type Figure } from './figure.ts';
import { hold, onDevice } from './on-device.ts';

const held = 1000;
const taps = 60;
const barMs = 50;
const barFrameMs = 50;

/**
 * P5: on a device that holds 1,000 pieces of its author's that wait to be sent, without signal: from the tap to the words *It is on
 * this device*; and how long a frame takes at most while the list of all of them is scrolled.
 */
export async function measure(): Promise<Figure[]> {
	return onDevice(async (page, day) => {
		await page.context().setOffline(true);
		await hold(page, day, { pieces: held, photos: 0 });
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
	});
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
