import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { cast } from '#test/cast.ts';
import { startProduct } from '#test/running-product.ts';
import { expectNoAxeViolations } from './harness/accessibility.ts';
import { expect, test as journey } from './harness/journey.ts';
import { holdOutbox, letOutboxGo } from './harness/held-outbox.ts';
import { type Change, nextRelease } from './harness/next-release.ts';
import { freshData, settingsOf } from './harness/prepare-once.ts';
import { newTablet } from './harness/tablet.ts';
import { forgiveNoSignal, watchPage } from './harness/watch.ts';
import { be, reviewToday } from './people/being.ts';
import { captureOnDevice, seenByTeam, sending } from './people/capturing.ts';
import { field, press, section } from './people/forms.ts';

/** What has to end with a journey, whatever came of it: the last first. */
const test = journey.extend<{ endings: (() => Promise<unknown>)[] }>({
	endings: async ({}, use) => {
		const endings: (() => Promise<unknown>)[] = [];
		await use(endings);
		for (const end of endings.toReversed()) await end();
	},
});

test.use({ startAs: 'demo', installation: 'demo' });
test.describe.configure({ timeout: 400_000 });

/** What the next release has otherwise: the form of what devices keep, and files that are on most pages. */
const changes: readonly Change[] = [
	['src/platform/device/device-database.ts', 'const form = 1;', 'const form = 2;'],
	[
		'src/platform/device/device-database.ts',
		'upgrade(database) {',
		'upgrade(database, from) {\n\t\t\tif (from > 0) return;',
	],
	['src/ui/page/PageHeading.svelte', '<h1', '<h1 data-next-release'],
	['src/ui/action/Button.svelte', 'class="button {look}"', 'class="button next-release {look}"'],
];

const half = 'Half a sentence, begun before the update';
const offer = 'A newer version of Fresh Eyes is ready';

