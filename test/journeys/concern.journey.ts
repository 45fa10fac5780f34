import type { Page } from '@playwright/test';
import { addressOf, cast, schools } from '#test/cast.ts';
import type { RunningProduct } from '#test/running-product.ts';
import { be, reviewToday } from './people/being.ts';
import { field, fill, press } from './people/forms.ts';
import { expectGoodPage, widths } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { lettersTo, linkIn, nextLetter } from './mail.ts';

test.use({ startAs: 'demo', installation: 'demo' });

const reviewer = cast.inkwell.name;
const head = cast.saltmarrow.name;
const school = schools.bramblesea.name;
const governor = {
	name: 'Cordelia Tidewrack',
	phone: '01632 960799',
	email: 'c.tidewrack@eight-stiles.example',
};
const subject = /^Something needs your attention now at Bramblesea/;

/** Two taps on a phone, on a screen of the review. */
async function raise(page: Page, day: string, kind: string, aboutHead = false): Promise<void> {
	await page.goto(day);
	await page.setViewportSize(widths.phone);
	await press(page, 'Raise a concern');
	await expect(page.getByRole('dialog', { name: 'What needs attention at once?' })).toBeInViewport({
		ratio: 1,
	});
	if (aboutHead) await page.getByLabel('It is about the headteacher').check();
	await press(page, kind);
	await expect(page).toHaveURL(/\/concerns\/[\w-]+$/);
}

const bellsAt = async (product: RunningProduct, address: string) =>
	(await lettersTo(product, address)).filter((letter) => subject.test(letter.subject)).length;

test('CSC-5 two taps tell the head, who answers, and the reviewer reads so; one about the head goes to the chair of governors alone', async ({
	as,
	product,
	faults,
}) => {
	const [reviewers, heads] = [await as(reviewer), await as(head)];
	await be(heads, head);
	await be(reviewers, reviewer);
	const day = `${await reviewToday(reviewers)}/day`;

	await test.step('the host says whom reviewers ring', async () => {
		await heads.goto('/home');
		await heads.getByRole('link', { name: 'Eight Stiles' }).first().click();
		await heads.getByRole('link', { name: 'Schools', exact: true }).click();
		await heads.getByRole('main').getByRole('link', { name: school }).click();
		await heads.getByRole('link', { name: 'Whom reviewers ring' }).click();
		await expect(field(heads, 'Headteacher: name')).toHaveValue(head);
		await fill(heads, { 'Chair of governors: name': governor.name, 'Chair of governors: phone': 'ask me' });
		await fill(heads, { 'Chair of governors: email': governor.email });
		await press(heads, 'Save');
		await expect(field(heads, 'Chair of governors: phone')).toHaveAccessibleDescription(/in figures/);
		await expectGoodPage(heads);
		await fill(heads, { 'Chair of governors: phone': governor.phone });
		await press(heads, 'Save');
		await expect(heads.getByRole('heading', { level: 1 })).toHaveText(school);
	});

	await test.step('without signal the reviewer reads that nobody has been told, and whom to ring', async () => {
		await reviewers.goto(day);
		await reviewers.setViewportSize(widths.phone);
		await press(reviewers, 'Raise a concern');
		await reviewers.context().setOffline(true);
		await press(reviewers, 'A child’s safety');
		await expect(reviewers.getByRole('alert')).toContainText(
			/Nobody has been told yet: this device is offline\. Ring Bettina Saltmarrow, 01632 960\d+, now\./,
		);
		await reviewers.context().setOffline(false);
		// What the browser says of a network that was switched off is no fault of ours.
		expect(faults.splice(0).filter((fault) => !/INTERNET_DISCONNECTED|Failed to fetch/.test(fault))).toEqual(
			[],
		);
	});

	await test.step('two taps, and the head is told', async () => {
		await raise(reviewers, day, 'A child’s safety');
		await expect(reviewers.getByRole('heading', { level: 1 })).toHaveText(`Ring ${head} now`);
		const ring = reviewers.getByRole('link', { name: new RegExp(`^Ring ${head}`) });
		await expect(ring).toHaveAttribute('href', /^tel:01632960\d+$/);
		const said = reviewers.getByRole('main').getByRole('status').filter({ hasText: head });
		await expect(said).toContainText(`${head} was written to at`);
		await expect(reviewers.getByRole('main')).toContainText('the school’s own procedure');
		await expectGoodPage(reviewers);
		const letter = await nextLetter(product, addressOf('saltmarrow'), { subject });
		expect(letter.body).not.toMatch(/child|safe|concern/i);
	});

	await test.step('the head finds the bell on Home and answers; the reviewer reads so without asking', async () => {
		await heads.goto('/home');
		await expect(heads.getByRole('heading', { name: `${reviewer} needs you now` })).toBeVisible();
		await expectGoodPage(heads);
		await heads.getByRole('link', { name: 'Open it and answer' }).click();
		await expect(heads.getByRole('heading', { level: 1 })).toHaveText(`${reviewer} needs you now`);
		await expectGoodPage(heads);
		await press(heads, 'I have seen this and speak to them now');
		await expect(heads.getByText(`${head} has acknowledged at`).first()).toBeVisible();
		await expect(reviewers.getByRole('heading', { level: 1 })).toHaveText('They know', { timeout: 10_000 });
		await heads.goto('/home');
		await expect(heads.getByText(`${reviewer} needs you now`)).toHaveCount(0);
	});

	await test.step('one about the head goes to the chair of governors, and the head finds nothing of it', async () => {
		const before = await bellsAt(product, addressOf('saltmarrow'));
		await raise(reviewers, day, 'Seriously poor practice', true);
		await expect(reviewers.getByRole('heading', { level: 1 })).toHaveText(`Ring ${governor.name} now`);
		const concern = new URL(reviewers.url()).pathname;
		const letter = await nextLetter(product, governor.email, { subject });
		expect(await bellsAt(product, addressOf('saltmarrow'))).toBe(before);
		expect((await heads.goto(concern))!.status()).toBe(404);
		await heads.goto('/concerns');
		await expect(heads.getByRole('main').getByRole('row')).toHaveCount(2);
		await expectGoodPage(heads);

		const governors = await as(governor.name);
		await governors.goto(linkIn(letter));
		await expect(governors.getByRole('heading', { level: 1 })).toHaveText(
			'Something needs your attention now',
		);
		await expectGoodPage(governors);
		await expect(reviewers.getByRole('heading', { level: 1 })).toHaveText(`Ring ${governor.name} now`);
		await press(governors, 'I have seen this and speak to them now');
		await expect(governors.getByRole('heading', { level: 1 })).toHaveText(
			`${reviewer} knows that you have seen it`,
		);
		await expect(reviewers.getByRole('heading', { level: 1 })).toHaveText('They know', { timeout: 10_000 });
	});
});
