import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { photoOfPhone } from '#platform/picture/pictures.fixture.ts';
import { cast } from '#test/cast.ts';
import { expectNoAxeViolations } from './harness/accessibility.ts';
import { holdOutbox, letOutboxGo } from './harness/held-outbox.ts';
import { expect, test } from './harness/journey.ts';
import { newTablet, type Tablet } from './harness/tablet.ts';
import { forgiveNoSignal, watchPage } from './harness/watch.ts';
import { be, reviewToday } from './people/being.ts';
import { captureOnDevice, fillInOnDevice, seenByTeam, sending } from './people/capturing.ts';
import { press, field, section } from './people/forms.ts';
import { choosePhoto, keepPhoto } from './people/photographing.ts';

test.use({ startAs: 'demo', installation: 'demo' });
test.describe.configure({ timeout: 400_000 });

const reviewer = cast.inkwell.name;
const other = cast.lanternby.name;

/** The address of today's review on a device. */
const dayToday = async (page: Page) => (await reviewToday(page)).replace('/reviews/', '/day/');

const waiting = (page: Page, count: number) =>
	expect(sending(page)).toContainText(
		count === 0 ? 'Nothing waits to be sent' : `${count} on this device, not sent yet`,
	);

test('R2 CSC-11 a tablet without signal: killed, restarted, signed out, replies lost, two tabs, a wrong clock; every piece is there once', async ({
	as,
	product,
	faults,
}, testInfo) => {
	const tablet: Tablet = await newTablet();
	const open = async () => {
		const context = await tablet.start(product.origin);
		const page = context.pages()[0] ?? (await context.newPage());
		watchPage(page, testInfo, faults);
		return { context, page };
	};
	let { context, page } = await open();
	await be(page, reviewer);
	const day = await dayToday(page);

	await test.step('it says that it is ready for no signal', async () => {
		await page.goto(`${day}#offline`);
		await press(page, 'Get ready for offline');
		await expect(page.getByText('Ready: this device works without signal')).toBeVisible({ timeout: 60_000 });
		await expectNoAxeViolations(page);
	});

	await test.step('written without signal, it outlives the browser being killed, and so does what is half written', async () => {
		await context.setOffline(true);
		await page.goto(day);
		for (const room of ['one', 'two', 'three'])
			await captureOnDevice(page, { seen: `In room ${room} the books are open.`, line: 'A' });
		await waiting(page, 3);
		await field(section(page, 'Add evidence'), 'What we saw or heard').fill('Half a sentence about');
		// As long as it takes to draw breath: what was typed is written down at every keystroke.
		await page.waitForTimeout(300);
		await tablet.kill();
		({ context, page } = await open());
		await context.setOffline(true);
		await page.goto(day);
		await waiting(page, 3);
		await expect(field(section(page, 'Add evidence'), 'What we saw or heard')).toHaveValue(
			'Half a sentence about',
		);
		await press(page, 'Discard it');
	});

	await test.step('put differently and withdrawn without signal; a second tab is as good as the first', async () => {
		await page.goto(`${day}#seen`);
		await page.getByRole('button', { name: /In room one/ }).click();
		await page.getByLabel('What we saw or heard').fill('In room one every book is open.');
		await press(page, 'Save the change');
		await page.getByRole('button', { name: /In room two/ }).click();
		await page.locator('summary').filter({ hasText: 'Withdraw this piece' }).click();
		await page.getByLabel('Why is it withdrawn?').fill('It was room four.');
		await press(page, 'Withdraw it');
		const second = await context.newPage();
		await second.goto(day);
		await captureOnDevice(second, { seen: 'From the second tab.' });
		await waiting(second, 6);
		await waiting(page, 6);
		await second.close();
	});

	await test.step('a clock in 1970 loses nothing', async () => {
		await page.clock.setSystemTime(new Date('1970-01-01T00:00:00Z'));
		await page.goto(day);
		await captureOnDevice(page, { seen: 'Written in 1970, as this tablet has it.' });
		const seen = field(section(page, 'Add evidence'), 'What we saw or heard');
		await seen.fill('Begun in 1970.');
		await page.waitForTimeout(300);
		await page.clock.setSystemTime(new Date());
		await page.goto(day);
		await expect(seen).toHaveValue('Begun in 1970.');
		await press(page, 'Discard it');
		await waiting(page, 7);
	});

	await test.step('an expired session pauses it; signing in and a reply lost after the server had it send each once', async () => {
		await expired(context);
		await context.setOffline(false);
		await page.goto(day);
		await expect(sending(page)).toContainText('Your sign-in has run out');
		await waiting(page, 7);
		await be(page, reviewer);
		await expect(page.getByText('7 on this device, not sent yet')).toBeVisible();
		let lost = 0;
		await context.route('**/outbox', async (route) => {
			if (lost++ > 0) return route.continue();
			await route.fetch();
			await route.abort();
		});
		await page.goto(day);
		await expect(sending(page)).toContainText('There is no signal');
		await press(page, 'Send now');
		await waiting(page, 0);
		expect(lost).toBeGreaterThan(1);
	});

	await test.step('what was sent, and the day itself, stay as many days as the protocol says; what is being written stays', async () => {
		const before = await keptOn(page);
		expect(before).toMatchObject({ days: 1, drafts: 0 });
		expect(before.others).toBeGreaterThan(0);
		await field(section(page, 'Add evidence'), 'What we saw or heard').fill('Begun and left.');
		await page.waitForTimeout(300);
		const after = async (days: number) => {
			await page.clock.setSystemTime(Date.now() + days * 24 * 60 * 60 * 1000);
			await page.goto('/day');
			await expect(page.getByText(/^Review at|^No review is on this device yet/)).toBeVisible();
			return keptOn(page);
		};
		expect(await after(6)).toEqual({ ...before, drafts: 1 });
		expect(await after(40)).toEqual({ rows: 0, days: 1, others: 0, drafts: 1 });
		await context.setOffline(true);
		await page.goto(day);
		await press(page, 'Discard it');
		expect(await after(40)).toEqual({ rows: 0, days: 0, others: 0, drafts: 0 });
		await context.setOffline(false);
	});

	const team = await as(other);
	await be(team, other);
	const seen = await seenByTeam(team, day);
	for (const [words, times] of [
		['In room one every book is open.', 1],
		['In room one the books are open.', 0],
		['In room two the books are open.', 1],
		['In room three the books are open.', 1],
		['From the second tab.', 1],
		['Written in 1970, as this tablet has it.', 1],
	] as const)
		expect(
			seen.filter((one) => one === words),
			words,
		).toHaveLength(times);
	await expect(
		team.getByRole('article').filter({ hasText: 'In room two' }).getByText('It was room four.'),
	).toBeVisible();
	await tablet.remove();
	forgiveNoSignal(faults);
});