test('R2 the product is updated and set back under a tablet with unsent evidence, two tabs, and a battery that dies in the middle; every piece is there once', async ({
	endings,
	faults,
}, testInfo) => {
	const building = nextRelease(changes);
	endings.push(async () => (await building.catch(() => undefined))?.remove());
	const dataDir = await mkdtemp(join(tmpdir(), 'fresh-eyes-updated-'));
	endings.push(() => rm(dataDir, { recursive: true, force: true }));
	await cp(process.env[freshData.demo]!, dataDir, { recursive: true });
	let server = await startProduct({ dataDir, env: settingsOf.demo });
	endings.push(() => server.stop());
	const { origin } = server;
	const becomes = async (release?: string) => {
		await server.stop();
		const port = Number(new URL(origin).port);
		server = await startProduct({ dataDir, port, env: settingsOf.demo, ...(release ? { release } : {}) });
	};
	const tablet = await newTablet();
	endings.push(() => tablet.remove());
	const open = async (offline: boolean) => {
		const context = await tablet.start(origin);
		await context.setOffline(offline);
		const page = context.pages()[0] ?? (await context.newPage());
		watchPage(page, testInfo, faults);
		return { context, page };
	};
	let { context, page } = await open(false);
	await be(page, cast.inkwell.name);
	const day = (await reviewToday(page)).replace('/reviews/', '/day/');
	/** A browser that was killed may have lost a cookie it was given just before. */
	const signedInAgain = async () => {
		await context.setOffline(false);
		await be(page, cast.inkwell.name);
	};
	const seen = () => field(section(page, 'Add evidence'), 'What we saw or heard');

	await test.step('ready for no signal, and written without it', async () => {
		await page.goto(`${day}#offline`);
		await press(page, 'Get ready for offline');
		await expect(page.getByText('Ready: this device works without signal')).toBeVisible({ timeout: 60_000 });
		await context.setOffline(true);
		await page.goto(day);
		await captureOnDevice(page, { seen: 'Written before the update.' });
		await seen().fill(half);
	});

	const next = await building;
	const own = await filesOf(page);

	await test.step('with signal again, the pages kept here work on, and the newer version waits for what is unsent', async () => {
		await becomes(next.folder);
		const old = await Promise.all(own.map(async (file) => (await fetch(origin + file)).status));
		expect(old, 'the server has not all files any more').toContain(404);
		await holdOutbox(page);
		await context.setOffline(false);
		await page.goto(day);
		await expect(seen()).toHaveValue(half);
		expect(await filesOf(page)).toEqual(own);
		expect(await lookForUpdate(page)).toEqual({ came: true, kept: false });
		await expect(page.getByText(offer)).toHaveCount(0);
		await expect(sending(page)).toContainText('1 on this device, not sent yet');
	});

	await test.step('sent, it is fetched; a battery that dies in the middle of that leaves the version before', async () => {
		await page.exposeFunction('holdUp', () => server.holdUp());
		await page.evaluate(async () => {
			const registration = (await navigator.serviceWorker.getRegistration())!;
			const { holdUp } = globalThis as unknown as { holdUp: () => Promise<void> };
			const sent = () => document.querySelector('[data-sending]')!.textContent.includes('Nothing waits');
			registration.addEventListener('updatefound', () => void (sent() && holdUp()));
		});
		await letOutboxGo(page);
		await expect(sending(page)).toContainText('Nothing waits to be sent, 1 sent', { timeout: 40_000 });
		await expect
			.poll(() => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())!.installing))
			.toBe(true);
		await tablet.kill();
		({ context, page } = await open(true));
		await page.goto(day);
		await expect(seen()).toHaveValue(half);
		await expect(sending(page)).toContainText('1 sent');
		expect(await filesOf(page)).toEqual(own);
		server.goOn();
	});

	let second!: Page;
	await test.step('it is offered in every tab, and no longer while something waits again', async () => {
		await signedInAgain();
		await page.goto(day);
		second = await context.newPage();
		watchPage(second, testInfo, faults);
		await second.goto('/day');
		await expect(page.getByText(offer)).toBeVisible({ timeout: 60_000 });
		await expectNoAxeViolations(page);
		await press(page, 'Discard it');
		await holdOutbox(page);
		await captureOnDevice(page, { seen: 'Written while the newer version waits.' });
		await expect(page.getByText(offer)).toHaveCount(0);
		await seen().fill(half);
		await letOutboxGo(page);
		await expect(page.getByText(offer)).toBeVisible({ timeout: 40_000 });
	});

	await test.step('opened in one tab, without signal; the other is of the version before, and opens it as well', async () => {
		await context.setOffline(true);
		await press(page, 'Open the newer version');
		await expect.poll(() => isNext(page)).toBe(true);
		await expect(seen()).toHaveValue(half);
		await expect(sending(page)).toContainText('Nothing waits to be sent, 2 sent');
		expect(await isNext(second)).toBe(false);
		await second.getByRole('link', { name: /^Review at/ }).click();
		await expect(second.getByText('Fresh Eyes was updated on this device')).toBeVisible();
		await press(second, 'Open the newer version');
		await expect.poll(() => isNext(second)).toBe(true);
		await expect(section(second, 'Add evidence')).toBeVisible();
	});

	await test.step('the newer version opens cold and without signal, with all there is', async () => {
		await captureOnDevice(page, { seen: 'Written after the update.' });
		await tablet.kill();
		({ context, page } = await open(true));
		await page.goto(day);
		await expect.poll(() => isNext(page)).toBe(true);
		await expect(sending(page)).toContainText('1 on this device, not sent yet, 2 sent');
	});

	await test.step('set back on the server, the device keeps the newer one, which alone reads what is kept here', async () => {
		await becomes();
		await signedInAgain();
		await page.goto(day);
		await expect(sending(page)).toContainText('Nothing waits to be sent, 3 sent');
		expect(await lookForUpdate(page)).toEqual({ came: true, kept: false });
		await expect.poll(() => isNext(page)).toBe(true);
		const team = await seenByTeam(page, day);
		for (const words of [
			'Written before the update.',
			'Written while the newer version waits.',
			'Written after the update.',
		])
			expect(team.filter((one) => one === words)).toHaveLength(1);
		await forgetPages(page);
		await page.goto('/day');
		await press(page, 'Open the newer version');
		await expect(page.getByText('The server has an older version than this device')).toBeVisible();
		await expectNoAxeViolations(page);
	});

	forgiveNoSignal(faults);
});

/** The scripts and styles that a page is made of, by their names, which tell of their content. */
const filesOf = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.map(({ name }) => new URL(name).pathname)
			.filter((path) => path.startsWith('/_app/immutable/') && /\.(js|css)$/.test(path))
			.toSorted(),
	);

const isNext = async (page: Page): Promise<boolean> =>
	(await page.locator('h1[data-next-release]').count()) > 0;

/** Looks for another version as browsers do by themselves: whether one came, and whether it was kept. */
const lookForUpdate = (page: Page) =>
	page.evaluate(async () => {
		const registration = (await navigator.serviceWorker.getRegistration())!;
		const found = new Promise<ServiceWorker | null>((resolve) => {
			registration.addEventListener('updatefound', () => resolve(registration.installing));
			setTimeout(() => resolve(null), 10_000);
		});
		await registration.update().catch(() => {});
		const worker = await found;
		await new Promise<void>((resolve) => {
			const look = () => (!worker || worker.state !== 'installing') && resolve();
			worker?.addEventListener('statechange', look);
			look();
		});
		return { came: worker !== null, kept: registration.waiting !== null };
	});

/** As a browser does that clears away what is kept for pages, or somebody by its settings. */
const forgetPages = (page: Page) =>
	page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.unregister()));
