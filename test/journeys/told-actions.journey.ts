import { cast, founder, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { choices, field, fill, press, section, select, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'a year that is arranged' });

const title = 'Show every room how it is done 😀';

test('NFS-11 CSC-3 CSC-23 a head plans an action with an aim and a milestone, tells how it goes, reads it in the group’s action plan, puts it right and gives it up', async ({
	as,
}) => {
	const chairs = await as(cast[founder].name);
	await be(chairs, cast[founder].name);
	await chairs.getByRole('link', { name: partnership.name }).first().click();
	await chairs.getByRole('link', { name: 'Aims', exact: true }).click();
	const setting = await unfold(chairs.locator('main'), 'Set an aim');
	await fill(setting, { 'What you work towards': 'Every child writes on' });
	await press(setting, 'Set it');
	await expect(chairs.getByRole('heading', { name: 'Every child writes on' })).toBeVisible();
	await expectGoodPage(chairs);

	const hosts = await as(cast.thimbleton.name);
	await be(hosts, cast.thimbleton.name);
	await hosts.getByRole('link', { name: partnership.name }).first().click();
	const row = hosts
		.getByRole('row')
		.filter({ has: hosts.getByRole('link', { name: schools.tumblebrook.name }) });
	const review = (await row.first().getByRole('link').getAttribute('href'))!;
	await hosts.goto(`${review}/actions`);
	const plan = section(hosts, 'Plan an action');
	await field(plan, 'The finding it answers').selectOption({ index: 1 });
	await select(plan, { 'Who makes sure of it': cast.thimbleton.name });
	await fill(plan, {
		'What will be done': title,
		'By which day': '2199-02-01',
		'How you will know that it worked': 'Nobody waits.',
	});
	await choices(plan, 'What it serves').getByLabel('Every child writes on').check();
	await press(plan, 'Plan the action');
	const card = hosts.getByRole('listitem').filter({ has: hosts.getByRole('heading', { name: title }) });
	await expect(card).toContainText(cast.thimbleton.name);
	await expect(card.getByRole('link', { name: 'Every child writes on' })).toBeVisible();

	await test.step('a milestone is added and reached', async () => {
		const adding = await unfold(card, /^Add a milestone/);
		await fill(adding, { 'What will be reached': 'Two rooms do it', 'By which day': '2199-01-10' });
		await press(adding, 'Add it');
		await press(card, /^Reached/);
		await expect(card.getByRole('button', { name: /^Not reached after all/ })).toBeVisible();
		await expectGoodPage(hosts);
	});

	await test.step('how it goes is told in one tap', async () => {
		await press(card, /^Under way/);
		await expect(card).toContainText('Under way');
	});

	await test.step('it is recorded in the group’s action plan, for those alone who may read it', async () => {
		const root = (await hosts.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!;
		await hosts.goto(`${root}/groups`);
		await hosts.getByRole('link', { name: 'What Brook trio looks into' }).click();
		const recorded = section(hosts, 'Action plan').getByRole('listitem').filter({ hasText: title });
		await expect(recorded.last()).toContainText('Under way');
		await expect(recorded.first()).toContainText(schools.tumblebrook.name);
		await expectGoodPage(hosts);
		const group = new URL(hosts.url()).pathname;
		const elsewhere = await as('somebody of another school');
		await be(elsewhere, cast.papermoon.name);
		expect((await elsewhere.goto(group))?.status()).toBe(200);
		await expect(elsewhere.getByText(title)).toHaveCount(0);
		await hosts.goto(`${review}/actions`);
	});

	await test.step('it is put right, and given up with a reason that stays', async () => {
		const right = await unfold(card, /^Put it right/);
		await fill(right, { 'How you will know that it worked': 'All write on.' });
		await press(right, 'Save');
		await expect(card).toContainText('All write on.');
		await expect(card.getByText('What it said before')).toBeVisible();
		const giving = await unfold(card, /^Give it up/);
		await fill(giving, { 'Why it is given up': 'Another way was found.' });
		await press(giving, 'Give it up');
		await expect(card).toContainText('Another way was found.');
		await expect(card.getByRole('button')).toHaveCount(0);
		await expectGoodPage(hosts);
		await chairs.reload();
		await expect(chairs.getByText('Every child writes on').first()).toBeVisible();
	});

	await test.step('a letter’s link that was not copied whole opens nothing', async () => {
		await hosts.goto('/letters/action?token=half&say=done');
		await expect(hosts.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
		await expectGoodPage(hosts);
	});
});
