import type { Page } from '@playwright/test';
import { photoOfPhone } from '#platform/picture/pictures.fixture.ts';
import { cast, schools } from '#test/cast.ts';
import { expectGoodPage, widths } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { expectRefused, field, fill, press, section, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'a year that is arranged' });
test.describe.configure({ timeout: 400_000 });

const champion = cast.marblewood.name;
const host = cast.applecart.name;
const ideas = [
	'Hear every reader each week',
	'Read to the class each day',
	'A quiet corner in each room',
	'Book boxes to take home',
	'Older pupils read with younger ones',
	'Show what a good answer looks like',
	'Ask the librarian in',
	'Fewer worksheets 📚',
	'Plan questions together',
	'Watch each other teach',
	'Read aloud every day',
	'<script>alert(1)</script> on a card',
];

async function reviewOf(page: Page, school: string): Promise<string> {
	await page.goto('/home');
	const link = section(page, /reviews/i)
		.getByRole('link', { name: school })
		.first();
	return (await link.getAttribute('href'))!;
}

const card = (phone: Page, words: string) =>
	section(phone, 'Your cards').getByRole('listitem').filter({ hasText: words });
const round = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

test('HEP-7 NFS-14 NFS-11 golden path 5: a champion runs the workshop with twelve phones, and the plan becomes the school’s actions', async ({
	as,
}) => {
	const champions = await as(champion);
	await be(champions, champion);
	const review = await reviewOf(champions, schools.owlbeck.name);

	await test.step('she prepares it from the findings, and prints', async () => {
		await champions.goto(`${review}/workshop`);
		await press(champions, /Prepare/);
		await expect(champions.getByRole('heading', { name: 'Prepare the workshop' })).toBeVisible();
		await section(champions, 'What staff work on').getByRole('checkbox').first().check();
		await field(champions, 'How many people may join').fill('12');
		await field(champions, 'Minutes').first().fill('0');
		await press(champions, 'Save the plan');
		await expectRefused(field(champions, 'Minutes').first(), 'from 1 to 120');
		await field(champions, 'Minutes').first().fill('5');
		await press(champions, 'Save the plan');
		await expect(champions.getByText('65 minutes together')).toBeVisible();
		await expectGoodPage(champions);
		await champions.getByRole('link', { name: 'Print materials' }).click();
		await expect(champions.getByRole('heading', { name: 'Running order' })).toBeVisible();
		await expectGoodPage(champions);
		await champions.goBack();
	});

	const wall = await as('the wall');
	const desk = champions.url();
	await test.step('on the day she opens the room, and the wall shows code and QR code', async () => {
		await press(champions, 'Open the room');
		await expect(champions.getByRole('heading', { name: 'Run the workshop' })).toBeVisible();
		await be(wall, champion);
		await wall.goto(`${desk}/wall`);
		await expect(wall.getByRole('img', { name: /QR code/ })).toBeVisible();
	});
	const code = (await wall.locator('.code').textContent())!.trim();

	const phones: Page[] = [];
	await test.step('twelve staff join with their phones, without accounts; a thirteenth finds no place', async () => {
		for (const nth of ideas.keys()) {
			const phone = await as(`phone ${nth + 1}`);
			await phone.setViewportSize(widths.phone);
			await phone.goto(`/join?code=${code.replace(' ', '')}`);
			await press(phone, 'Join');
			await expect(phone.getByRole('heading', { name: 'You are in' })).toBeVisible();
			phones.push(phone);
		}
		const late = await as('somebody late');
		await late.goto('/join');
		await expectGoodPage(late);
		await field(late, 'Code').fill('BBBB BBBB');
		await press(late, 'Join');
		await expectRefused(field(late, 'Code'), 'This code opens nothing now');
		await field(late, 'Code').fill(code.toLowerCase());
		await press(late, 'Join');
		await expectRefused(field(late, 'Code'), 'Every place in this workshop is taken');
		await expect(wall.getByText('12 phones are in')).toBeVisible();
	});

	await test.step('each writes a card; all twelve stand on the wall', async () => {
		await press(round(champions, 'What could we do?'), /^Start/);
		for (const [nth, phone] of phones.entries()) {
			await expect(phone.getByRole('heading', { name: 'What could we do?' })).toBeVisible();
			await field(phone, 'Your idea').fill(ideas[nth]!);
			await press(phone, 'Send the card');
			await expect(card(phone, ideas[nth]!)).toBeVisible();
		}
		for (const idea of ideas) await expect(wall.getByText(idea)).toBeVisible();
		await expectGoodPage(phones[0]!);
		await phones[0]!.setViewportSize(widths.phone);
	});

	await test.step('a phone that slept catches up; an empty card is refused where it is typed', async () => {
		await phones[1]!.reload();
		await expect(card(phones[1]!, ideas[1]!)).toBeVisible();
		await press(phones[1]!, 'Send the card');
		await expectRefused(field(phones[1]!, 'Your idea'), 'Write something on the card.');
	});

	await test.step('she puts together what says the same, hides one, and types one from paper', async () => {
		const form = section(champions, 'Ideas');
		await form.getByLabel(ideas[1]!).check();
		await form.getByLabel(ideas[10]!).check();
		await field(form, 'What to call them').fill('Reading aloud, every class, every day');
		await press(form, 'Put together');
		await expect(form.getByLabel('Reading aloud, every class, every day')).toBeVisible();
		await form.getByLabel(ideas[7]!).check();
		await press(form, 'Hide');
		await expect(
			section(champions, 'Not on the screen').getByRole('listitem').filter({ hasText: ideas[7]! }),
		).toBeVisible();
		await expect(wall.getByText(ideas[7]!)).toHaveCount(0);
		const keeping = await unfold(champions, 'Keep a photo');
		const file = { name: 'poster.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await photoOfPhone()) };
		await field(keeping, 'Photo of the paper').setInputFiles(file);
		await press(keeping, 'Keep the photo');
		await expectRefused(field(keeping, 'What it shows'), 'Say in a few words what it shows.');
		await field(keeping, 'Photo of the paper').setInputFiles(file);
		await field(keeping, 'What it shows').fill('The poster of Year 2');
		await press(keeping, 'Keep the photo');
		await expect(champions.getByRole('img', { name: 'The poster of Year 2' })).toBeVisible();
		const typing = await unfold(champions, 'Type cards in');
		await field(typing, 'Cards').fill('Talk before writing');
		await press(typing, 'Add the cards');
		await expect(wall.getByText('Talk before writing')).toBeVisible();
	});

	await test.step('each gives three votes, and no fourth', async () => {
		await press(round(champions, 'What matters most?'), /^Start/);
		for (const phone of phones) {
			await expect(phone.getByText('You have 3 of 3 votes left.')).toBeVisible();
			await press(phone, /^Vote for it.*Reading aloud/);
			await expect(phone.getByText('You have 2 of 3 votes left.')).toBeVisible();
		}
		const [phone] = phones;
		await press(phone!, /^Vote for it.*Talk before writing/);
		await press(phone!, /^Vote for it.*Plan questions/);
		await expect(phone!.getByText('You have given all your votes.')).toBeVisible();
		await expect(phone!.getByRole('button', { name: /^Vote for it/ })).toHaveCount(0);
		await expectGoodPage(phone!);
		await phone!.setViewportSize(widths.phone);
		await expect(wall.getByText('12 votes')).toBeVisible();
	});

	await test.step('the room places the three on the matrix', async () => {
		await press(round(champions, 'How much would it change'), /^Start/);
		const [phone] = phones;
		const first = section(phone!, /^Reading aloud/);
		await first
			.getByRole('group', { name: /How much would it change/ })
			.getByLabel('Very much')
			.check();
		await first
			.getByRole('group', { name: /How much work/ })
			.getByLabel('Little')
			.check();
		await press(first, /^Place it/);
		await expect(wall.getByText('do it first, as 1 phone sees it')).toBeVisible();
		await expectGoodPage(phone!);
		await expectGoodPage(wall);
		await expectGoodPage(champions);
	});

	await test.step('phones say how the review went and what support is needed', async () => {
		const [phone] = phones;
		for (const [title, words] of [
			['How did the review go?', 'Tell us the day sooner'],
			['What support do we need?', 'Somebody who has taught <b>phonics</b> to Year 3'],
		] as const) {
			await press(round(champions, title), /^Start/);
			await expect(phone!.getByRole('heading', { name: title })).toBeVisible();
			await field(phone!, 'What you think').fill(words);
			await press(phone!, 'Send the card');
			await expect(card(phone!, words)).toBeVisible();
		}
		const asked = section(champions, 'Support that staff ask for');
		await expect(asked.getByRole('listitem')).toHaveText('Somebody who has taught <b>phonics</b> to Year 3');
		await expect(asked.getByRole('link')).toHaveCount(0);
		await expectGoodPage(champions);
	});

	await test.step('it ends in a plan: the idea becomes a step that answers a finding', async () => {
		const end = await unfold(champions, 'End the workshop…');
		await press(end, 'End the workshop');
		await expect(champions.getByRole('heading', { name: 'The workshop, as it was held' })).toBeVisible();
		await expect(phones[3]!.getByRole('heading', { name: 'The workshop is over' })).toBeVisible();
		await champions.getByRole('link', { name: 'Next-steps plan', exact: true }).first().click();
		const step = await unfold(section(champions, 'Ideas of the workshop'), /^Make it a step/);
		await field(step, 'The finding it answers').selectOption({ index: 1 });
		await fill(step, {
			'Who makes sure of it': 'Reading lead',
			'By which day': '2027-06-30',
			'How you will know that it worked': 'Every class hears a story each day, and asks for the next.',
		});
		await press(step, 'Put it in the plan');
		await expect(champions.getByRole('heading', { name: /^Reading aloud/ })).toBeVisible();
		await expect(champions.getByText('The headteacher takes the steps up')).toBeVisible();
		await expectGoodPage(champions);
	});

	await test.step('the head takes it up; it stands among the school’s actions after a reload', async () => {
		const hosts = await as(host);
		await be(hosts, host);
		await hosts.goto(desk);
		const asked = section(hosts, 'Support that staff ask for');
		await asked.getByRole('link', { name: 'Ask for support' }).click();
		await expect(hosts.getByRole('heading', { name: 'Support', level: 1 })).toBeVisible();
		await hosts.goto(`${review}/workshop/steps`);
		await expect(hosts.getByText('Tell us the day sooner')).toHaveCount(0);
		await press(hosts, 'Take up the step');
		await expect(hosts).toHaveURL(`${review}/actions`);
		await hosts.reload();
		await expect(hosts.getByRole('heading', { name: /^Reading aloud/ })).toBeVisible();
	});

	await test.step('what came of it is where the write-up begins', async () => {
		await champions.goto(`${review}/workshop`);
		await expect(section(champions, 'Sittings').getByText(', held').first()).toBeVisible();
	});
});

test('HEP-7 the team, the chair and staff who sign in find no room; a phone finds nothing but its room', async ({
	as,
}) => {
	const champions = await as(champion);
	await be(champions, champion);
	const review = await reviewOf(champions, schools.owlbeck.name);
	await champions.goto(`${review}/workshop`);
	const rooms = section(champions, 'Sittings').getByRole('link').first();
	const room = (await rooms.getAttribute('href'))!;
	for (const who of [cast.foxglove.name, cast.lanternby.name, cast.papermoon.name]) {
		const page = await as(who);
		await be(page, who);
		for (const path of [room, `${room}/wall`, `${room}/materials`, `${review}/workshop/steps`]) {
			const answer = await page.goto(path);
			expect(answer?.status(), `${who} at ${path}`).toBe(404);
		}
	}
	const phone = await as('a phone that was in');
	const answer = await phone.goto('/taking-part');
	expect(answer?.status()).toBe(200);
	await expect(phone.getByRole('heading', { name: 'Join first' })).toBeVisible();
});
