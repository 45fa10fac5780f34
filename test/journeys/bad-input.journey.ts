import type { Cookie, Page, Request } from '@playwright/test';
import { acceptInvitation, sessionOfTheFirst, signIn, signOut, somebody } from './people/coming-in.ts';
import { choices, expectRefused, field, fill, press, section, select, tick } from './people/forms.ts';
import * as founding from './people/founding.ts';
import * as preparing from './people/preparing.ts';
import { dayFromToday, proposeReview } from './people/proposing.ts';
import * as reviewing from './people/reviewing.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'bad input' });
test.describe.configure({ mode: 'serial' });

const chair = somebody('Euphemia Turnstile');
const host = somebody('Alaric Gatepost');
const reviewer = somebody('Philippa Latchkey');
const facilitator = somebody('Edwin Doorstop');
const champion = somebody('Marigold Hinge');
const outsider = somebody('Desmond Elsewhere');
const columns = { seen: 'What we saw or heard', soWhat: 'So what?' };
/** Ysgol Gwaun Gynfi. */
const urnInWales = 400092;
const tickTheSchool = 'Tick the school, or the schools that run as one';

let sessionOfChair: Cookie[];
let sessionOfReviewer: Cookie[];
let partnership: string;
let review: string;

test.beforeAll(
	'a partnership of two schools and a review that is being prepared',
	async ({ browser, product }) => {
		sessionOfChair = await sessionOfTheFirst(product, browser, chair);
		const context = await browser.newContext({ baseURL: product.origin });
		await context.addCookies(sessionOfChair);
		const page = await context.newPage();
		const elsewhere = await founding.found(page, 'Elsewhere Schools', 'trio');
		await founding.invite(page, elsewhere, outsider, 'Administrator of the partnership');
		partnership = await founding.found(page, 'Careful Schools', 'trio');
		await founding.addSchool(page, partnership, { urns: [115166], name: 'Terling' });
		await founding.addSchool(page, partnership, { urns: [138901], name: 'Notley Green' });
		await founding.publishProtocol(page, partnership, 'Family with independent chair and full protocol');
		await founding.invite(page, partnership, host, 'Headteacher', 'Terling');
		await founding.invite(page, partnership, reviewer, 'Headteacher', 'Notley Green');
		await founding.invite(page, partnership, champion, 'Improvement champion', 'Notley Green');
		await founding.invite(page, partnership, facilitator, 'Independent chair');
		review = await proposeReview(page, partnership, {
			host: 'Terling',
			focus: 'What do pupils do when they are stuck?',
		});
		await context.close();
	},
);

test('a URN that does not exist, is closed or of another country', async ({ as }) => {
	const page = await asChair(as);
	await founding.lookFor(page, partnership, '999999');
	await expect(page.getByText('Nothing in the register is close to “999999”.')).toBeVisible();

	await test.step('a URN made up by hand', async () => {
		await founding.lookFor(page, partnership, '114988');
		await founding.boxOf(page, 114988).evaluate((box) => box.setAttribute('value', '999999'));
		await founding.boxOf(page, 999999).check();
		await press(page, 'Add to the partnership');
		await expectRefused(choices(page, tickTheSchool), 'No school has the URN 999999.');
	});
	await test.step('closed, with a successor', async () => {
		await founding.lookFor(page, partnership, '114941');
		await founding.boxOf(page, 114941).check();
		await press(page, 'Add to the partnership');
		await expectRefused(
			choices(page, tickTheSchool),
			/114941 has closed\. Its place was taken by .*\(150501\)/,
		);
	});
	await test.step('in Wales', async () => {
		await founding.lookFor(page, partnership, String(urnInWales));
		await founding.boxOf(page, urnInWales).check();
		await press(page, 'Add to the partnership');
		await expectRefused(choices(page, tickTheSchool), `${urnInWales} is a school in Wales.`);
	});
	await test.step('a member already', async () => {
		await founding.lookFor(page, partnership, '115166');
		await founding.boxOf(page, 115166).check();
		await press(page, 'Add to the partnership');
		await expectRefused(choices(page, tickTheSchool), 'is already a member.');
		await expect(founding.boxOf(page, 115166)).toBeChecked();
	});
	await page.goto(`${partnership}/schools`);
	await expect(page.getByRole('rowheader')).toHaveCount(2);
});

