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

test('HEP-13 NFS-17 where no school can help, those who lead ask the authority, commission support for two schools that share the need, and say what the partnership gives', async ({
	as,
}) => {
	const asked = async (name: string, words: string) => {
		const page = await as(name);
		await be(page, name);
		const root = await page.getByRole('link', { name: partnership.name }).first().getAttribute('href');
		await page.goto(`${root!}/support`);
		const form = await unfold(page, 'Ask for support');
		await select(form, { 'In which theme': 'Curriculum' });
		await fill(form, { 'What you need': words, 'By when': inDays(40) });
		await form.getByLabel('Heads may read this at their meetings').check();
		await press(form, 'Ask for support');
		await expect(page.getByRole('heading', { name: /^Curriculum at / })).toBeVisible();
		return { page, root: root!, address: new URL(page.url()).pathname };
	};
	const first = await asked(asker, 'Electricity without kits');
	const second = await asked(cast.inkwell.name, 'Circuits in Year 4');

	const chair = await as('who leads and looks outside');
	await be(chair, cast[founder].name);
	await chair.goto(first.address);

	await test.step('nobody is found, and the school that asks reads so', async () => {
		const nobody = await unfold(chair, 'Nobody can be found');
		await press(nobody, 'Say that nobody is found');
		await expectRefused(field(nobody, 'Whom you asked, and what could be tried next'), /./);
		await fill(nobody, { 'Whom you asked, and what could be tried next': 'All three that offer science.' });
		await press(nobody, 'Say that nobody is found');
		await first.page.reload();
		await expect(first.page.getByText('Nobody found so far').first()).toBeVisible();
		await expect(first.page.getByText('All three that offer science.').first()).toBeVisible();
	});

	const outside = section(chair, 'From outside the partnership');
	await test.step('the authority is asked, and what it answered is told', async () => {
		const look = await unfold(outside, 'Look outside the partnership');
		await tick(look, { 'What is done': 'We ask the local authority' });
		await fill(look, {
			'Who it is asked of': 'The county’s science adviser',
			'What they are asked for': 'A visit <b>this term</b>',
			'From when, or when they were asked': inDays(0),
		});
		await press(look, 'Save it');
		const one = outside.getByRole('listitem').filter({ hasText: 'The county’s science adviser' });
		await expect(one).toContainText('The authority is asked');
		const telling = await unfold(one, 'Tell what came of it');
		await fill(telling, { 'What they answered': 'They have no adviser left.' });
		await press(telling, 'Save it');
		await expect(one).toContainText('They have no adviser left.');
		await expectGoodPage(chair);
	});

	await test.step('what is discussed at meetings is resourced: days, pounds and what for', async () => {
		const heads = await as('another head at the meeting');
		await be(heads, cast.thimbleton.name);
		await heads.goto(`${first.root}/support`);
		await expect(section(heads, 'What is asked')).toContainText('Curriculum');
		await expect(heads.getByText('Decide what the partnership gives')).toHaveCount(0);
		const gives = section(chair, 'What the partnership gives for it');
		await expect(gives).toContainText('Nothing has been decided yet.');
		const deciding = await unfold(gives, 'Decide what the partnership gives');
		await fill(deciding, {
			Days: '2',
			'Whole pounds': 'a few',
			'What for': 'Cover while staff are trained.',
		});
		await press(deciding, 'Save what is given');
		await expectRefused(field(deciding, 'Whole pounds'), /./);
		await expect(field(deciding, 'What for')).toHaveValue('Cover while staff are trained.');
		await fill(deciding, { 'Whole pounds': '600' });
		await press(deciding, 'Save what is given');
		await expect(gives).toContainText('2 days and £600. Cover while staff are trained.');
		await first.page.reload();
		await expect(section(first.page, 'What the partnership gives for it')).toContainText('2 days and £600');
		await expect(first.page.getByRole('button', { name: 'Save what is given' })).toHaveCount(0);
	});

	await test.step('one course is commissioned for both schools, each of which reads its own part alone', async () => {
		const look = await unfold(outside, 'Look outside the partnership');
		await tick(look, { 'What is done': 'We commission it' });
		await fill(look, {
			'Who it is asked of': 'Sparks Science Centre',
			'What they are asked for': 'Two days on circuits',
			'From when, or when they were asked': inDays(10),
			'Who pays': 'The partnership',
		});
		await look.getByLabel(schools.fernmarsh.name).check();
		await press(look, 'Save it');
		await expectRefused(field(look, 'What it costs, in whole pounds'), 'Say how much it costs');
		await fill(look, { 'What it costs, in whole pounds': '900' });
		await press(look, 'Save it');
		await expect(outside).toContainText('Commissioned: Sparks Science Centre');
		await expect(chair.getByText('Look outside the partnership')).toHaveCount(0);
		for (const [one, another] of [
			[first, schools.fernmarsh.name],
			[second, askers],
		] as const) {
			await one.page.goto(one.address);
			const part = section(one.page, 'From outside the partnership');
			await expect(part).toContainText('Commissioned: Sparks Science Centre');
			await expect(part).toContainText('£900, paid by The partnership');
			await expect(part).not.toContainText(another);
			await expectGoodPage(one.page);
		}
		const others = await as('a head whose school it is not for');
		await be(others, cast.thimbleton.name);
		await expectNotThere(others, first.address);
		await expectNotThere(others, second.address);
	});
});