test('R2 a tablet without any room left opens, says so while it is written on, gives a copy of all, and sends; every piece is there once', async ({
	as,
	product,
	faults,
}, testInfo) => {
	const tablet: Tablet = await newTablet();
	const unfinished = `Written where there is no room. ${'It is long. '.repeat(40)}`;
	const seen = (page: Page) => field(section(page, 'Add evidence'), 'What we saw or heard');
	let context = await tablet.start(product.origin);
	let page = context.pages()[0]!;
	watchPage(page, testInfo, faults);
	await be(page, reviewer);
	const day = await dayToday(page);
	await holdOutbox(page);
	await page.goto(day);
	await keepPhoto(await choosePhoto(page, await photoOfPhone()), 'A wall');
	await captureOnDevice(page, { seen: 'Written while there was room.' });
	await waiting(page, 2);
	await tablet.kill();

	context = await tablet.start(product.origin);
	page = context.pages()[0]!;
	watchPage(page, testInfo, faults);
	const browser = await context.newCDPSession(page);
	// The browser itself refuses whatever is more than this.
	const room = (quotaSize?: number) =>
		browser.send('Storage.overrideQuotaForOrigin', {
			origin: product.origin,
			...(quotaSize === undefined ? {} : { quotaSize }),
		});
	// A browser that was killed may have lost a cookie it was given just before.
	await be(page, reviewer);
	await holdOutbox(page);
	await room(1);
	await page.goto(day);
	await waiting(page, 2);
	await seen(page).fill('Begun where');
	const full = page.getByText('This device has no room left');
	await expect(full).toBeVisible();
	await expectNoAxeViolations(page);
	await fillInOnDevice(page, { seen: unfinished });
	await expect(page.getByText('This device could not keep it.')).toBeVisible();
	await expect(seen(page)).toHaveValue(unfinished);
	const step = await choosePhoto(page, await photoOfPhone());
	await step.getByLabel('What does it show?').fill('Another wall');
	await press(step, /keep it/i);
	await expect(step.getByText('This device could not keep it.')).toBeVisible();
	await press(step, /leave/i);

	const saved = page.waitForEvent('download');
	await press(page, 'Save a copy of what is on this device');
	const copy = await readFile((await (await saved).path())!, 'utf8');
	for (const words of ['Written while there was room.', 'A wall', unfinished.trim()])
		expect(copy).toContain(words);
	expect(copy).toMatch(/<img alt="" src="data:image\/jpeg/);

	await page.reload();
	await expect(seen(page)).toHaveValue(unfinished);
	await expect(full).toBeVisible();
	await letOutboxGo(page);
	await expect(sending(page)).toContainText('Nothing waits to be sent', { timeout: 40_000 });
	await expect(full).toBeVisible();
	await expect(seen(page)).toHaveValue(unfinished);

	await room();
	await press(section(page, 'Add evidence'), 'Save this evidence');
	await expect(full).toHaveCount(0);
	await waiting(page, 0);
	const team = await as(other);
	await be(team, other);
	const there = await seenByTeam(team, day);
	for (const words of ['Written while there was room.', unfinished.trim()])
		expect(
			there.filter((one) => one.trim() === words),
			words,
		).toHaveLength(1);
	await expect(
		team.getByRole('article').filter({ hasText: 'Written while there was room.' }).getByRole('img'),
	).toHaveCount(1);
	await tablet.remove();
	forgiveNoSignal(faults);
});

/** How much this browser keeps: rows, review days, the pieces of others in them, and drafts. */
const keptOn = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<Record<'rows' | 'days' | 'others' | 'drafts', number>>((resolve) => {
				const opening = indexedDB.open('fresh-eyes');
				opening.addEventListener('success', () => {
					const reading = opening.result.transaction(['outbox', 'kept']);
					const rows = reading.objectStore('outbox').count();
					const kept = reading.objectStore('kept').getAll();
					reading.addEventListener('complete', () => {
						opening.result.close();
						type Day = { personId: string; evidence: { authorId: string }[] };
						const days = (kept.result as { name: string; value: { day: Day } }[]).filter(({ name }) =>
							name.startsWith('day '),
						);
						const others = days.flatMap(({ value: { day } }) =>
							day.evidence.filter(({ authorId }) => authorId !== day.personId),
						);
						resolve({
							rows: rows.result,
							days: days.length,
							others: others.length,
							drafts: kept.result.length - days.length,
						});
					});
				});
			}),
	);