test('a person invited twice, and with another’s email', async ({ as }) => {
	const page = await asChair(as);
	const tryToInvite = async (name: string) => {
		await page.goto(`${partnership}/people/invite`);
		await fill(page, { 'Their name': name, 'Their email address': reviewer.email.toUpperCase() });
		await select(page, { 'What they are': 'Headteacher', 'Their school': 'Notley Green' });
		await press(page, 'Send the invitation');
	};
	await tryToInvite(reviewer.name);
	await expectRefused(field(page, 'Their email address'), `${reviewer.name} already has this role.`);
	await tryToInvite('Somebody Other');
	await expectRefused(field(page, 'Their email address'), `That address belongs to ${reviewer.name}.`);
	await expect(field(page, 'Their name')).toHaveValue('Somebody Other');
	await page.goto(`${partnership}/people`);
	await expect(page.getByRole('row').filter({ hasText: reviewer.email })).toHaveCount(1);
});

test('a second host; a team of one', async ({ as }) => {
	const page = await asChair(as);
	await page.goto(review);
	await expect(field(page, 'Add a person').locator('option', { hasText: host.name })).toHaveCount(0);
	await preparing.putOnTeam(page, review, facilitator.name, 'independent chair');
	await expect(page.getByText('The team has 1 of at least 2 people.')).toBeVisible();
	await preparing.putOnTeam(page, review, reviewer.name, 'reviewer');
	await select(page, { 'Add a person': champion.name, As: 'independent chair' });
	await press(page, 'Add to the team');
	await expectRefused(field(page, 'As'), 'The team already has its independent chair.');
	await preparing.putOnTeam(page, review, champion.name, 'improvement champion');
});

test('a date on a holiday', async ({ as }) => {
	const page = await asChair(as);
	await page.goto(`${partnership}/reviews/new`);
	await select(page, { 'School to be reviewed': 'Terling' });
	await field(page, 'Focus').fill('Who works at Christmas?');
	await tick(page, {
		'Kind of review': 'Themed review',
		'Why this focus': 'A priority we are working on now',
		'Where it comes from': 'An inspection',
	});
	await field(page, 'Day of the review').fill('2026-12-25');
	await press(page, 'Propose it');
	await expectRefused(
		field(page, 'Day of the review'),
		'Friday 25 December 2026 is not a school day (between autumn and spring terms).',
	);
	await expect(field(page, 'Focus')).toHaveValue('Who works at Christmas?');
	await expect(choices(page, 'Where it comes from').getByLabel('An inspection')).toBeChecked();
	await page.goto(partnership);
	await expect(page.getByText('Who works at Christmas?')).toHaveCount(0);
});

test('an activity outside the day', async ({ as, product }) => {
	const page = await as(host.name);
	await acceptInvitation(product, page, host);
	await preparing.addLine(page, review, 'A', 'What helps a pupil who is stuck?');
	await preparing.schedule(page, review, {
		title: 'Before anybody is there',
		kind: 'Book scrutiny',
		starts: '06:30',
		ends: '07:30',
		who: [reviewer.name],
		lines: ['A'],
	});
	await expectRefused(field(page, 'Starts'), 'The review day starts at 08:30.');
	await expect(field(page, 'What')).toHaveValue('Before anybody is there');
	await expect(choices(page, 'Who').getByLabel(reviewer.name)).toBeChecked();
	await fill(page, { Starts: '09:00', Ends: '10:00', Day: dayFromToday(-400) });
	await press(page, 'Add to the timetable');
	await expectRefused(field(page, 'Day'), /^.*The review (is on|runs from)/);
	await page.goto(`${review}/timetable`);
	await expect(page.getByText('The timetable is empty')).toBeVisible();
	await press(page, 'Discard it');

	await preparing.schedule(page, review, {
		title: 'Being stuck in Year 4',
		kind: 'Learning observation',
		starts: '09:00',
		ends: '10:00',
		who: [reviewer.name],
		lines: ['A'],
	});
	await expect(preparing.onTimetable(page, 'Being stuck in Year 4')).toBeVisible();
	await preparing.agreePlan(page, review);
	await preparing.takePart(page, review);
	const facilitators = await as(facilitator.name);
	await acceptInvitation(product, facilitators, facilitator);
	await preparing.agreeConfidentiality(facilitators, review);
	await preparing.takePart(facilitators, review);
	const reviewers = await as(reviewer.name);
	await acceptInvitation(product, reviewers, reviewer);
	await preparing.agreeConfidentiality(reviewers, review);
	await preparing.takePart(reviewers, review);
	sessionOfReviewer = await reviewers.context().cookies();
});

