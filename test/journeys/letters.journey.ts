import type { Page } from '@playwright/test';
import { readCalendar } from '#test/icalendar.ts';
import type { RunningProduct } from '#test/running-product.ts';
import { acceptInvitation, beFirst, somebody, type Somebody } from './people/coming-in.ts';
import { field, press, section, tick, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';
import * as preparing from './people/preparing.ts';
import { moveReview, proposeReview } from './people/proposing.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { nextLetter } from './mail.ts';

test.use({ installation: 'letters', settings: { INVITATION_WAIT: '1' } });

const chair = somebody('Leopold Inkpot');
const reviewer = somebody('Clementine Postbox');

test('NFS-5 a date is proposed, moved and called off: letters and a private feed tell calendars', async ({
	as,
	product,
}) => {
	const chairs = await as(chair.name);
	await beFirst(product, chairs, chair);
	const partnership = await founding.found(chairs, 'Letterbox Schools', 'trio');
	await founding.addSchool(chairs, partnership, { urns: [115166], name: 'Terling' });
	await founding.addSchool(chairs, partnership, { urns: [138901], name: 'Notley Green' });
	await founding.publishProtocol(chairs, partnership, 'Family with independent chair and full protocol');
	await founding.invite(chairs, partnership, reviewer, 'Headteacher', 'Notley Green');
	const reviewers = await as(reviewer.name);
	await acceptInvitation(product, reviewers, reviewer);
	const feed = await makeFeed(reviewers);

	const focus = 'Do letters reach their readers?';
	const review = await proposeReview(chairs, partnership, { host: 'Terling', focus, ahead: 20 });
	await preparing.putOnTeam(chairs, review, reviewer.name, 'reviewer');
	const request = await calendarLetter(product, reviewer, /^Peer review at Terling/);
	expect(request).toMatchObject({ method: 'REQUEST', sequence: 0, title: 'Peer review at Terling' });
	expect(request.text).not.toContain(focus);
	const { text, etag } = await read(feed);
	expect(daysIn(text)).toEqual([request.day]);
	expect(text).not.toContain(focus);
	expect((await fetch(feed, { headers: { 'if-none-match': etag } })).status).toBe(304);

	const day = await moveReview(chairs, review, 40);
	const update = await calendarLetter(product, reviewer, /^Changed: /);
	expect(update).toMatchObject({ method: 'REQUEST', uid: request.uid, sequence: 1, day });
	expect(daysIn((await read(feed)).text)).toEqual([day]);

	await chairs.goto(review);
	const end = await unfold(chairs.locator('main'), 'Put off or call off this review');
	await end.getByLabel(/^Called off/).check();
	await field(end, 'Why').fill('The school is closed for building work.');
	await press(end, 'Confirm');
	const cancellation = await calendarLetter(product, reviewer, /^Called off: /);
	expect(cancellation).toMatchObject({ method: 'CANCEL', uid: request.uid, sequence: 2, day });
	expect(daysIn((await read(feed)).text)).toEqual([]);

	await test.step('a new address ends the old one, and ending the feed ends both', async () => {
		const next = await newAddress(reviewers);
		expect((await fetch(feed)).status).toBe(404);
		expect((await fetch(next)).status).toBe(200);
		await reviewers.goto('/me');
		await press(await changes(reviewers), 'End the feed');
		await expect(reviewers.getByRole('button', { name: 'Make my feed' })).toBeVisible();
		expect((await fetch(next)).status).toBe(404);
	});
});

test('how often we remind is chosen on a screen, and a link that was not copied whole says so', async ({
	as,
}) => {
	const page = await as(reviewer.name);
	await page.goto('/letters/stop?token=half');
	await expect(page.getByRole('heading', { name: 'This link was not copied whole' })).toBeVisible();
	await expectGoodPage(page);
});

/** Goes to one’s own screen by the person menu, chooses weekly reminders and makes a feed; its address. */
async function makeFeed(page: Page): Promise<string> {
	await page.getByRole('banner').locator('summary').filter({ hasText: reviewer.name }).click();
	await page.getByRole('link', { name: 'Letters and calendar' }).click();
	await tick(section(page, 'Reminders'), { 'How often': /^Once a week/ });
	await press(page, 'Save');
	await expect(page.getByText('Saved')).toBeVisible();
	await press(page, 'Make my feed');
	const address = await field(page, 'Address of your feed').inputValue();
	await expectGoodPage(page);
	await page.reload();
	await expect(page.getByLabel(/^Once a week/)).toBeChecked();
	await expect(field(page, 'Address of your feed')).toHaveCount(0);
	return address;
}

const changes = (page: Page) => unfold(section(page, 'Your calendar feed'), /^Get a new address/);

async function newAddress(page: Page): Promise<string> {
	await page.goto('/me');
	await press(await changes(page), 'Get a new address');
	return field(page, 'Address of your feed').inputValue();
}

/** Reads a feed as a calendar does, without cookies. */
async function read(feed: string): Promise<{ text: string; etag: string }> {
	const answer = await fetch(feed);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toContain('text/calendar');
	expect(answer.headers.getSetCookie()).toEqual([]);
	return { text: await answer.text(), etag: answer.headers.get('etag')! };
}

/** The letter’s calendar as a reader takes it. */
async function calendarLetter(product: RunningProduct, to: Somebody, subject: RegExp) {
	const { calendar: text } = await nextLetter(product, to.email, { subject });
	if (text === null) throw new Error(`${subject} carries no calendar.`);
	const { method, events } = readCalendar(text);
	const event = events[0]!;
	return {
		text,
		method,
		uid: event.uid,
		sequence: event.sequence,
		title: event.summary,
		day: event.startDate.toJSDate().toISOString().slice(0, 10),
	};
}

/** The days of reviews in a feed, without what is due. */
const daysIn = (text: string): string[] =>
	readCalendar(text)
		.events.filter(({ summary }) => summary === 'Peer review at Terling')
		.map(({ startDate }) => startDate.toJSDate().toISOString().slice(0, 10));
