import type { Cookie, Page } from '@playwright/test';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { somebody } from './people/coming-in.ts';
import { expectRefused, field, fill, press, section, select, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';
import { comeIn, gather, gatherFirst } from './people/gathering.ts';
import { dayFromToday, moveReview, proposeReview } from './people/proposing.ts';

test.use({ installation: 'the plan of a year' });
test.describe.configure({ mode: 'serial' });

let chairsSession: Cookie[];

const chair = somebody('Wilhelmina Almanack');
const host = somebody('Barnaby Quarterday');
const neighbour = somebody('Ottoline Michaelmas');

const objective = 'Every school reviewed, every head on a team.';
const reason = 'Our new building opens in the spring.';

/** The row of a school in the table of all schools. */
const row = (page: Page, school: string) =>
	section(page, 'Every school').getByRole('row').filter({ hasText: school });

test('CEN-1 HEP-12 HEP-14 NFS-2 a chair opens a cycle with its objective; the plan shows what is done, what has a day and what slips and why', async ({
	as,
	browser,
	product,
}) => {
	test.setTimeout(240_000);
	const { partnership, session } = await gatherFirst(browser, product, chair, {
		name: 'Four Seasons Schools',
		groupWord: 'trio',
		protocol: 'Family with independent chair and full protocol',
		schools: [
			{ urn: 114704, name: 'Spring school' },
			{ urn: 114706, name: 'Summer school' },
			{ urn: 114707, name: 'Autumn school' },
		],
		people: [
			{ who: host, role: 'Headteacher', school: 'Spring school' },
			{ who: neighbour, role: 'Headteacher', school: 'Summer school' },
		],
	});
	const chairs = await as(chair.name);
	chairsSession = session;
	await chairs.context().addCookies(session);
	const [heads, neighbours] = await comeIn(product, as, [host, neighbour]);

	await chairs.goto(partnership);
	await chairs.getByRole('link', { name: 'Plan', exact: true }).click();
	await expect(chairs.getByText('No cycle yet')).toBeVisible();
	await expectGoodPage(chairs);
	await heads.goto(`${partnership}/plan`);
	await expect(heads.getByText('Whoever leads the partnership opens the first')).toBeVisible();
	expect((await heads.goto(`${partnership}/plan/open`))!.status()).toBe(404);

	await chairs.getByRole('link', { name: 'Open a cycle' }).click();
	const first = await field(chairs, 'First day').inputValue();
	const last = await field(chairs, 'Last day').inputValue();
	expect(first <= dayFromToday(0) && dayFromToday(0) <= last, 'a school year around today').toBe(true);
	await fill(chairs, { 'What you call it': 'First cycle', 'What you set yourselves': objective });
	await fill(chairs, { 'Last day': first });
	await press(chairs, 'Open it');
	await expectRefused(field(chairs, 'Last day'), 'It ends after it begins.');
	await expect(field(chairs, 'What you set yourselves')).toHaveValue(objective);
	await expectGoodPage(chairs);
	// Far enough that what is planned some weeks ahead lies in it on any day of the year.
	await fill(chairs, { 'Last day': dayFromToday(600), 'First day': dayFromToday(-60) });
	await press(chairs, 'Open it');
	await expect(chairs.getByRole('heading', { name: 'Plan for First cycle' })).toBeVisible();
	await expect(chairs.getByText('0 of 3 done')).toBeVisible();
	await expect(chairs.getByText(objective)).toBeVisible();
	const plan = new URL(chairs.url()).pathname;

	await proposeReview(chairs, partnership, { host: 'Summer school', focus: 'Who reads at home?' });
	const ahead = await proposeReview(chairs, partnership, {
		host: 'Spring school',
		focus: 'Who asks?',
		ahead: 30,
	});
	await moveReview(chairs, ahead, 100);
	await chairs.goto(plan);
	await expect(row(chairs, 'Summer school')).toContainText(/planned|done/);
	await expect(row(chairs, 'Spring school')).toContainText('planned');
	await expect(row(chairs, 'Autumn school')).toContainText('to plan');
	const year = section(chairs, 'The year, half-term by half-term');
	await expect(year.getByRole('listitem').filter({ hasText: 'Spring school' }).last()).toContainText(
		'first planned for',
	);
	await expectGoodPage(chairs);

	await chairs.goto(ahead);
	const standstill = await unfold(chairs.getByRole('main'), 'Put off or call off this review');
	await standstill.getByLabel(/^Put off/).check();
	await fill(standstill, { Why: 'Snow' });
	await press(standstill, 'Confirm');
	await expect(chairs.getByText('Put off', { exact: true })).toBeVisible();
	await chairs.goto(plan);
	const slips = section(chairs, 'What slips, and why').getByRole('listitem');
	await expect(slips.filter({ hasText: 'Spring school' })).toContainText('Put off: Snow. No new day yet.');

	// A head says that a review is not right for her school now; the reason is not for her neighbours.
	await heads.goto(plan);
	const off = await unfold(section(heads, 'Not this time'), 'Put a school off');
	await press(off, 'Put it off');
	await expectRefused(field(off, 'Why not now'), 'Say why');
	await select(off, { School: 'Spring school' });
	await fill(off, { 'Why not now': reason });
	await press(off, 'Put it off');
	await expect(section(heads, 'Not this time')).toContainText(reason);
	await expectGoodPage(heads);
	await neighbours.goto(plan);
	await expect(neighbours.getByRole('heading', { name: 'Plan for First cycle' })).toBeVisible();
	await expect(neighbours.getByText(reason)).toHaveCount(0);
	await chairs.goto(plan);
	await expect(slips.filter({ hasText: 'Spring school' })).toContainText(reason);
	await press(section(chairs, 'Not this time'), /^Review it after all/);
	await expect(slips.filter({ hasText: 'Spring school' })).toContainText('Snow');

	// Two who change the cycle at once: the second is shown what stands, and keeps what they typed.
	await chairs.getByRole('link', { name: 'Change the cycle' }).click();
	await expect(field(chairs, 'What you call it')).toHaveValue('First cycle');
	const beside = await chairs.context().newPage();
	await beside.goto(`${plan}/change`);
	await fill(beside, { 'Percent of your schools that you mean to reach': '67' });
	await press(beside, 'Save it');
	await expect(beside.getByText('your aim: 67 percent')).toBeVisible();
	await expectGoodPage(beside);
	await fill(chairs, { 'What you call it': 'Our first cycle' });
	await press(chairs, 'Save it');
	await expect(chairs.getByRole('alert').or(chairs.getByText('meanwhile')).first()).toBeVisible();
	await expect(field(chairs, 'What you call it')).toHaveValue('Our first cycle');
	await chairs.goto(partnership);
	await expect(chairs.getByRole('link', { name: /of 3 done/ })).toBeVisible();
});

test('KSA-2 HEP-12 two reviews a term, one per trio: the plan shows what each trio has of its term, and each half-term of a small partnership', async ({
	as,
}) => {
	const chairs = await as('the chair again');
	await chairs.context().addCookies(chairsSession);
	const schools = [
		{ urn: 114704, name: 'Spring school' },
		{ urn: 114706, name: 'Summer school' },
	];
	const more = [
		{ urn: 114707, name: 'Autumn school' },
		{ urn: 114708, name: 'Winter school' },
	];
	const trios = await gather(chairs, {
		...{ name: 'Two Trios', groupWord: 'trio', schools: [...schools, ...more], people: [] },
		protocol: 'Trios, the report finished on the day',
	});
	await founding.formGroup(chairs, trios, 'Brook trio', ['Spring school', 'Autumn school']);
	await founding.formGroup(chairs, trios, 'Hill trio', ['Summer school', 'Winter school']);
	await proposeReview(chairs, trios, { host: 'Spring school', focus: 'Who reads?' });
	const asked = await slots(chairs, trios);
	await expect(asked.filter({ hasText: 'Brook trio' }).filter({ hasText: '1 of 1' })).toHaveCount(1);
	await expect(asked.filter({ hasText: 'Hill trio' }).filter({ hasText: '1 of 1' })).toHaveCount(0);
	expect(await asked.filter({ hasText: 'Hill trio' }).count()).toBeGreaterThanOrEqual(3);
	await expectGoodPage(chairs);

	const small = await gather(chairs, {
		...{ name: 'Small partnership', groupWord: 'group', schools, people: [] },
		protocol: 'Small partnership, a review each half-term',
	});
	await proposeReview(chairs, small, { host: 'Summer school', focus: 'Who reads?' });
	const halves = await slots(chairs, small);
	await expect(halves.filter({ hasText: '1 of 1' })).toHaveCount(1);
	expect(await halves.filter({ hasText: '0 of 1' }).count()).toBeGreaterThanOrEqual(5);
});

/** Opens a cycle around today; the rows of what the protocol asks for in it. */
async function slots(page: Page, partnership: string) {
	await page.goto(`${partnership}/plan/open`);
	await fill(page, { 'What you call it': 'This year', 'First day': dayFromToday(-90) });
	await fill(page, { 'Last day': dayFromToday(275) });
	await press(page, 'Open it');
	await expect(page.getByRole('heading', { name: 'Plan for This year' })).toBeVisible();
	return section(page, 'What your protocol asks for').getByRole('row');
}
