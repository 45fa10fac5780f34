import type { Cookie, Page, Request } from '@playwright/test';
import {
	outsider,
	prepareReview,
	reviewer,
	setUpCarefulSchools,
	type CarefulSchools,
} from './people/careful-schools.ts';
import { acceptInvitation, signIn, signOut } from './people/coming-in.ts';
import { choices, expectRefused, field, fill, press, section, tick } from './people/forms.ts';
import * as reviewing from './people/reviewing.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'bad input when reviewing' });
test.describe.configure({ mode: 'serial' });

const columns = { seen: 'What we saw or heard', soWhat: 'So what?' };

let careful: CarefulSchools;
let sessionOfReviewer: Cookie[];

test.beforeAll('two schools and a review whose day has come', async ({ browser, product }) => {
	careful = await setUpCarefulSchools(browser, product);
	sessionOfReviewer = await prepareReview(browser, product, careful);
});

test('1 MB of text and control characters are refused by the field; markup is text; nothing typed is lost', async ({
	as,
}) => {
	const { review } = careful;
	const page = await asReviewer(as);
	const book = 'All work and no play. '.repeat(48_000);
	await page.goto(`${review}/day`);
	await tick(page, { 'Where it comes from': 'Talking with pupils' });
	await tick(page, { 'What kind of evidence is it?': 'Note' });
	await field(page, columns.seen).fill(book);
	await press(page, 'Save this evidence');
	await expectRefused(field(page, columns.seen), 'Keep this to 4,000 characters.');
	expect((await field(page, columns.seen).inputValue()).length).toBe(book.length);

	await field(page, columns.seen).fill('A bell \u0007 rang');
	await press(page, 'Save this evidence');
	await expectRefused(field(page, columns.seen), 'This holds characters that cannot be shown.');
	await expect(section(page, 'What the team has').getByRole('article')).toHaveCount(0);

	const markup = '<script>document.title = "caught"</script><b>bold</b> & {{braces}} %s';
	await reviewing.fillIn(
		page,
		{
			seen: markup,
			soWhat: '<img src=x onerror=alert(1)>',
			source: 'Talking with pupils',
			kind: 'Note',
			line: 'A',
		},
		columns,
	);
	const team = section(page, 'What the team has');
	await expect(team.getByRole('article').getByText(markup, { exact: true })).toBeVisible();
	await expect(team.getByText('<img src=x onerror=alert(1)>', { exact: true })).toBeVisible();
	await expect(page.locator('main b')).toHaveCount(0);
	await expect(page).not.toHaveTitle('caught');
});

test('a form posted twice, by two presses at once and by sending it again, makes one thing', async ({
	as,
}) => {
	const { partnership, review } = careful;
	const page = await asReviewer(as);
	await page.goto(`${review}/day`);
	await field(page, columns.seen).fill('A pupil drew the problem and then saw it.');
	await tick(page, { 'Where it comes from': 'Lesson observation' });
	await tick(page, { 'What kind of evidence is it?': 'Strength' });
	const posted = page.waitForRequest((request) => request.method() === 'POST');
	await page.getByRole('button', { name: 'Save this evidence' }).dblclick();
	const mine = section(page, 'What the team has').getByText('A pupil drew the problem and then saw it.');
	await expect(mine).toHaveCount(1);
	await sendAgain(page, await posted);
	await page.reload();
	await expect(mine).toHaveCount(1);

	await test.step('going back to the form and sending it once more', async () => {
		await page.goto(`${partnership}/people`);
		await page.goBack();
		await expect(mine).toHaveCount(1);
		await expect(field(page, columns.seen)).toHaveValue('');
	});
});

test('a finding with no evidence', async ({ as }) => {
	const { review } = careful;
	const page = await asReviewer(as);
	await page.goto(`${review}/findings/new`);
	const form = page.getByRole('main');
	await tick(form, { 'What kind of finding is it?': 'Strength' });
	await fill(form, { 'What was seen': 'Pupils draw problems.', 'So the effect was …': 'They see the way.' });
	await press(form, 'Save this finding');
	await expectRefused(
		choices(form, 'The evidence it rests on'),
		'A finding rests on evidence. Tick at least one piece.',
	);
	await expect(field(form, 'What was seen')).toHaveValue('Pupils draw problems.');
	await page.goto(`${review}/findings`);
	await expect(page.getByRole('article')).toHaveCount(0);
});

