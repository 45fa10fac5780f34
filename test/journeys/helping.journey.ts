import type { Page } from '@playwright/test';
import { cast, founder, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { expectRefused, field, fill, press, section, select, tick, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'schools that help one another' });

const asker = cast.hedgepath.name;
const helper = cast.quillington.name;
const who = cast.wintergreen.name;
const askers = schools.marrowfield.name;
const helpers = schools.larkspindle.name;

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

const expectNotThere = async (page: Page, address: string) =>
	expect((await page.request.get(address)).status()).toBe(404);

test('CEN-13 HEP-8 NFS-23 a head asks, the chair proposes, the head agrees to be named, the other helps; days, what came of it, thanks', async ({
	as,
}) => {
	const asking = await as('who asks');
	await be(asking, asker);
	const root = (await asking.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!;
	await asking.goto(`${root}/support`);
	await expect(section(asking, 'What schools can share')).toContainText(helpers);
	const form = await unfold(asking, 'Ask for support');
	await select(form, { 'In which theme': 'Mathematics' });
	await fill(form, { 'What you need': 'Fractions <b>in Year 6</b> 🌱', 'By when': inDays(-1) });
	await press(form, 'Ask for support');
	await expectRefused(field(form, 'By when'), 'That day is over');
	await fill(form, { 'By when': inDays(60) });
	await press(form, 'Ask for support');
	await expect(asking.getByRole('heading', { name: `Mathematics at ${askers}` })).toBeVisible();
	await expect(section(asking, 'What is asked').getByRole('paragraph').first()).toHaveText(
		'Fractions <b>in Year 6</b> 🌱',
	);
	const address = new URL(asking.url()).pathname;
	await expectGoodPage(asking);

	// Nobody but those who lead knows of it.
	const others = await as('who knows nothing of it');
	for (const name of [cast.thimbleton.name, helper, cast.ledgerly.name, cast.papermoon.name]) {
		await be(others, name);
		await expectNotThere(others, address);
		await others.goto(`${root}/support`);
		await expect(others.getByText(askers)).toHaveCount(0);
	}

	const chair = await as('who leads');
	await be(chair, cast[founder].name);
	await chair.getByRole('link', { name: `Who could help ${askers}?` }).click();
	await expect(section(chair, 'Propose a school')).toContainText('It can give 3 days a term.');
	await expectGoodPage(chair);
	await tick(chair, { 'Schools that offer Mathematics': helpers });
	await press(chair, 'Propose those I ticked');
	await expect(section(chair, 'Who could help')).toContainText('has not said yes to it');

	// The helper learns of it only now.
	const helping = await as('who helps');
	await be(helping, helper);
	await expectNotThere(helping, address);
	await asking.goto('/home');
	await asking.getByRole('link', { name: `May ${helpers} be asked to help you?` }).click();
	await press(section(asking, 'Who could help'), /^Yes, ask this school/);
	await expect(section(asking, 'Who could help')).toContainText('Asked');
	await helping.goto('/home');
	await helping.getByRole('link', { name: `Can ${helpers} help ${askers}?` }).click();
	const yes = await unfold(helping, 'Yes, we help');
	await fill(yes, { 'How many days': 'two', From: inDays(0), Until: inDays(30), 'Who pays it': 'We do' });
	await press(yes, 'Agree to help');
	await expectRefused(field(yes, 'How many days'), 'Give a whole number of days');
	await fill(yes, { 'How many days': '2' });
	await press(yes, 'Agree to help');
	await expectRefused(field(yes, 'Who comes, in words'), 'Say who comes');
	await select(yes, { 'Who comes': who });
	await fill(yes, { 'What it costs, in whole pounds': '£400' });
	await press(yes, 'Agree to help');
	const agreed = section(helping, `Support by ${helpers}`);
	await expect(agreed).toContainText('2 days, 0 noted so far');
	await expect(agreed).toContainText('£400, paid by We do');
	await expectGoodPage(helping);

	// Who comes notes the day; the school that was helped tells what came of it and thanks.
	const coming = await as('who comes');
	await be(coming, who);
	await coming.getByRole('link', { name: `You help ${askers}` }).click();
	const day = await unfold(coming, 'Note a day');
	await fill(day, { 'Which day it was': inDays(1), 'Who came and what was done': 'Taught with Year 6.' });
	await press(day, 'Note the day');
	await expectRefused(field(day, 'Which day it was'), 'still to come');
	await fill(day, { 'Which day it was': inDays(0) });
	await press(day, 'Note the day');
	await expect(coming.getByRole('list', { name: 'Days that took place' })).toContainText(
		'Taught with Year 6.',
	);
	await expect(coming.getByText('Tell what came of it')).toHaveCount(0);

	await asking.goto(address);
	const came = await unfold(asking, 'Tell what came of it');
	await fill(came, { 'What is different now': 'Year 6 draw fractions before they add them.' });
	await press(came, 'Save what came of it');
	await expect(asking.getByText('Year 6 draw fractions before they add them.').first()).toBeVisible();
	const thanks = await unfold(asking, 'Say thank you');
	await fill(thanks, { 'What you thank them for': 'For your patience.' });
	await press(thanks, 'Send the thanks');
	await expect(asking.getByRole('heading', { name: 'Thanks' })).toBeVisible();
	await press(asking, 'Let everybody read it');
	await expect(asking.getByText('Everybody in the partnership may read it')).toBeVisible();
	await press(asking, 'Keep it to the two schools');
	await expect(asking.getByText('Both schools and those who lead read it.', { exact: true })).toBeVisible();

	await coming.goto('/home');
	await expect(coming.getByText('For your patience.')).toBeVisible();
	await press(coming, /^Put it away/);
	await expect(coming.getByText('For your patience.')).toHaveCount(0);
	await helping.goto(`${root}/support`);
	await expect(helping.getByRole('row', { name: new RegExp(helpers) })).toContainText('1');

	// What was agreed between two schools stays theirs.
	for (const name of [cast.thimbleton.name, cast.ledgerly.name, cast.papermoon.name]) {
		await be(others, name);
		await expectNotThere(others, address);
	}
});
