import { sending } from '#test/journeys/people/capturing.ts';
import type { Figure } from './figure.ts';
import { hold, onDevice } from './on-device.ts';

const pieces = 200;
const photos = 60;
const bytesPerSecond = 1_250_000;
const roundTripMs = 100;
const factor = 1.3;

/** P6: what a day without signal left on a device, sent over a network of a stated width once there is one. */
export const measure = (): Promise<Figure[]> =>
	onDevice(async (page, day) => {
		const network = await page.context().newCDPSession(page);
		const within = (offline: boolean) =>
			network.send('Network.emulateNetworkConditions', {
				offline,
				latency: roundTripMs,
				uploadThroughput: bytesPerSecond,
				downloadThroughput: bytesPerSecond,
			});
		await within(true);
		const bytes = await hold(page, day, { pieces, photos });
		await page.goto(day);
		await sending(page)
			.getByText(`${pieces + photos} on this device`)
			.waitFor();
		const began = performance.now();
		await within(false);
		await sending(page).getByText('Nothing waits to be sent').waitFor({ timeout: 600_000 });
		const took = performance.now() - began;
		const bar = factor * ((bytes / bytesPerSecond) * 1000) + 2 * roundTripMs;
		const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
		return [
			{
				value: seconds(took),
				bar: `≤ ${seconds(bar)}`,
				ok: took <= bar,
				how: `${pieces} pieces and ${photos} photos, ${(bytes / 1e6).toFixed(1)} MB, at 10 Mbit/s and ${roundTripMs} ms; the bar is ${factor} × bytes ÷ bandwidth + 2 round trips`,
			},
		];
	});