test('1 MB of text and control characters are refused by the field; markup is text; nothing typed is lost', async ({
	as,
}) => {
	const page = await asReviewer(as);
	const book = 'All work and no play. '.repeat(48_000);
	await page.goto(`${review}/day`);
	await select(page, { 'Where it comes from': 'Talking with pupils' });
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
	await reviewing.capture(
		page,
		review,
		{
			seen: markup,
			soWhat: '<img src=x onerror=alert(1)>',
			source: 'Talking with pupils',
			kind: 'Note',
			line: 'A',
		},
		columns,
	);
	await expect(page.getByText('<img src=x onerror=alert(1)>', { exact: true })).toBeVisible();
	await expect(page.locator('main b')).toHaveCount(0);
	await expect(page).not.toHaveTitle('caught');
});

test('a form posted twice, by two presses at once and by sending it again, makes one thing', async ({
	as,
}) => {
	const page = await asReviewer(as);
	await page.goto(`${review}/day`);
	await field(page, columns.seen).fill('A pupil drew the problem and then saw it.');
	await select(page, { 'Where it comes from': 'Lesson observation' });
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
	const page = await asReviewer(as);
	await page.goto(`${review}/findings`);
	const form = section(page, 'Make a finding');
	await tick(form, { 'What kind of finding is it?': 'Strength' });
	await fill(form, { 'What was seen': 'Pupils draw problems.', 'So the effect was …': 'They see the way.' });
	await press(form, 'Save this finding');
	await expectRefused(
		choices(form, 'The evidence it rests on'),
		'A finding rests on evidence. Tick at least one piece.',
	);
	await expect(field(form, 'What was seen')).toHaveValue('Pupils draw problems.');
	await page.reload();
	await expect(page.getByText('No findings yet')).toBeVisible();
});

test('publishing unsigned', async ({ as }) => {
	const page = await asReviewer(as);
	await reviewing.makeFinding(page, review, {
		kind: 'Strength',
		seen: 'Pupils draw problems.',
		effect: 'They see the way.',
		evidence: ['A pupil drew the problem and then saw it.'],
	});
	await page.goto(`${review}/report`);
	await expect(page.getByText('Nothing stands under ‘Areas for development’ yet.')).toBeVisible();
	for (const heading of [
		'Areas for development',
		'Questions to think about',
		'Comment on the review itself',
	]) {
		await section(page, heading).getByRole('textbox').fill('We have nothing to say here.');
		await press(section(page, heading), /^Save/);
		await expect(section(page, heading).getByRole('textbox')).toHaveValue('We have nothing to say here.');
	}
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
	const reviewers = await as(reviewer.name);
	await reviewers.goto(`${review}/day`);
	await signIn(product, reviewers, reviewer);
	await field(reviewers, columns.seen).fill('Written by one who may.');
	await select(reviewers, { 'Where it comes from': 'Lesson observation' });
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
	await expect(page.getByText('There is no such page, or it is not for you to see.')).toBeVisible();
});

async function asChair(as: (name: string) => Promise<Page>): Promise<Page> {
	const page = await as(chair.name);
	await page.context().addCookies(sessionOfChair);
	return page;
}

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
