import type { Page } from '@playwright/test';
import { cast, schools } from '#test/cast.ts';
import { expectGoodPage, widths } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { field, press, section, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'a year that is arranged' });
test.describe.configure({ timeout: 240_000 });

const champion = cast.marblewood.name;
const round = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });
const cards = (phone: Page) => section(phone, 'Your cards').getByRole('listitem');

test('HEP-7 a phone keeps its place and what is typed on it, whatever the room does meanwhile', async ({
	as,
	browser,
	baseURL,
}) => {
	const desk = await as(champion);
	await be(desk, champion);
	await desk.goto('/home');
	const link = section(desk, /reviews/i)
		.getByRole('link', { name: schools.owlbeck.name })
		.first();
	await desk.goto(`${(await link.getAttribute('href'))!}/workshop`);
	await press(desk, /Prepare/);
	await field(desk, 'How many people may join').fill('1');
	await press(desk, 'Save the plan');
	await expect(desk.getByText('minutes together')).toBeVisible();
	await press(desk, 'Open the room');
	await expect(desk.getByRole('heading', { name: 'Run the workshop' })).toBeVisible();
	const code = (await desk.locator('.code').textContent())!.trim().replace(' ', '');
	const joins = `/join?code=${code}`;

	const phone = await as('a phone');
	await phone.setViewportSize(widths.phone);
	await test.step('scanning the code again leads back to the place it has', async () => {
		await phone.goto(joins);
		await press(phone, 'Join');
		await expect(phone.getByRole('heading', { name: 'You are in' })).toBeVisible();
		await phone.goto(joins);
		await expect(phone.getByRole('heading', { name: 'You are in' })).toBeVisible();
		await expect(desk.getByText(/1 of 1\s+place/)).toBeVisible();
	});

	const context = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
	const bare = await context.newPage();
	await test.step('places are made while the room is open, and a phone without scripts comes in', async () => {
		const places = await unfold(desk, 'Change the number of places');
		await field(places, 'How many people may join').fill('2');
		await press(places, 'Save the number');
		await expect(desk.getByText(/1 of 2\s+place/)).toBeVisible();
		await bare.goto(joins);
		await press(bare, 'Join');
		await expect(bare.getByRole('heading', { name: 'You are in' })).toBeVisible();
	});

	await test.step('what is typed while a card is on its way stays', async () => {
		await press(round(desk, 'What could we do?'), /^Start/);
		await expect(phone.getByRole('heading', { name: 'What could we do?' })).toBeVisible();
		let go = () => {};
		const held = new Promise<void>((release) => (go = release));
		await phone.route('**/taking-part?/card', async (route) => {
			await held;
			await route.continue();
		});
		await field(phone, 'Your idea').fill('Read aloud');
		await press(phone, 'Send the card');
		await field(phone, 'Your idea').fill('Sing');
		go();
		await expect(cards(phone).filter({ hasText: 'Read aloud' })).toBeVisible();
		await expect(field(phone, 'Your idea')).toHaveValue('Sing');
		await phone.unroute('**/taking-part?/card');
	});

	await test.step('the card being typed when the next round starts stays in view and comes in', async () => {
		await bare.reload();
		await field(bare, 'Your idea').fill('Without scripts');
		await press(round(desk, 'What matters most?'), /^Start/);
		await expect(phone.getByRole('heading', { name: 'What matters most?' })).toBeVisible();
		await expect(field(phone, 'Your idea')).toHaveValue('Sing');
		await expect(phone.getByText('It still comes in for a minute')).toBeVisible();
		await expectGoodPage(phone);
		await phone.setViewportSize(widths.phone);
		await press(phone, 'Send the card');
		await expect(phone.getByText('Your card is in.')).toBeVisible();
		await expect(phone.getByText('Your idea')).toHaveCount(0);
		await press(bare, 'Send the card');
		await expect(bare.getByText('Your card is in.')).toBeVisible();
		for (const words of ['Sing', 'Without scripts'])
			await expect(section(desk, 'Ideas').getByLabel(words)).toBeVisible();
	});

	await test.step('the keyboard stays where a vote was given', async () => {
		await phone.getByRole('button', { name: /^Vote for it.*Read aloud/ }).press('Enter');
		await expect(phone.getByRole('button', { name: /^Take it back.*Read aloud/ })).toBeFocused();
		await phone.keyboard.press('Enter');
		await expect(phone.getByRole('button', { name: /^Vote for it.*Read aloud/ })).toBeFocused();
	});

	await test.step('what came too late is said where its form is gone', async () => {
		await bare.reload();
		await press(round(desk, 'How much would it change'), /^Start/);
		await expect(phone.getByRole('heading', { name: /How much would it change/ })).toBeVisible();
		await press(bare, /^Vote for it.*Read aloud/);
		await expect(bare.getByRole('alert')).toContainText('that round is over');
	});

	await test.step('a press after the end finds that the workshop is over', async () => {
		await bare.reload();
		const end = await unfold(desk, 'End the workshop…');
		await press(end, 'End the workshop');
		await expect(desk.getByRole('heading', { name: 'The workshop, as it was held' })).toBeVisible();
		const first = bare.getByRole('button', { name: /^Place it/ }).first();
		await first.click();
		await expect(bare.getByRole('heading', { name: 'The workshop is over' })).toBeVisible();
	});

	await test.step('what should not stay is still hidden afterwards', async () => {
		await section(desk, 'Ideas').getByLabel('Sing').check();
		await press(section(desk, 'Ideas'), 'Hide');
		const apart = section(desk, 'Not on the screen').getByRole('listitem').filter({ hasText: 'Sing' });
		await expect(apart).toBeVisible();
		await expectGoodPage(desk);
	});
	await context.close();
});
