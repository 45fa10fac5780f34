import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remindAll } from '#domain/agenda/reminders/remind.server.ts';
import { mayRemind } from '#domain/agenda/reminders/rule.ts';
import { openDatabase } from '#platform/db/open.ts';
import { addressOf, cast, type PersonKey } from '#test/cast.ts';
import { startProduct } from '#test/running-product.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { freshData, settingsOf } from './harness/prepare-once.ts';
import { watchPage } from './harness/watch.ts';
import { lettersTo } from './mail.ts';
import { be } from './people/being.ts';
import { press } from './people/forms.ts';

/** The next instant from now on at which reminders go out. */
function nextReminding(): Date {
	let at = Date.now();
	while (!mayRemind(new Date(at))) at += 3_600_000;
	return new Date(at);
}

test('NFS-11 the owner of an action tells in one tap from the letter that reminds, without signing in, and the school reads it', async ({
	browser,
	faults,
}, testInfo) => {
	const dataDir = await mkdtemp(join(tmpdir(), 'fresh-eyes-letter-'));
	await cp(process.env[freshData.demo]!, dataDir, { recursive: true });
	// The demo writes no letters by itself, since its days move: it is reminded here as any other is in the morning.
	const database = await openDatabase({ dataDir: join(dataDir, 'demo') });
	const wrong: unknown[] = [];
	const making = { origin: 'http://localhost', secret: 'of this journey' };
	await remindAll(database, making, nextReminding(), (fault) => void wrong.push(fault));
	await database.close();
	expect(wrong).toEqual([]);

	const product = await startProduct({ dataDir, env: settingsOf.demo });
	const context = await browser.newContext({ baseURL: product.origin, locale: 'en-GB' });
	const page = await context.newPage();
	watchPage(page, testInfo, faults);
	const told = async () => {
		for (const who of Object.keys(cast) as PersonKey[])
			for (const { body } of await lettersTo(
				{ ...product, dataDir: join(dataDir, 'demo') },
				addressOf(who),
			)) {
				const [, title, link, address] =
					/\* (.+)\n.*\n {2}Under way: (\S+)\n(?:.*\n){3} {2}All about it: (\S+)/.exec(body) ?? [];
				if (title && link && address) return { who, title, link, address };
			}
		return null;
	};
	try {
		await expect.poll(told, { message: 'a letter about an action', timeout: 60_000 }).not.toBeNull();
		const { who, title, link, address } = (await told())!;
		const inProduct = (url: string) => url.replace(making.origin, '');

		await page.goto(inProduct(link));
		await expect(page.getByRole('heading', { name: title })).toBeVisible();
		await expectGoodPage(page);
		await press(page, 'Under way');
		await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
		await expect(page.getByText('You said: under way.')).toBeVisible();

		await be(page, cast[who].name);
		await page.goto(inProduct(address));
		const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
		await expect(card).toContainText('Under way');
		await expect(card).toContainText(cast[who].name);
	} finally {
		await context.close();
		await product.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
});