/** The session ends while what is on the tablet stays. */
const expired = (context: BrowserContext) => context.clearCookies({ name: /session/ });

test('R2 a tablet that is shared: what one wrote is neither shown to the next nor sent as theirs, and waits for its author', async ({
	as,
	faults,
}) => {
	const page = await as('a shared tablet');
	await be(page, reviewer);
	const day = await dayToday(page);
	await page.goto(day);
	await expect(section(page, 'Add evidence')).toBeVisible();
	await page.context().setOffline(true);
	await expired(page.context());
	await captureOnDevice(page, { seen: 'Mine alone until it is sent.' });
	await waiting(page, 1);
	// Another signs in on it before it was sent: with signal, their page sends nothing of it.
	await page.context().setOffline(false);
	await be(page, other);
	await page.goto(day);
	await expect(page.locator('summary').filter({ hasText: other })).toBeVisible();
	await expect(sending(page)).toContainText('Nothing waits to be sent, 0 sent.');
	await page.reload();
	await expect(sending(page)).toContainText('Nothing waits to be sent, 0 sent.');
	await page.goto(`${day}#seen`);
	await expect(page.getByText('Mine alone until it is sent.')).toHaveCount(0);
	// At sign-out the plan and the names leave the device, and another tab's screen; what is unsent stays for its author.
	const tab = await page.context().newPage();
	await tab.goto(day);
	await expect(section(tab, 'Add evidence')).toBeVisible();
	await page.goto('/home');
	await page.locator('summary').filter({ hasText: other }).click();
	await press(page, 'Sign out');
	await expect(page.getByText('are no longer on this device')).toBeVisible();
	await expect(page.getByText('1 on this device, not sent yet')).toBeVisible();
	await expectNoAxeViolations(page);
	await expect(tab.getByText('Nobody is signed in on this device')).toBeVisible();
	await expectNoAxeViolations(tab);
	await tab.close();
	expect(await keptOn(page)).toMatchObject({ days: 0, drafts: 0 });
	await be(page, reviewer);
	await page.goto(day);
	await waiting(page, 0);
	await page.goto(`${day}#seen`);
	await expect(page.getByText('Mine alone until it is sent.', { exact: true })).toHaveCount(1);

	// Another tab wants what is kept here in a newer form: this page says so, and what is typed into it comes back.
	await page.goto(day);
	const half = 'Begun before the other tab was opened, and gone on with after.';
	await expect(section(page, 'Add evidence')).toBeVisible();
	const newer = await page.context().newPage();
	await newer.goto('/home');
	await newer.evaluate(
		() =>
			new Promise((resolve) => {
				const opening = indexedDB.open('fresh-eyes', 99);
				opening.addEventListener('upgradeneeded', () => opening.transaction!.abort());
				opening.addEventListener('error', resolve);
			}),
	);
	await newer.close();
	await expect(page.getByText('Fresh Eyes was updated in another tab')).toBeVisible();
	await fillInOnDevice(page, { seen: half });
	await expect(page.getByText('This device could not keep it.')).toBeVisible();
	await press(page, 'Reload this page');
	await expect(field(section(page, 'Add evidence'), 'What we saw or heard')).toHaveValue(half);
	// A copy holds what is still being written, in words that anybody reads.
	await page.goto(`${day}#offline`);
	const saved = page.waitForEvent('download');
	await press(page, 'Save a copy of what is on this device');
	const copy = await readFile((await (await saved).path())!, 'utf8');
	expect(copy).toContain('Still being written, not saved');
	expect(copy).toContain(half);
	expect(copy).toContain('Mine alone until it is sent.');
	expect(copy).toContain('<dt>Where it comes from</dt><dd>Lesson observation</dd>');
	expect(copy).not.toMatch(/lineId|activityId|soWhat|[0-9a-f]{8}-[0-9a-f]{4}-/);

	// Where the session ran out by itself, the page after signing out forgets who it was, or says that it could not.
	await expired(page.context());
	const leaving = await page.context().newPage();
	await leaving.route('**/sign-out', (route) => route.abort());
	await leaving.goto('/signed-out');
	await expect(leaving.getByText('This device could not be cleared')).toBeVisible();
	expect(await keptOn(page)).toMatchObject({ days: 1 });
	await leaving.unroute('**/sign-out');
	await leaving.reload();
	await expect(leaving.getByText('are no longer on this device')).toBeVisible();
	expect(await keptOn(leaving)).toMatchObject({ days: 0, drafts: 1 });
	await leaving.close();
	await expect(page.getByText('Nobody is signed in on this device')).toBeVisible();

	// A page that somebody goes back to, or that was asleep meanwhile, shows nothing of whoever signed out.
	await be(page, reviewer);
	await page.goto(day);
	await expect(section(page, 'Add evidence')).toBeVisible();
	const anew = page.waitForEvent('load');
	await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
	await anew;
	await expect(section(page, 'Add evidence')).toBeVisible();
	await expired(page.context());
	await page.evaluate(() => {
		document.cookie = 'fresh-eyes-person=nobody; Path=/';
		dispatchEvent(new Event('online'));
	});
	await expect(page.getByText('Nobody is signed in on this device')).toBeVisible();
	forgiveNoSignal(faults);
});
