import type { Page } from '@playwright/test';
import { cast, partnership, schools } from '#test/cast.ts';
import { be } from './people/being.ts';
import { field, fill, press, section, unfold } from './people/forms.ts';
import * as opening from './people/opening.ts';
import { thing } from './people/opening.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';

test.use({ startAs: 'demo', installation: 'demo' });

const host = cast.inkwell.name;
const staff = cast.tealeaf.name;
const governor = cast.ropewalk.name;
const otherHead = cast.applecart.name;

/** The review that was published at a school longest ago, as anybody of the partnership finds it. */
async function reviewAt(page: Page, school: string): Promise<string> {
	await page.goto('/home');
	await page.getByRole('link', { name: partnership.name }).first().click();
	const link = page.locator('a[href^="/reviews/"]', { hasText: school }).last();
	return (await link.getAttribute('href'))!;
}

const expectReads = (page: Page, review: string, reads: boolean) =>
	opening.expectReads(page, `${review}/report`, 'Report', reads);

test('NFS-12 NFS-20 KSA-10 the host opens the report to staff, then governors, shows an inspector by a link, and takes it all back', async ({
	as,
}) => {
	const hosts = await as(host);
	const staffs = await as(staff);
	const governors = await as(governor);
	const others = await as(otherHead);
	for (const [page, name] of [
		[hosts, host],
		[staffs, staff],
		[governors, governor],
		[others, otherHead],
	] as const)
		await be(page, name);
	const review = await reviewAt(hosts, schools.fernmarsh.name);

	await test.step('before it is opened nobody of the school but its head reads it', async () => {
		for (const page of [staffs, governors, others]) await expectReads(page, review, false);
	});

	await test.step('to the staff, then to the governors, each saying beforehand who will read it', async () => {
		const now = 'The report is read by the review team, the host headteacher';
		await opening.openTo(hosts, review, 'the host’s own staff', {
			by: host,
			sentence: `${now} and the host’s own staff.`,
		});
		await expectReads(staffs, review, true);
		await expectReads(governors, review, false);
		await opening.openTo(hosts, review, 'the host’s governors', {
			by: host,
			sentence: `${now}, the host’s own staff and the host’s governors.`,
		});
		await expectReads(governors, review, true);
		await expectGoodPage(hosts);
	});

	await test.step('its protocol does not let it be opened to the other heads', async () => {
		const folded = await unfold(thing(hosts, 'The report'), 'Open it further');
		await expect(folded.getByLabel('all heads of the partnership')).toHaveCount(0);
		await expectReads(others, review, false);
	});

	let address = '';
	await test.step('an inspector reads the report by a link, without an account', async () => {
		await hosts.goto(`${review}/sharing`);
		const making = await unfold(section(hosts, 'Links for others'), 'Make a link');
		await expect(field(making, 'For how many days?')).toHaveValue('14');
		await fill(making, { 'Whom is it for?': 'Jo Field, lead inspector' });
		await making.getByRole('radio', { name: 'The report' }).check();
		await press(making, 'Make the link');
		await expect(hosts.getByText('The link for Jo Field, lead inspector is ready')).toBeVisible();
		address = (await hosts.getByText(/^http\S+\/link\/\S+$/).textContent())!.trim();
	});

	const inspector = await as('an inspector');
	await test.step('it names its reader and its school, and is kept by nobody', async () => {
		const answer = (await inspector.goto(address))!;
		expect(answer.headers()).toMatchObject({
			'cache-control': 'private, no-store',
			'referrer-policy': 'no-referrer',
			'x-robots-tag': 'noindex, nofollow',
		});
		await expect(
			inspector.getByText(`Shared with Jo Field, lead inspector by the head of ${schools.fernmarsh.name}`),
		).toBeVisible();
		await expect(section(inspector, 'Signatures')).toBeVisible();
		const pdf = await inspector.context().request.get(`${address}/document.pdf`);
		expect(pdf.headers()['content-type']).toBe('application/pdf');
		await expectGoodPage(inspector);
		await inspector.goto(review);
		await expect(inspector).toHaveURL(/\/be\?next=/);
	});

	await test.step('the head sees that it was opened, and ends it', async () => {
		await hosts.goto(`${review}/sharing`);
		const links = section(hosts, 'Links for others');
		await expect(links.getByRole('listitem').first()).toContainText(
			/Opened once, taken as a PDF once, last on/,
		);
		await press(links, /^End it/);
		await expect(links.getByRole('listitem').first()).toContainText('Ended');
		expect((await inspector.goto(address))!.status()).toBe(404);
		await expect(inspector.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
	});

	const speaker = cast.hedgepath.name;
	const reviewers = await as(speaker);
	const packs = section(hosts, 'A pack for an inspector or governors');
	await test.step('one of the team is asked, and agrees to be named as available to speak to it', async () => {
		await be(reviewers, speaker);
		await hosts.goto(`${review}/sharing`);
		await press(packs, `Ask ${speaker}`);
		await expect(packs.getByRole('listitem').filter({ hasText: speaker })).toContainText('Asked');
		await reviewers.goto(review);
		await reviewers.getByRole('link', { name: 'Read what is asked, and answer' }).click();
		await reviewers.getByLabel('Yes, I may be named').check();
		await fill(reviewers, { 'How may they reach you?': '01632 960 001' });
		await press(reviewers, 'Send my answer');
		await expect(reviewers.getByText('You have said yes')).toBeVisible();
		await expectGoodPage(reviewers);
	});

	await test.step('an inspector reads report, summary and actions as one document, with whom they can ask', async () => {
		await hosts.goto(`${review}/sharing`);
		const making = await unfold(packs, 'Make a pack');
		await making.getByRole('radio', { name: 'An inspector' }).check();
		await fill(making, { 'Their name': 'Jo Field, lead inspector' });
		await making.getByLabel(speaker).check();
		await press(making, 'Make the pack');
		await expect(hosts.getByText('The link for Jo Field, lead inspector is ready')).toBeVisible();
		address = (await hosts.getByText(/^http\S+\/link\/\S+$/).textContent())!.trim();
		await expectGoodPage(hosts);
		await inspector.goto(address);
		await expect(
			inspector.getByText(`${speaker} of the review team is available to speak to this review.`),
		).toContainText('01632 960 001');
		await expect(inspector.getByText(/A peer review gives no grade/).first()).toBeVisible();
		await expect(inspector.getByRole('navigation', { name: 'Contents' }).getByRole('link')).toHaveText([
			'Summary',
			'The report',
			'Actions, and what came of them',
		]);
		await expectGoodPage(inspector);
		const pdf = await inspector.context().request.get(`${address}/document.pdf`);
		expect(pdf.headers()['content-type']).toBe('application/pdf');
	});

	await test.step('whoever was named says no, and is named no longer', async () => {
		await reviewers.getByLabel('No', { exact: true }).check();
		await press(reviewers, 'Send my answer');
		await expect(reviewers.getByText('You are not named anywhere.')).toBeVisible();
		await inspector.reload();
		await expect(inspector.getByRole('heading', { name: 'Summary', exact: true })).toBeVisible();
		await expect(inspector.getByText(/is available to speak/)).toHaveCount(0);
	});

	await test.step('what was opened is taken back, step by step, and listed', async () => {
		for (let left = 3; left > 0; left -= 1) {
			await hosts.goto(`${review}/sharing`);
			await expect(thing(hosts, 'The report').getByRole('button', { name: /^Take back/ })).toHaveCount(left);
			await press(thing(hosts, 'The report').getByRole('listitem').first(), /^Take back/);
			await expect(thing(hosts, 'The report').getByRole('button', { name: /^Take back/ })).toHaveCount(
				left - 1,
			);
		}
		await expect(section(hosts, 'Taken back').getByRole('listitem')).toHaveCount(3);
		for (const page of [staffs, governors]) await expectReads(page, review, false);
		expect((await inspector.goto(address))!.status()).toBe(404);
	});
});
