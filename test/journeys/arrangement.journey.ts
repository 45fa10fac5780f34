import type { Locator, Page } from '@playwright/test';
import { cast, founder, partnership } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { fill, press, section, select } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'a year that is arranged' });

/** Takes something by its edge, since people in it can be carried too, and begins to carry it before anything scrolls. */
async function carry(page: Page, what: Locator, to: Locator): Promise<void> {
	await what.hover({ position: { x: 4, y: 4 } });
	await page.mouse.down();
	const { x, y } = (await what.boundingBox())!;
	await page.mouse.move(x + 20, y + 20, { steps: 4 });
	await to.hover();
	await to.hover({ position: { x: 8, y: 4 } });
	await page.mouse.up();
}

test('golden path 2, CEN-1 CSC-18 NFS-4: a chair has teams and days worked out and reads why, moves some by mouse and by keyboard and sees at once what it breaks, undoes, compares and confirms; only then does anybody else hear of it', async ({
	as,
}) => {
	const chairs = await as('the chair who plans');
	await be(chairs, cast[founder].name);
	const root = (await chairs.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!;
	await chairs.goto(`${root}/plan`);
	await chairs.getByRole('link', { name: 'Arrange teams and days' }).click();
	await fill(chairs, { 'Its name': 'The year' });
	await press(chairs, 'Begin');
	await expect(chairs.getByRole('heading', { name: 'The year', level: 1 })).toBeVisible();
	const board = new URL(chairs.url()).pathname;
	await expectGoodPage(chairs);

	await press(chairs, 'Work out teams and days');
	await press(chairs, 'Put it on the board');
	await expect(chairs).toHaveURL(board);
	const last = chairs.getByRole('status').filter({ hasText: '.' }).first();
	await expect(last).toContainText('Everything that may change was worked out.');
	const broken = chairs.getByRole('definition').nth(3);
	await expect(broken).toHaveText('none');
	await expectGoodPage(chairs);

	// By mouse: a review goes to another week.
	const card = chairs.getByRole('article', { name: 'Fernmarsh' });
	const week = chairs.getByRole('listitem').filter({ hasText: /^Week of 19 July/ });
	await carry(chairs, card, week);
	await expect(last).toContainText(/Fernmarsh .* moved to .* July 2027\./);
	await expect(week.getByRole('article', { name: 'Fernmarsh' })).toBeVisible();

	// By keyboard: its own page says what each move would do; a head of the school itself cannot review it.
	await card.getByRole('link').focus();
	await chairs.keyboard.press('Enter');
	await expect(chairs.getByRole('heading', { name: /Fernmarsh/, level: 1 })).toBeVisible();
	await expectGoodPage(chairs);
	const team = section(chairs, 'Team');
	await select(team, { Who: cast.inkwell.name });
	await press(team, 'Put on the team');
	await expect(last).toContainText(`${cast.inkwell.name} is reviewer at Fernmarsh`);
	await expect(chairs.getByRole('main')).toContainText('Against the rules');
	await expect(chairs.getByRole('main')).toContainText(`${cast.inkwell.name} is at Fernmarsh`);
	await chairs.getByRole('link', { name: 'Back to the board' }).click();
	await expect(broken).not.toHaveText('none');
	await expect(last).toContainText(`Breaks a rule: ${cast.inkwell.name} is at Fernmarsh`);
	await press(chairs, 'Undo this step');
	await expect(broken).toHaveText('none');
	await chairs.reload();
	await expect(broken).toHaveText('none');

	// What was moved by hand stays when the rest is worked out again.
	await press(chairs, 'Work out teams and days');
	await press(chairs, 'Put it on the board');
	await expect(week.getByRole('article', { name: 'Fernmarsh' })).toBeVisible();

	await chairs.getByRole('link', { name: 'Compare' }).click();
	await expect(section(chairs, 'What is otherwise')).toContainText('Fernmarsh');
	await expectGoodPage(chairs);

	const heads = await as('the head of Fernmarsh');
	await be(heads, cast.inkwell.name);
	for (const page of ['', '/compare', '/confirm', '/wishes'])
		expect((await heads.goto(`${board}${page}`))!.status()).toBe(404);
	await heads.goto(`${root}/plan`);
	await expect(heads.getByRole('link', { name: 'Arrange teams and days' })).toHaveCount(0);
	await expect(heads.getByText('19 July')).toHaveCount(0);

	await chairs.getByRole('link', { name: 'Back to the board' }).click();
	await chairs.getByRole('link', { name: 'Confirm…' }).click();
	await expect(section(chairs, 'What changes')).toContainText('Fernmarsh');
	await expectGoodPage(chairs);
	await press(chairs, 'Confirm, and tell everybody');
	await expect(chairs).toHaveURL(/\/plan\/[^/]+$/);
	await expect(section(chairs, 'Every school').getByRole('row', { name: /Fernmarsh/ })).toContainText(
		'July 2027',
	);

	await heads.goto('/home');
	await expect(heads.getByRole('main')).toContainText('To be agreed with the school');
	await chairs.goto(board);
	await expect(chairs).toHaveURL(/\/plan\/[^/]+$/);
	await chairs.getByRole('link', { name: 'Arrange teams and days' }).click();
	await expect(chairs.getByRole('row', { name: /The year/ })).toContainText('confirmed');
});
