import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { noPhotos, photoOfPhone, telltale } from '#platform/picture/pictures.fixture.ts';
import { cast } from '#test/cast.ts';
import { expectNoAxeViolations } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { forgiveNoSignal } from './harness/watch.ts';
import { be, reviewToday } from './people/being.ts';
import { captureOnDevice, fillInOnDevice, sending } from './people/capturing.ts';
import { press, section, unfold } from './people/forms.ts';
import { choosePhoto, coverByDrawing, keepPhoto } from './people/photographing.ts';

test.use({ startAs: 'demo', installation: 'demo' });

const first = 'Replies on the wall';
const other = 'A page of a book';

test('photos without signal: covered by hand and by keys, there after a restart, sent once, and nothing but the pixels arrives', async ({
	as,
	faults,
}) => {
	const page = await as('a tablet');
	await be(page, cast.inkwell.name);
	const day = (await reviewToday(page)).replace('/reviews/', '/day/');
	await page.goto(`${day}#offline`);
	await press(page, 'Get ready for offline');
	await expect(page.getByText('Ready: this device works without signal')).toBeVisible({ timeout: 60_000 });
	await page.context().setOffline(true);
	await page.goto(day);
	const form = section(page, 'Add evidence');
	const inForm = form.getByRole('group', { name: 'Photos' }).getByRole('listitem');

	await test.step('what is no photo is told at once, and what was written still stands', async () => {
		await form.getByLabel('What we saw or heard').fill('A wall of replies.');
		for (const kind of ['a PDF named .jpg', 'a script', 'a drawing that may hold a script'])
			await refusedAtOnce(page, await noPhotos[kind]!());
		await expect(form.getByLabel('What we saw or heard')).toHaveValue('A wall of replies.');
	});

	await test.step('covered by drawing and by keys, with a step undone; it has to be described', async () => {
		const photo = await photoOfPhone({ width: 4000, height: 3000 });
		expect(photo.toString('latin1')).toMatch(telltale);
		const step = await choosePhoto(page, photo);
		await coverByDrawing(step, [0.02, 0.02], [0.3, 0.3]);
		await coverByDrawing(step, [0.7, 0.02], [0.98, 0.3]);
		await press(step, 'Undo');
		await expect(step.getByRole('button', { name: /^Box/ })).toHaveCount(1);
		await press(step, 'Add a box');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Shift+ArrowRight');
		await expectNoAxeViolations(page);
		await press(step, /keep it/i);
		await expect(step.getByLabel('What does it show?')).toHaveAccessibleDescription(/Say in a few words/);
		await keepPhoto(step, first);
		// One of 60 MB is made smaller like any other.
		await keepPhoto(await choosePhoto(page, await photoOfPhone(), 60_000_000), other);
		await expect(inForm).toHaveCount(2);
	});

	await test.step('before the piece is saved they outlive a restart, and then go with it', async () => {
		await page.reload();
		await expect(inForm).toHaveCount(2);
		await expect(form.getByAltText(first)).toHaveJSProperty('complete', true);
		// A device with room for the words and none for the photos keeps neither, and everything still stands.
		await page.evaluate(() => {
			const add = IDBObjectStore.prototype.add;
			IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: { file?: Blob }) {
				if (value.file) throw new DOMException('There is no room.', 'QuotaExceededError');
				return add.call(this, value);
			};
			addEventListener('room', () => (IDBObjectStore.prototype.add = add), { once: true });
		});
		await fillInOnDevice(page, { seen: 'A wall of replies.', line: 'A' });
		await expect(page.getByText('This device has no room left').first()).toBeVisible();
		await expect(sending(page)).toContainText('Nothing waits to be sent');
		await expect(inForm).toHaveCount(2);
		// The copy that the page offers then has the photos in it as well.
		const saved = page.waitForEvent('download');
		await press(page, 'Save a copy of what is on this device');
		const copy = await readFile((await (await saved).path())!, 'utf8');
		expect(copy).toContain(first);
		expect(copy.match(/src="data:image/g)).toHaveLength(2);
		await page.evaluate(() => dispatchEvent(new Event('room')));
		await press(form, 'Save this evidence');
		await expect(page.getByText('It is on this device.')).toBeVisible();
		await expect(inForm).toHaveCount(0);
		await expect(sending(page)).toContainText('3 on this device, not sent yet');
		await page.goto(`${day}#seen`);
		await page.reload();
		await expect(pieceOf(page).getByAltText(first)).toBeVisible();
		await expectNoAxeViolations(page);
	});

	await test.step('sent, with a reply that was lost: each once; their pictures leave the device', async () => {
		let lost = 0;
		await page.context().route('**/outbox', async (route) => {
			if (lost++ > 0) return route.continue();
			await route.fetch();
			await route.abort();
		});
		await page.context().setOffline(false);
		await expect(async () => {
			const button = page.getByRole('button', { name: 'Send now' });
			if (await button.isVisible()) await button.click({ timeout: 1000 });
			await expect(sending(page)).toContainText('Nothing waits to be sent', { timeout: 2000 });
		}).toPass({ timeout: 20_000 });
		expect(lost).toBeGreaterThan(1);
		expect(await filesOnDevice(page)).toBe(0);
	});

	const team = await as('another of the team');
	await be(team, cast.foxglove.name);
	await team.goto(day.replace('/day/', '/reviews/').concat('/day'));
	const there = pieceOf(team).getByRole('img');
	await expect(there).toHaveCount(2);

	await test.step('another of the team sees them: covered, and without anything of the phone', async () => {
		await pieceOf(team).getByAltText(first).scrollIntoViewIfNeeded();
		await expect(pieceOf(team).getByAltText(first)).toHaveJSProperty('complete', true);
		const small = (await pieceOf(team).getByAltText(first).getAttribute('src'))!;
		const answer = await team.request.get(small.replace('?thumbnail', ''));
		expect(answer.headers()).toMatchObject({
			'content-type': 'image/jpeg',
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
		});
		const bytes = await answer.body();
		expect(bytes.toString('latin1')).not.toMatch(telltale);
		const { width, height, exif } = await sharp(bytes).metadata();
		expect([width, height, exif]).toEqual([1200, 1600, undefined]);
		// Drawn over, moved there by keys, undone.
		expect(await brightest(bytes, 0.15, 0.15)).toBeLessThan(30);
		expect(await brightest(bytes, 0.5, 0.52)).toBeLessThan(30);
		expect(await brightest(bytes, 0.85, 0.15)).toBeGreaterThan(150);
	});

	await test.step('removed by its author without signal, it is gone for everybody', async () => {
		await page.context().setOffline(true);
		await pieceOf(page)
			.getByRole('button', { name: /^Change/ })
			.click();
		await press(page, `Remove the photo: ${other}`);
		await expect(page.getByAltText(other)).toHaveCount(0);
		await page.context().setOffline(false);
		await expect(sending(page)).toContainText('Nothing waits to be sent');
		await expect(there).toHaveCount(1);
	});

	await test.step('a photo of a piece that was withdrawn meanwhile is shown with the reason until it is let go', async () => {
		await page.context().setOffline(true);
		await keepPhoto(await choosePhoto(page, await photoOfPhone()), 'One too many');
		await pieceOf(team)
			.getByRole('link', { name: /^Change/ })
			.click();
		await unfold(team, 'Withdraw this piece');
		await team.getByLabel('Why is it withdrawn?').fill('A face is to be seen.');
		await press(team, 'Withdraw it');
		await expect(team.getByText('A face is to be seen.')).toBeVisible();
		await expect(there).toHaveCount(0);
		await page.context().setOffline(false);
		const refused = section(page, 'Not taken by the server');
		await expect(refused.getByText('This piece is withdrawn.')).toBeVisible();
		await expect(refused.getByAltText('One too many')).toBeVisible();
		await unfold(refused, 'Let it go');
		await press(refused, 'Let it go');
		await expect(refused).toHaveCount(0);
		expect(await filesOnDevice(page)).toBe(0);
	});

	await test.step('by a protocol that takes none there is no field for them', async () => {
		await page.route('**/api/reviews/*/day', async (route) => {
			const kept = (await (await route.fetch()).json()) as { day: { takesPhotos: boolean } };
			await route.fulfill({ json: { ...kept, day: { ...kept.day, takesPhotos: false } } });
		});
		await page.goto(day);
		await captureOnDevice(page, { seen: 'A quiet room.' });
		await expect(form.getByRole('group', { name: 'Photos' })).toHaveCount(0);
	});

	await test.step('where nothing can be saved any more, what was begun is shown until it is let go', async () => {
		await page.unroute('**/api/reviews/*/day');
		await page.goto(day);
		await form.getByLabel('What we saw or heard').fill('Half a sentence.');
		await keepPhoto(await choosePhoto(page, await photoOfPhone()), 'Half a wall');
		await page.route('**/api/reviews/*/day', async (route) => {
			const kept = (await (await route.fetch()).json()) as { day: { closed: string | null } };
			await route.fulfill({ json: { ...kept, day: { ...kept.day, closed: 'The day is over.' } } });
		});
		await page.reload();
		await expect(page.getByText('The day is over.')).toBeVisible();
		await expect(page.getByText('“Half a sentence.”')).toBeVisible();
		await expect(page.getByAltText('Half a wall')).toBeVisible();
		await expectNoAxeViolations(page);
		await unfold(page, 'Let it go');
		await press(page, 'Let it go');
		await expect(page.getByText('“Half a sentence.”')).toHaveCount(0);
		expect(await filesOnDevice(page)).toBe(0);
		await page.reload();
		await expect(page.getByText('The day is over.')).toBeVisible();
		await expect(page.getByText('You had begun')).toHaveCount(0);
		await page.unrouteAll({ behavior: 'wait' });
	});
	forgiveNoSignal(faults);
});

const pieceOf = (page: Page) => page.getByRole('article').filter({ hasText: 'A wall of replies.' }).first();

async function refusedAtOnce(page: Page, bytes: Uint8Array): Promise<void> {
	await page
		.getByLabel('Choose a photo')
		.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });
	await expect(page.getByText('It cannot be opened as a photo')).toBeVisible();
	await press(page, 'Back to what I wrote');
}

/** How much light there is in one pixel, from 0 to 255; the place is parts of the sides. */
async function brightest(jpeg: Buffer, across: number, down: number): Promise<number> {
	const { width, height } = await sharp(jpeg).metadata();
	const pixel = { left: Math.round(across * width), top: Math.round(down * height), width: 1, height: 1 };
	return Math.max(...(await sharp(jpeg).extract(pixel).raw().toBuffer()));
}

/** How many pictures the browser's database still holds. */
const filesOnDevice = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const opening = indexedDB.open('fresh-eyes');
				opening.addEventListener('success', () => {
					const stores = opening.result.transaction(['outbox', 'kept']);
					const [rows, kept] = [stores.objectStore('outbox').getAll(), stores.objectStore('kept').getAll()];
					stores.addEventListener('complete', () => {
						const files = [...rows.result, ...kept.result.map(({ value }) => value)];
						resolve(files.filter((one) => one?.file).length);
						opening.result.close();
					});
				});
			}),
	);