test('publishing unsigned', async ({ as }) => {
	const { review } = careful;
	const page = await asReviewer(as);
	await reviewing.makeFinding(page, review, {
		kind: 'Strength',
		seen: 'Pupils draw problems.',
		effect: 'They see the way.',
		evidence: ['A pupil drew the problem and then saw it.'],
	});
	await page.goto(`${review}/report`);
	await expect(page.getByText('Nothing stands under ‘Areas for development’ yet.')).toBeVisible();
	for (const heading of ['Areas for development', 'Questions to think about', 'Comment on the review itself'])
		await reviewing.writeUnder(page, review, heading, 'We have nothing to say here.');
	await reviewing.putUpForSigning(page, review);
	await expect(page.getByRole('button', { name: 'Publish the report' })).toHaveCount(0);
	await expect(section(page, 'Publish')).toContainText('Still to sign:');
	const origin = new URL(page.url()).origin;
	const forced = await page.request.post(`${review}/report?/publish`, {
		headers: { origin, accept: 'text/html' },
		form: { form: 'publish' },
	});
	expect(forced.status()).toBe(400);
	expect(await forced.text()).toContain('The report is published once it is agreed. Still to sign:');
	await page.reload();
	await expect(page.getByText('Published', { exact: true })).toHaveCount(0);
});

test('after sign-out nothing is taken, and what was typed comes back', async ({ as, product }) => {
	const { review } = careful;
	const page = await as(reviewer.name);
	await page.goto(`${review}/day`);
	await signIn(product, page, reviewer);
	const words = 'Nobody was stuck for longer than a minute.';
	await expect(async () => {
		await field(page, columns.seen).fill('');
		await field(page, columns.seen).fill(words);
		const kept = await page.evaluate(() => JSON.stringify(localStorage));
		expect(kept).toContain(words);
	}).toPass();
	const tab = await page.context().newPage();
	await tab.goto('/home');
	await signOut(tab);
	await tab.close();
	await press(page, 'Save this evidence');
	await signIn(product, page, reviewer);
	await expect(page).toHaveURL(new RegExp(`${review}/day`));
	await expect(page.getByText('We kept what you typed on this device.')).toBeVisible();
	await expect(field(page, columns.seen)).toHaveValue(words);
	await expect(section(page, 'What the team has').getByText(words)).toHaveCount(0);
});

test('from another partnership: no page is there, and nothing that is posted does anything', async ({
	as,
	product,
}) => {
	const { partnership, review } = careful;
	const reviewers = await as(reviewer.name);
	await reviewers.goto(`${review}/day`);
	await signIn(product, reviewers, reviewer);
	await field(reviewers, columns.seen).fill('Written by one who may.');
	await tick(reviewers, { 'Where it comes from': 'Lesson observation' });
	await tick(reviewers, { 'What kind of evidence is it?': 'Strength' });
	const posting = reviewers.waitForRequest((request) => request.method() === 'POST');
	await press(reviewers, 'Save this evidence');
	const request = await posting;

	const page = await as(outsider.name);
	await acceptInvitation(product, page, outsider);
	for (const path of [
		'',
		'/prepare',
		'/lines',
		'/timetable',
		'/day',
		'/findings',
		'/report',
		'/report/report.pdf',
		'/workshop',
		'/actions',
		'/look-back',
	])
		expect((await page.request.get(review + path)).status(), path).toBe(404);
	for (const path of ['', '/schools', '/people', '/groups', '/protocol', '/reviews/new'])
		expect((await page.request.get(partnership + path)).status(), path).toBe(404);
	expect(await sendAgain(page, request)).toBe(404);
	await page.goto(review);
	await expect(page.getByRole('heading', { name: 'There’s nothing here for you' })).toBeVisible();
});

async function asReviewer(as: (name: string) => Promise<Page>): Promise<Page> {
	const page = await as(reviewer.name);
	await page.context().addCookies(sessionOfReviewer);
	return page;
}

/** Sends what a browser posted once more, as whoever the page is signed in as; the status of the answer. */

async function sendAgain(page: Page, request: Request): Promise<number> {
	const answer = await page.request.post(request.url(), {
		headers: {
			origin: new URL(request.url()).origin,
			accept: 'text/html',
			'content-type': request.headers()['content-type']!,
		},
		data: request.postDataBuffer()!,
		maxRedirects: 0,
	});
	return answer.status();
}
