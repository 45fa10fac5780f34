import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addDays, weekday } from '#domain/calendar/day.ts';
import { londonDay } from '#platform/day.ts';
import { addressOf, cast, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { choices, expectRefused, field, fill, press, section, select, tick, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'demo' });

const chair = cast.lanternby.name;
const head = cast.inkwell.name;
const champion = cast.copperkettle.name;
const governor = cast.ropewalk.name;
const untrained = cast.wickstraw.name;

/** The partnership's people, as somebody of it. */
async function people(page: Page): Promise<void> {
	await page.goto('/home');
	await page.getByRole('link', { name: partnership.name }).first().click();
	await page.getByRole('link', { name: 'People', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
}
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first();

/** A day far enough ahead for nothing of the demo to lie on it, and on a working day. */
const ahead = (weekdays: number) => {
	const monday = addDays(londonDay(new Date()), 60);
	return addDays(monday, weekdays - weekday(monday) + 1);
};

test('HEP-2 HEP-12 KSA-12 CEN-6 CSC-19 NFS-26 people’s training, time, limits and days are known to those who make teams', async ({
	as,
}) => {
	test.setTimeout(240_000);
	let bySchool = '';
	const chairs = await as(chair);
	const heads = await as(head);
	const champions = await as(champion);
	for (const [page, name] of [
		[chairs, chair],
		[heads, head],
		[champions, champion],
	] as const)
		await be(page, name);

	await test.step('HEP-2 a head without training stands out in words, until the chair has recorded it', async () => {
		await people(chairs);
		await expect(chairs.getByText('One of nine heads has had no training yet.')).toBeVisible();
		await expect(rowOf(chairs, untrained)).toContainText('Not yet trained as reviewer');
		await expectGoodPage(chairs);
		await chairs.getByRole('link', { name: 'Training: read and record' }).click();
		const form = section(chairs, 'Record training');
		await fill(form, { 'What it was': 'Reviewing, <b>passed on</b>', 'On which day': '2026-09-14' });
		await select(form, { 'Trained as': 'reviewer', 'Given by somebody here': head });
		await press(form, 'Record it');
		await expectRefused(choices(form, 'Who was trained'), 'Choose who was trained.');
		await expect(field(form, 'What it was')).toHaveValue('Reviewing, <b>passed on</b>');
		await expectGoodPage(chairs);
		await form.getByLabel(new RegExp(untrained)).check();
		await form.getByLabel(new RegExp(cast.papermoon.name)).check();
		await press(form, 'Record it');
		await expect(rowOf(chairs, 'passed on</b>')).toContainText(cast.papermoon.name);
		await people(chairs);
		await expect(chairs.getByText('had no training yet')).toHaveCount(0);
		await expect(rowOf(chairs, untrained)).toContainText(`by ${head}`);
	});

	await test.step('CEN-6 KSA-12 a head records for the staff of their school alone, and takes it back for one', async () => {
		await people(heads);
		await heads.getByRole('link', { name: 'Training: read and record' }).click();
		const form = section(heads, 'Record training');
		await expect(form.getByLabel(new RegExp(cast.tealeaf.name))).toBeVisible();
		await expect(choices(form, 'Who was trained').getByLabel(new RegExp(cast.plumbline.name))).toHaveCount(0);
		await fill(form, {
			'What it was': 'Coaching',
			'On which day': '2026-09-15',
			'Or by somebody else': 'A coach',
		});
		await select(form, { 'Trained as': 'improvement champion' });
		await form.getByLabel(new RegExp(champion)).check();
		await press(form, 'Record it');
		await rowOf(heads, 'Coaching').getByRole('link', { name: champion }).click();
		const training = section(heads, 'Training');
		await expect(training).toContainText('Coaching, as improvement champion');
		await expectGoodPage(heads);
		const item = training.getByRole('listitem').filter({ hasText: 'Coaching' });
		await press(await unfold(item, 'That is wrong'), 'Take it back');
		await expect(training.getByText('Coaching')).toHaveCount(0);
	});

	await test.step('CSC-19 a champion limits their days; what cannot be is said by the field', async () => {
		await people(champions);
		await champions.getByRole('link', { name: champion }).click();
		const days = section(champions, /^Days for reviews/);
		const form = await unfold(days, 'Change the limit');
		await fill(form, { 'Most days a term': 'two' });
		await press(form, 'Save the limit');
		await expectRefused(field(form, 'Most days a term'), 'Give a whole number of days');
		await fill(form, { 'Most days a term': '0', 'Most days a school year': '0' });
		await press(form, 'Save the limit');
		await expect(days).toContainText('of at most 0 a term and 0 a school year');
		await expectGoodPage(champions);
	});

	await test.step('NFS-26 they say which days don’t suit, by rule and by calendar file, and why stays with them', async () => {
		await champions.getByRole('link', { name: 'Say which days don’t suit you' }).click();
		const adding = section(champions, 'Add days');
		await tick(adding, { 'How is it': 'I can, if need be' });
		await fill(adding, { From: ahead(0), To: addDays(ahead(0), 30), Why: 'I teach' });
		await select(adding, { 'Which days': 'Every Monday' });
		await press(adding, 'Add');
		const said = section(champions, 'What you have said');
		await expect(said).toContainText(/Every Monday from .*if need be/);
		await expect(said).toContainText('I teach (only you read this)');
		const file = [
			...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Secret operation'],
			...[`DTSTART;VALUE=DATE:${ahead(1).replaceAll('-', '')}`, 'END:VEVENT', 'END:VCALENDAR'],
		].join('\r\n');
		const calendar = section(champions, 'From your calendar');
		await field(calendar, 'Calendar file').setInputFiles({
			...{ name: 'calendar.ics', mimeType: 'text/calendar', buffer: Buffer.from(file) },
		});
		await press(calendar, 'Show the days');
		const found = choices(calendar, 'You seem to be busy on these days. Which shall we keep?');
		await expectGoodPage(champions);
		await found.getByRole('checkbox').uncheck();
		await press(calendar, 'Keep them as days I can’t');
		await expectRefused(found, 'Tick the days to keep.');
		await expectGoodPage(champions);
		await found.getByRole('checkbox').check();
		await press(calendar, 'Keep them as days I can’t');
		await expect(said.getByRole('listitem')).toHaveCount(2);
		await expect(said).not.toContainText('Secret');
		await expectGoodPage(champions);
		await said.getByRole('button', { name: /^Take away Every Monday/ }).click();
		await expect(said.getByRole('listitem')).toHaveCount(1);
	});

	await test.step('HEP-12 CSC-19 a cycle stands by school and by person: who is reviewed when by whom, and the days', async () => {
		await chairs.goto('/home');
		await chairs.getByRole('link', { name: partnership.name }).first().click();
		await chairs.getByRole('link', { name: 'Plan', exact: true }).click();
		await chairs.getByRole('link', { name: 'by school' }).click();
		await expect(chairs.getByRole('heading', { level: 1 })).toContainText('by school');
		bySchool = chairs.url();
		const reviewed = chairs.getByRole('rowheader', { name: schools.bramblesea.name }).locator('..');
		await expect(reviewed.getByRole('link').nth(1)).toHaveAttribute('href', /^\/reviews\//);
		await expect(reviewed).toContainText(/by .+ \(improvement champion\)/);
		await expectGoodPage(chairs);
		await chairs.getByRole('link', { name: 'The same by person' }).click();
		await expect(chairs.getByRole('heading', { level: 1 })).toContainText('by person');
		await expect(rowOf(chairs, head)).toContainText(/, (one day|\d days)/);
		await expectGoodPage(chairs);
		await rowOf(chairs, head).getByRole('link', { name: head }).click();
		await expect(chairs.getByRole('heading', { name: head, level: 1 })).toBeVisible();
	});

	await test.step('NFS-26 CSC-19 days given and received stand by school and person, and go into a spreadsheet', async () => {
		await people(chairs);
		await chairs.getByRole('link', { name: 'Time given and received' }).click();
		await expect(
			section(chairs, 'Schools').getByRole('row').filter({ hasText: schools.bramblesea.name }),
		).toContainText(/more|even/);
		await expect(section(chairs, 'Schools')).toContainText(
			/In all \d+ days, as many given as received\. At £210 a day/,
		);
		await expect(section(chairs, 'People').getByRole('row').nth(2)).toContainText('at most');
		await expectGoodPage(chairs);
		const cost = await unfold(section(chairs, 'Schools'), 'Change what a day costs');
		const pounds = field(cost, 'What a day out of school costs, in pounds');
		await pounds.fill('212.50');
		await press(cost, 'Save');
		await expectRefused(pounds, 'Give whole pounds, from 0 to 5000.');
		await pounds.fill('£220');
		await press(cost, 'Save');
		await expect(section(chairs, 'Schools')).toContainText('At £220 a day');
		const loading = chairs.waitForEvent('download');
		await chairs.getByRole('link', { name: 'Release days as a table' }).click();
		const table = await readFile(await (await loading).path(), 'utf8');
		expect(table).toContain('Day,Person,School,Review at,As,Cost (£)');
		expect(table).toMatch(/,220\r\n/);
	});

	await test.step('CEN-6 champions who leave and reviews without one are said in a sentence', async () => {
		const sentence = (words: RegExp) => expect(section(chairs, 'Improvement champions')).toContainText(words);
		await sentence(/^Improvement champions\s*No improvement champions leave before the end of/);
		const address = chairs.url();
		await people(chairs);
		const ending = await unfold(rowOf(chairs, champion), 'Ends…');
		await fill(ending, { 'Ends on': addDays(londonDay(new Date()), 1) });
		await press(ending, 'End this role');
		await expect(rowOf(chairs, champion)).toContainText(/\sto\s/);
		await chairs.goto(address);
		await sentence(/One improvement champion leaves before the end of/);
	});

	await test.step('CSC-19 NFS-4 where a team is made, what is known of people stands beside them and warns', async () => {
		await chairs.goto('/home');
		await chairs.getByRole('link', { name: partnership.name }).first().click();
		await chairs.getByRole('link', { name: schools.quillhaven.name }).first().click();
		const team = section(chairs, 'Team');
		await expect(team.getByRole('listitem').filter({ hasText: untrained })).toContainText(
			/look again\s*can’t on/,
		);
		const candidate = field(team, 'Add a person').locator('option').filter({ hasText: cast.applecart.name });
		await expect(candidate).toContainText('can’t on');
		const compared = await unfold(team, 'Compare those who could join');
		const applecart = compared.getByRole('listitem').filter({ hasText: cast.applecart.name });
		await expect(applecart).toContainText(
			/days in \d{4}-\d\d, of at most 4 a school year; .*; trained as reviewer/,
		);
		await expectGoodPage(chairs);
	});

	await test.step('CSC-19 others see schools’ balances, and of people themselves alone', async () => {
		await be(champions, governor);
		await people(champions);
		await expect(champions.getByText('Training: read and record')).toHaveCount(0);
		// Nor do the page's data bring addresses that only those who invite need.
		expect(await (await champions.request.get(champions.url())).text()).not.toContain(addressOf('inkwell'));
		expect(await (await chairs.request.get(champions.url())).text()).toContain(addressOf('inkwell'));
		await champions.getByRole('link', { name: 'Time given and received' }).click();
		await expect(section(champions, 'Schools').getByRole('row').nth(3)).toBeVisible();
		await expect(section(champions, 'You')).toContainText('You are on no team this school year.');
		await expect(champions.getByRole('link', { name: 'Release days as a table' })).toHaveCount(0);
		await expectGoodPage(champions);
		await champions.goto(bySchool.replace(/schools$/, 'people'));
		await expect(champions.getByText('You are on no team in this cycle')).toBeVisible();
		await expect(champions.getByText(head)).toHaveCount(0);
		await champions.goto(bySchool);
		await expect(rowOf(champions, schools.larkspindle.name)).toBeVisible();
	});
});
