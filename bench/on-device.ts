import { chromium, type Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { ensureChromium } from '../bin/chromium.ts';
import type { Day } from '#domain/evidence/day.ts';
import { cast } from '#test/cast.ts';
import { be, reviewToday } from '#test/journeys/people/being.ts';
import { press } from '#test/journeys/people/forms.ts';
import { startProduct } from '#test/running-product.ts';

/**
 * A reviewer's device that is ready to work without signal, on the demo's review of today.
 * @param work is given its page and the address of the day
 */
export async function onDevice<T>(work: (page: Page, day: string) => Promise<T>): Promise<T> {
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
		return await work(page, day);
	} finally {
		await browser.close();
		await product.stop();
	}
}

/**
 * Puts pieces on the device, the first of them with a photo each, as if written down there one after the other; the page knows of
 * them when it is opened anew. Gives how many bytes of words and photos wait.
 */
export async function hold(
	page: Page,
	day: string,
	{ pieces, photos }: { pieces: number; photos: number },
): Promise<number> {
	const ids = Array.from({ length: pieces }, (_, nth) => ({
		id: newId(),
		seen: `Held, number ${nth}. `.repeat(20),
		photo: nth < photos ? newId() : null,
	}));
	return page.evaluate(
		async ({ written, place }) => {
			const opening = indexedDB.open('fresh-eyes');
			const database = await new Promise<IDBDatabase>((resolve) => {
				opening.onsuccess = () => resolve(opening.result);
			});
			const reading = database.transaction('kept').objectStore('kept').getAll();
			const kept = await new Promise<{ person: string; value: { day?: Day } }[]>((resolve) => {
				reading.onsuccess = () => resolve(reading.result);
			});
			const { person, value } = kept.find((one) => one.value.day?.reviewId === place)!;
			const { lines, sources, kinds } = value.day!;
			const rows: { deed: string; about: string; body: Record<string, unknown>; file?: Blob }[] = [];
			for (const { id, seen, photo } of written) {
				const soWhat = 'So pupils find their own way.';
				const chosen = { lineId: lines[0]!.id, source: sources[0]!.value, kind: kinds[0]!.value };
				rows.push({ deed: 'record', about: id, body: { id, seen, soWhat, ...chosen } });
				const words = {
					id: photo,
					evidenceId: id,
					description: 'A wall of books',
					width: 1600,
					height: 1200,
				};
				if (photo) rows.push({ deed: 'photo', about: id, body: words, file: await picture() });
			}
			const change = database.transaction('outbox', 'readwrite');
			for (const row of rows)
				change.objectStore('outbox').add({
					...row,
					id: row.body['id'],
					person,
					place,
					doneAt: Date.now(),
					became: { is: 'waiting' },
					unsettled: 1,
				});
			await new Promise((resolve) => (change.oncomplete = resolve));
			database.close();
			return rows.reduce((sum, { body, file }) => sum + JSON.stringify(body).length + (file?.size ?? 0), 0);

			/** As large as a photo of a classroom: noise that no encoder makes small. */
			async function picture(): Promise<Blob> {
				const canvas = new OffscreenCanvas(1600, 1200);
				const on = canvas.getContext('2d')!;
				for (let nth = 0; nth < 6000; nth += 1) {
					on.fillStyle = `hsl(${Math.random() * 360} 60% ${Math.random() * 100}%)`;
					on.fillRect(Math.random() * 1600, Math.random() * 1200, 40, 30);
				}
				return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
			}
		},
		{ written: ids, place: day.split('/').at(-1)! },
	);
}
