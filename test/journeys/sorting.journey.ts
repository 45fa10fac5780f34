import type { Locator, Page } from '@playwright/test';
import { cast } from '#test/cast.ts';
import { expectGoodPage, expectNoAxeViolations, widths } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be, reviewToday } from './people/being.ts';
import { field, fill, press, section, tick, unfold } from './people/forms.ts';
import { makeFinding } from './people/reviewing.ts';

test.use({ startAs: 'demo', installation: 'sorting' });

const [novel, chart, queue] = [
	'The class novel is read aloud',
	'A chart by the door shows',
	'After practice reading, children may take',
];
const listener = '“I’m a slow reader but I’m a good listener, so I get the story anyway.”';
const library =
	'The reading leader believes that every child on practice books also takes a library book home. The library’s own cards show eleven of twenty-eight.';
const strength = 'Children hear books that they cannot read yet.';
const better = 'Who is on which colour is there for all to see.';

const loose = (page: Page) => section(page, /^Not in a finding yet/);
const column = (page: Page, kind: string) => section(page, new RegExp(`^${kind}`));
const card = (page: Page | Locator, seen: string) => page.getByRole('article').filter({ hasText: seen });
const piece = (list: Locator, seen: string) => list.getByRole('listitem').filter({ hasText: seen });
const grip = (of: Locator) => of.getByRole('button', { name: /^Move/ });

async function dragOnto(page: Page, from: Locator, onto: Locator): Promise<void> {
	// What both stand in scrolls by itself; the upper end of the target may be gone by then.
	for (const seen of [onto, from]) await seen.scrollIntoViewIfNeeded();
	const [start, end] = [(await from.boundingBox())!, (await onto.boundingBox())!];
	await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
	await page.mouse.down();
	await page.mouse.move(start.x + start.width / 2 + 20, start.y + start.height / 2 + 5, { steps: 3 });
	await page.mouse.move(end.x + end.width / 2, Math.max(end.y, 0) + 15, { steps: 6 });
	await page.mouse.up();
}

