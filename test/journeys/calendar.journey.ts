import { schoolYearName } from '#domain/calendar/school-year.ts';
import type { Cookie, Page } from '@playwright/test';
import { acceptInvitation, beFirst, somebody } from './people/coming-in.ts';
import { choices, expectRefused, field, fill, press, section, select, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';
import { dayFromToday, proposeReview } from './people/proposing.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { watchPage } from './harness/watch.ts';

test.use({ installation: 'calendar' });
test.describe.configure({ mode: 'serial' });

const chair = somebody('Araminta Yearwood');
const head = somebody('Lysander Fortnight');

// Essex's own dates, as a school's page gave them; one line has the wrong weekday, as such pages have now and then.
const published = `Essex School Term Dates 2024/25
Autumn Term: Monday 2 September 2024 to Friday 20 December 2024
Half Term: Monday 28 October to Friday 1 November
Spring Term: Monday 6 January 2025 to Friday 4 April 2025
Half Term: Monday 18 February to Friday 21 February
Summer Term: Tuesday 22 April 2025 to Tuesday 22 July 2025
Half Term: Monday 26 May to Friday 30 May
Inset Days: 27 September 2024, 4 November 2024
May Bank Holiday: Monday 5 May 2025`;

let partnership: string;
let chairsSession: Cookie[];

const term = (page: Page, number: number) => choices(page, `Term ${number}`);

test('a chair pastes the dates her council published, corrects one and saves them', async ({
	as,
	product,
}) => {
	const page = await as(chair.name);
	await beFirst(product, page, chair);
	chairsSession = await page.context().cookies();
	partnership = await founding.found(page, 'Yearwood Schools', 'trio');
	await founding.addSchool(page, partnership, { urns: [115166], name: 'Terling' });
	await founding.addSchool(page, partnership, { urns: [138901], name: 'Notley Green' });
	await founding.publishProtocol(page, partnership, 'Family with independent chair and full protocol');

	await page.goto(`${partnership}/calendar/2024-25`);
	await expect(page.getByText('Supposed: nobody has entered these dates')).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'Enter the dates' }).click();
	await expectGoodPage(page);

	await press(page, 'Read these dates');
	await expectRefused(field(page, 'Term dates'), 'Paste the dates, or choose a file.');
	await field(page, 'Term dates').fill(published);
	await press(page, 'Read these dates');
	await expect(page.getByText('Read: 3 terms, 2 INSET days')).toBeVisible();
	const unread = page.getByRole('listitem').filter({ hasText: 'Line 5' });
	await expect(unread).toContainText('it is Tuesday 18 February 2025');
	await expect(field(term(page, 1), 'Half-term from')).toHaveValue('2024-10-28');
	await expect(field(term(page, 2), 'Half-term from')).toHaveValue('');
	await expectGoodPage(page);

	await fill(term(page, 2), { 'Half-term from': '2025-02-17', 'Half-term to': '2025-05-21' });
	await press(page, 'Save these dates');
	await expectRefused(field(term(page, 2), 'Half-term from'), 'The half-term break lies inside its term.');
	await expect(field(term(page, 3), 'Last day')).toHaveValue('2025-07-22');
	await field(term(page, 2), 'Half-term to').fill('2025-02-21');
	await press(page, 'Save these dates');

	await expect(page).toHaveURL(`${partnership}/calendar/2024-25`);
	await expect(page.getByText(`Entered by ${chair.name}`)).toBeVisible();
	await expect(page.getByRole('row').filter({ hasText: 'Spring' })).toContainText('Mon 17 Feb to Fri 21 Feb');
	await expect(section(page, 'Days without pupils, and tests')).toContainText('Friday 27 September 2024');
	await expectGoodPage(page);
});

test('a school enters an INSET day of its own', async ({ as, product, browser, faults }, testInfo) => {
	const chairs = await as(chair.name);
	await chairs.context().addCookies(chairsSession);
	await founding.invite(chairs, partnership, head, 'Headteacher', 'Terling');

	// The head has no scripts.
	const context = await browser.newContext({ baseURL: product.origin, javaScriptEnabled: false });
	const page = await context.newPage();
	watchPage(page, testInfo, faults);
	await acceptInvitation(product, page, head);
	await page.goto(`${partnership}/calendar/2024-25`);
	await page.getByRole('link', { name: 'Enter other dates for Terling' }).click();
	await expect(field(page, 'INSET day 1')).toHaveValue('2024-09-27');
	await field(page, 'INSET day 2').fill('2024-12-06');
	await press(page, 'Save these dates');
	await expect(section(page, 'Where a school differs')).toContainText('INSET on Friday 6 December 2024.');
	await context.close();

	await chairs.goto(`${partnership}/calendar/2024-25`);
	const differs = section(chairs, 'Where a school differs');
	await expect(differs).toContainText('Terling');
	await expect(differs).toContainText('No INSET on Monday 4 November 2024.');
});

test('NFS-15 NFS-28 once a heads’ meeting is entered, what is due at the next one shows its day', async ({
	as,
}) => {
	const page = await as(chair.name);
	await page.context().addCookies(chairsSession);
	await founding.invite(page, partnership, chair, 'Headteacher', 'Notley Green');

	await test.step('what speaks against a day is said while it is chosen', async () => {
		const today = dayFromToday(0);
		const christmas = `${today.slice(0, 4)}-12-25`;
		await page.goto(`${partnership}/reviews/new`);
		await select(page, { 'School to be reviewed': 'Notley Green' });
		await field(page, 'Day of the review').fill(
			christmas >= today ? christmas : `${Number(today.slice(0, 4)) + 1}-12-25`,
		);
		await expect(page.getByText(/This is a bank holiday\.|is in a weekend\./)).toBeVisible();
	});
	const review = await proposeReview(page, partnership, {
		host: 'Notley Green',
		focus: 'Who reads for pleasure?',
	});

	const day = dayFromToday(30);
	await page.goto(`${partnership}/meetings`);
	const adding = await unfold(page, 'Call a meeting');
	await select(adding, { 'Who meets': 'The heads' });
	await fill(adding, { Day: day, From: '15:00', To: '13:00', Place: 'Terling' });
	await press(adding, 'Call the meeting');
	await expectRefused(field(adding, 'To'), 'A meeting ends after it begins.');
	await field(adding, 'To').fill('16:30');
	await press(adding, 'Call the meeting');
	await expect(page.getByRole('heading', { name: 'Heads’ meeting' })).toBeVisible();
	const meeting = page.url();
	await page.goto(`${partnership}/calendar/${schoolYearName(day)}`);
	await expect(section(page, 'Meetings')).toContainText('3pm to 4.30pm, Terling');
	await expectGoodPage(page);

	// It is asked of nobody before the report is out; the course of the review says the day.
	await page.goto(review);
	const progress = section(page, 'The course of this review')
		.getByRole('listitem')
		.filter({ hasText: 'Report progress at the heads’ meeting' });
	await expect(progress.locator(`time[datetime="${day}"]`)).toBeVisible();

	await page.goto(meeting);
	await press(await unfold(page, 'Withdraw'), 'Withdraw the meeting');
	await expect(page.getByRole('heading', { name: 'Meetings', exact: true })).toBeVisible();
	await page.goto(`${partnership}/calendar/${schoolYearName(day)}`);
	await expect(section(page, 'Meetings')).toContainText('No meeting is entered for this year.');
});
