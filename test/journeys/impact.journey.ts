import type { Page } from '@playwright/test';
import { cast, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { expectRefused, field, fill, press, section, select, unfold } from './people/forms.ts';
import { dayFromToday } from './people/proposing.ts';

test.use({ startAs: 'demo', installation: 'demo' });

const host = cast.inkwell.name;
const reviewer = cast.hedgepath.name;

/** The row of the partnership's reviews that was held at a school longest ago. */
async function reviewAt(page: Page, school: string) {
	await page.goto('/home');
	await page.getByRole('link', { name: partnership.name }).first().click();
	return page
		.getByRole('row')
		.filter({ has: page.getByRole('link', { name: school }) })
		.last();
}
const addressIn = async (row: Awaited<ReturnType<typeof reviewAt>>) =>
	(await row.getByRole('link').getAttribute('href'))!;

test('HEP-15 CSC-29 a head tells impact under headings, in words or measured, and a review without a figure is shown as such', async ({
	as,
}) => {
	const hosts = await as(host);
	const reviewers = await as(reviewer);
	await be(hosts, host);
	await be(reviewers, reviewer);

	await test.step('among the reviews stands which have a measured impact, where one reads it', async () => {
		const heads = await as(cast.lanternby.name);
		await be(heads, cast.lanternby.name);
		await expect(await reviewAt(heads, schools.quillhaven.name)).toContainText('no measured impact');
		const another = await reviewAt(heads, schools.fernmarsh.name);
		await expect(another).not.toContainText('impact');
		await expectGoodPage(heads);
	});

	const row = await reviewAt(hosts, schools.fernmarsh.name);
	await expect(row).toContainText(/(?<!no )measured impact/);
	const review = await addressIn(row);

	await test.step('half a measure is refused by its field, and nothing typed is lost', async () => {
		await hosts.goto(`${review}/actions`);
		await hosts.getByRole('link', { name: 'Tell what has changed' }).click();
		await expect(hosts.getByRole('heading', { name: 'Impact', level: 1 })).toBeVisible();
		const form = section(hosts, 'Tell of an impact');
		await select(form, { 'Under which heading': 'Progress in year groups' });
		await fill(form, {
			'What is different now': 'More <b>able</b> writers 😀 write for longer.',
			'Which year groups or pupils': 'Year 5',
			'What was counted or compared': 'Year 5 at greater depth in writing, moderated with Marrowfield',
			'Before the review': 'a few',
			Now: '19%',
		});
		await press(form, 'Tell it');
		await expect(form.getByText('Begin with the figure before, such as 61%.').first()).toBeVisible();
		await expect(field(form, 'What is different now')).toHaveValue(/😀 write for longer/);
		await expectGoodPage(hosts);
		await fill(form, { 'Before the review': '8%' });
		await press(form, 'Tell it');
	});

	const told = section(hosts, 'Progress in year groups');
	await test.step('it stands under its heading as measured, also for the team, which tells nothing', async () => {
		await expect(told).toContainText('Measured');
		await expect(told).toContainText('Year 5');
		await expect(told).toContainText('before 8% now 19%');
		await expectGoodPage(hosts);
		await reviewers.goto(`${review}/impact`);
		await expect(section(reviewers, 'Progress in year groups')).toContainText(
			'More <b>able</b> writers 😀 write for longer.',
		);
		await expect(reviewers.getByRole('button', { name: 'Tell it' })).toHaveCount(0);
	});

	await test.step('told otherwise it is narrative; taken back it is gone for everybody', async () => {
		const otherwise = await unfold(told, 'Tell it otherwise');
		await fill(otherwise, { 'What was counted or compared': '', 'Before the review': '', Now: '' });
		await press(otherwise, 'Save');
		await expect(told).toContainText('Narrative');
		await told.getByText('What it said before').click();
		await expect(told.getByText(': 8% before, 19% now')).toBeVisible();
		await expectGoodPage(hosts);
		const back = await unfold(told, 'Take it back');
		await press(back, 'Take it back');
		await expect(told).toHaveCount(0);
		await reviewers.reload();
		await expect(reviewers.getByText('write for longer')).toHaveCount(0);
	});
});

test('CSC-31 a head records a line of a later inspection as evidence of impact; the team reads it', async ({
	as,
}) => {
	const hosts = await as(host);
	await be(hosts, host);
	const review = await addressIn(await reviewAt(hosts, schools.fernmarsh.name));
	await hosts.goto(`${review}/impact`);
	const line = 'Inspectors found that pupils <b>explain</b> 😀 what they read.';
	const told = hosts.getByRole('listitem').filter({ hasText: line });

	await test.step('without its day it is refused by its field, and nothing typed is lost', async () => {
		const form = section(hosts, 'Record what an inspection said');
		const words = field(form, 'The line, as it stands in the inspection’s report');
		await select(form, { 'Under which heading': 'Progress in year groups' });
		await words.fill(line);
		await fill(form, { 'Which year groups or pupils': 'Key stage 2', 'Day of the inspection': '2199-01-01' });
		await press(form, 'Record it');
		await expectRefused(field(form, 'Day of the inspection'), /./);
		await expect(words).toHaveValue(line);
		await fill(form, { 'Day of the inspection': dayFromToday(0) });
		await press(form, 'Record it');
		await expect(told).toContainText('From the inspection of');
		await expectGoodPage(hosts);
	});

	await test.step('the team reads it under its heading and records nothing', async () => {
		const reviewers = await as(reviewer);
		await be(reviewers, reviewer);
		await reviewers.goto(`${review}/impact`);
		await expect(section(reviewers, 'Progress in year groups')).toContainText(line);
		await expect(reviewers.getByRole('button', { name: 'Record it' })).toHaveCount(0);
	});

	await test.step('taken back it is gone', async () => {
		const back = await unfold(told, 'Take it back');
		await press(back, 'Take it back');
		await expect(told).toHaveCount(0);
	});
});

test('HEP-6 a head measures a baseline, measures it again and tells what came of it as impact, without typing it again', async ({
	as,
}) => {
	const hosts = await as(host);
	await be(hosts, host);
	const review = await addressIn(await reviewAt(hosts, schools.fernmarsh.name));
	await hosts.goto(`${review}/impact`);
	const baselines = section(hosts, 'Baselines');
	const card = baselines.getByRole('article').filter({ hasText: 'Reading for pleasure' });

	await test.step('what is no figure is refused by its field, and nothing typed is lost', async () => {
		const form = await unfold(baselines, 'Measure a baseline');
		await fill(form, {
			'What is measured': 'Reading for pleasure <b>daily</b> 😀',
			'By which framework or test': 'National reading survey',
			'Which year groups or pupils': 'Year 4',
			'The figure': 'about half',
			'Day it was measured': '2024-03-08',
		});
		await press(form, 'Save the baseline');
		await expect(form.getByText('Begin with the figure, such as 61% or 12 of 30.').first()).toBeVisible();
		await expect(field(form, 'What is measured')).toHaveValue(/😀/);
		await expectGoodPage(hosts);
		await fill(form, { 'The figure': '12 of 30' });
		await press(form, 'Save the baseline');
		await expect(card).toContainText('It has not been measured again yet.');
	});

	await test.step('a later figure stands below the first, with how far it has come', async () => {
		const form = await unfold(card, 'Measure it again');
		await fill(form, { 'The figure': '18 of 30', 'Day it was measured': '2024-03-07' });
		await press(form, 'Add the figure');
		await expect(form.getByText('That was before the baseline was measured.').first()).toBeVisible();
		await fill(form, { 'Day it was measured': '2024-06-14' });
		await press(form, 'Add the figure');
		await expect(card).toContainText('12 of 30 on 8 March 2024, 18 of 30 on 14 June 2024: 6 more of 30.');
		await expectGoodPage(hosts);
	});

	await test.step('told as impact it is measured, and the team reads both', async () => {
		const form = await unfold(card, 'Tell it as impact');
		await select(form, { 'Under which heading': 'Progress in year groups' });
		await press(form, 'Tell it');
		await expect(card).toContainText('Told as impact');
		const reviewers = await as(reviewer);
		await be(reviewers, reviewer);
		await reviewers.goto(`${review}/impact`);
		await expect(section(reviewers, 'Progress in year groups')).toContainText('before 12 of 30 now 18 of 30');
		await expect(section(reviewers, 'Baselines')).toContainText('Reading for pleasure <b>daily</b> 😀');
		await expect(reviewers.getByText('Measure a baseline')).toHaveCount(0);
	});

	await test.step('taken back it is gone', async () => {
		const form = await unfold(card, 'Take the baseline back');
		await press(form, 'Take it back');
		await expect(card).toHaveCount(0);
	});
});