test('CSC-11 CSC-13 HEP-5 NFS-27 two sort evidence into findings at once, by drag, by keyboard and by tap; each sees it as it happens, and takes their own back', async ({
	as,
	browser,
	product,
}) => {
	const drags = await as(cast.inkwell.name);
	const types = await as(cast.lanternby.name);
	await be(drags, cast.inkwell.name);
	await be(types, cast.lanternby.name);
	const review = await reviewToday(drags);
	const rests = { effect: 'They read more.' };
	await makeFinding(drags, review, { ...rests, kind: 'Strength', seen: strength, evidence: [listener] });
	await makeFinding(drags, review, {
		...rests,
		kind: 'Area for development',
		seen: better,
		evidence: [library],
	});
	for (const page of [drags, types]) await page.goto(`${review}/findings`);

	await test.step('by drag: the other sees it without asking, and what to talk about', async () => {
		await expect(card(types, better)).toContainText('Differs from the school’s view');
		await expect(card(types, strength)).toContainText('One source only');
		await dragOnto(drags, piece(loose(drags), novel), card(drags, strength));
		await expect(piece(card(drags, strength), novel)).toBeVisible();
		await expect(piece(card(types, strength), novel)).toBeVisible();
		await expect(piece(loose(types), novel)).toHaveCount(0);
		await expect(card(types, strength)).not.toContainText('One source only');
	});

	await test.step('by keyboard: taken, put under a finding, heard; and left with Escape', async () => {
		const held = grip(piece(loose(types), chart));
		await held.focus();
		await types.keyboard.press('Enter');
		const heard = types.locator('p[aria-live=assertive]');
		await expect(heard).toContainText(`You hold ‘${chart}`);
		await types.keyboard.press('Escape');
		await expect(heard).toContainText('stays where it was');
		await types.keyboard.press('Enter');
		for (let place = 0; place < 9; place += 1) {
			await types.keyboard.press('ArrowDown');
			if ((await heard.textContent())?.includes(`under ‘${better.slice(0, 20)}`)) break;
		}
		await expectNoAxeViolations(types);
		await types.keyboard.press('Enter');
		await expect(heard).toContainText('is now under');
		await expect(piece(card(drags, better), chart)).toBeVisible();
		// The keyboard goes along with what it moved.
		await expect(grip(piece(card(types, better), chart))).toBeFocused();
	});

	await test.step('by tap on a phone: chosen and put; what one types meanwhile stays', async () => {
		await drags.goto(`${review}/findings/new`);
		await fill(drags, { 'What was seen': 'Half a sentence' });
		await types.setViewportSize(widths.phone);
		await piece(loose(types), queue).getByRole('checkbox').check();
		await expect(loose(types)).toContainText('One piece chosen.');
		await field(types, 'Put it into …').selectOption({ label: better });
		await press(types, 'Put it there');
		await expect(piece(card(types, better), queue)).toBeVisible();
		await types.setViewportSize(widths.desk);
		await expect(field(drags, 'What was seen')).toHaveValue('Half a sentence');
		await drags.goto(`${review}/findings`);
		await expect(piece(card(drags, better), queue)).toBeVisible();
	});

	await test.step('a finding goes to another kind by drag, and comes back by Undo, also after the page was loaded anew', async () => {
		await dragOnto(
			drags,
			grip(card(drags, strength)).first(),
			column(drags, 'Question').getByRole('heading'),
		);
		await expect(card(column(drags, 'Question'), strength)).toBeVisible();
		await expect(card(column(types, 'Question'), strength)).toBeVisible();
		await drags.reload();
		await press(drags, 'Undo');
		await expect(card(column(drags, 'Strength'), strength)).toBeVisible();
		await expect(card(column(types, 'Strength'), strength)).toBeVisible();
	});

	await test.step('of one come two, and the two are brought together; a step over which somebody went stays', async () => {
		await card(types, better)
			.getByRole('link', { name: /^Change/ })
			.click();
		const two = await unfold(types, 'Make two of it');
		await two.getByRole('checkbox', { name: new RegExp(`^${queue}`) }).check();
		await tick(two, { 'What kind of finding is the new one?': 'Question' });
		await fill(two, {
			'What was seen, in the new one': 'Who is last to the trolley?',
			'So the effect was …, in the new one': 'We ask who chooses last, and why.',
		});
		await press(two, 'Make two of it');
		await expect(card(column(types, 'Question'), 'Who is last')).toBeVisible();

		await card(drags, 'Who is last')
			.getByRole('link', { name: /^Change/ })
			.click();
		await expectGoodPage(drags);
		const together = await unfold(drags, 'Bring others into it');
		await together.getByRole('checkbox', { name: new RegExp(`^${better.slice(0, 20)}`) }).check();
		await press(together, 'Bring them together');
		const one = card(column(drags, 'Question'), 'Who is last');
		await expect(one).toContainText(better);
		await expect(one.getByRole('listitem').filter({ has: drags.getByRole('button') })).toHaveCount(3);
		await expect(card(types, better)).toHaveCount(1);

		await press(types, 'Undo');
		await expect(types.getByText(`${cast.inkwell.name} has changed this finding since`)).toBeVisible();
		await press(drags, 'Undo');
		await expect(card(column(drags, 'Area for development'), better)).toBeVisible();
		await press(types, 'Undo');
		await expect(piece(card(types, better), queue)).toBeVisible();
		await expect(card(types, 'Who is last')).toHaveCount(0);
	});

	await test.step('a theme that its words speak of, with one press', async () => {
		await card(drags, strength)
			.getByRole('button', { name: /^\+ Reading/ })
			.click();
		await expect(card(types, strength).getByRole('button', { name: /^✓ Reading/ })).toBeVisible();
		await expect(card(drags, strength).getByRole('button', { name: /^✓ Reading/ })).toBeVisible();
	});

	await test.step('the host adds context to a finding, the team revises, and both wordings are kept', async () => {
		const hosts = await as(cast.saltmarrow.name);
		await be(hosts, cast.saltmarrow.name);
		await hosts.goto(`${review}/findings`);
		await card(hosts, better).getByRole('link', { name: /^Open/ }).click();
		await fill(hosts, { 'What should the team know about this finding?': 'It comes down in January.' });
		await press(hosts, 'Send it to the team');
		await expect(card(types, better)).toContainText('The school added context');
		await card(drags, better)
			.getByRole('link', { name: /^Change/ })
			.click();
		await expect(section(drags, 'What the school adds')).toContainText('It comes down in January.');
		await expectNoAxeViolations(drags);
		await fill(drags, { 'What was seen': 'Until January a chart shows colours.' });
		await press(drags, 'Save the change');
		// The host's page is open, and says so by itself.
		const revised = card(hosts, 'Until January a chart shows colours.');
		await expect(revised).toBeVisible();
		await revised.getByRole('link', { name: /^Open/ }).click();
		await expect(section(hosts, 'How it read before')).toContainText(better);
		await expectGoodPage(hosts);
	});

	await test.step('the same without scripts', async () => {
		const plain = await browser.newContext({
			baseURL: product.origin,
			javaScriptEnabled: false,
			storageState: await drags.context().storageState(),
		});
		const page = await plain.newPage();
		await page.goto(`${review}/findings?show=all`);
		const all = section(page, /^All evidence/);
		await piece(all, novel).getByRole('checkbox').check();
		await field(all, 'Put it into …').selectOption({ label: 'Until January a chart shows colours.' });
		await press(all, 'Put it there');
		const revised = card(page, 'Until January a chart shows colours.');
		await expect(piece(revised, novel)).toBeVisible();
		await press(piece(revised, novel), /^Take out/);
		await expect(piece(revised, novel)).toHaveCount(0);
		await press(page, 'Undo');
		await expect(piece(revised, novel)).toBeVisible();
		await plain.close();
	});
	await expectGoodPage(drags);
});
