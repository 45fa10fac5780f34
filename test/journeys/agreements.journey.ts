import type { Cookie } from '@playwright/test';
import * as agreeing from './people/agreeing.ts';
import { acceptInvitation, behindTheScenes, sessionOfTheFirst, somebody } from './people/coming-in.ts';
import { districtSchools } from './people/district-schools.ts';
import { choices, expectRefused, field, press, section } from './people/forms.ts';
import * as founding from './people/founding.ts';
import { linkIn, nextLetter } from './mail.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'Agreements' });
test.describe.configure({ timeout: 180_000 });

const chair = somebody('Philippa Hawthorn');
const first = somebody('Zoë Larkin-Moss');
const second = somebody('Gideon Fernside');
const third = somebody('Mabel Underhill');
const successor = somebody('Ottoline Brack');
const schools = ['First member', 'Second member', 'Third member'] as const;

let session: Cookie[];
let partnership: string;

test.beforeAll('three schools with their heads, and a protocol', async ({ browser, product }) => {
	session = await sessionOfTheFirst(product, browser, chair);
	const page = await behindTheScenes(product, browser, session);
	partnership = await founding.found(page, 'Ninefold Schools', 'trio');
	const urns = districtSchools('Chelmsford', 3, []);
	for (const [index, name] of schools.entries())
		await founding.addSchool(page, partnership, { urns: [urns[index]!], name });
	await founding.publishProtocol(page, partnership, 'Family with independent chair and full protocol');
	for (const [index, who] of [first, second, third].entries())
		await founding.invite(page, partnership, who, 'Headteacher', schools[index]!);
	await page.context().close();
});

test('HEP-3 KSA-3 a memorandum is agreed by name, reminded of, revised with what changed, and asked of a new head', async ({
	as,
	product,
}) => {
	const chairs = await as(chair.name);
	await chairs.context().addCookies(session);
	const firsts = await as(first.name);
	const seconds = await as(second.name);
	const thirds = await as(third.name);
	for (const [page, who] of [
		[firsts, first],
		[seconds, second],
		[thirds, third],
	] as const)
		await acceptInvitation(product, page, who);
	const agreements = `${partnership}/agreements`;

	await test.step('the chair makes the text their own; it may not be narrower than the protocol', async () => {
		await chairs.goto(agreements);
		await chairs.getByRole('link', { name: 'Write the memorandum' }).click();
		await field(chairs, 'Why we work together').fill('We share what works, and say what does not.');
		const circles = choices(chairs, 'Who may ever read something from a review');
		await circles.getByLabel(/^Outside partners/).uncheck();
		await press(chairs, 'Publish and ask every head');
		await expectRefused(circles, /The protocol in force goes further.*outside partners/);
		await expect(field(chairs, 'Why we work together')).toHaveValue(/say what does not/);
		await circles.getByLabel(/^Outside partners/).check();
		await press(chairs, 'Publish and ask every head');
		await expect(chairs).toHaveURL(agreements);
		await expect(chairs.getByText('We share what works, and say what does not.')).toBeVisible();
	});

	await test.step('two heads find it on Home, and agree by typing their names', async () => {
		for (const [page, typed] of [
			[firsts, 'zoe larkin moss'],
			[seconds, second.name],
		] as const) {
			await page.goto('/home');
			await section(page, 'To agree')
				.getByRole('link', { name: 'Agree to version 1 of the memorandum' })
				.click();
			await expect(page.getByText('We share what works, and say what does not.')).toBeVisible();
			await agreeing.typeUnderMemorandum(page, 'Somebody Else');
			await expectRefused(agreeing.nameField(page), /Type your name as it stands here/);
			await agreeing.typeUnderMemorandum(page, typed);
			await expect(agreeing.nameField(page)).toHaveCount(0);
		}
		await firsts.goto('/home');
		await expect(section(firsts, 'To agree')).not.toContainText('memorandum');
	});

	await test.step('everyone sees who has not; the chair reminds them, once', async () => {
		await seconds.goto(agreements);
		await expect(agreeing.standingOf(seconds, schools[0])).toContainText(first.name);
		await expect(agreeing.standingOf(seconds, schools[2])).toContainText(`${third.name} is asked`);
		await expect(seconds.getByRole('button', { name: /^Remind/ })).toHaveCount(0);
		await chairs.goto(agreements);
		await press(chairs, 'Remind those who have not');
		await expect(chairs.getByText(/^A letter is on its way to/)).toContainText(third.name);
		const letter = await nextLetter(product, third.email, { subject: /please read and agree/ });
		expect(letter.body).toContain('version 1 of the memorandum, for Third member');
		expect(linkIn(letter)).toBe(`${product.origin}${agreements}`);
		await press(chairs, 'Remind those who have not');
		await expect(chairs.getByText(/^Nobody was written to/)).toBeVisible();
	});

	await test.step('a new version asks again and shows what changed since', async () => {
		await firsts.goto(agreements);
		await agreeing.publishMemorandum(chairs, partnership, {
			'Why we work together': 'We share what works, and help where it does not.',
			'Why there is a new version': 'We want to help sooner.',
		});
		await firsts.goto(agreements);
		const changed = section(firsts, 'What changed since version 1');
		await expect(changed.locator('del')).toHaveText('We share what works, and say what does not.');
		await expect(changed.locator('ins')).toHaveText('We share what works, and help where it does not.');
		await expect(agreeing.standingOf(firsts, schools[0])).toContainText('version 1 only');
	});

	await test.step('what is published while a head reads is shown before they agree; their name is kept', async () => {
		await agreeing.publishMemorandum(chairs, partnership, {
			'Why we work together': 'We share what works, and help at once where it does not.',
			'Why there is a new version': 'Sooner still.',
		});
		await agreeing.typeUnderMemorandum(firsts, first.name);
		await expect(firsts.getByText('There is something newer to read')).toBeVisible();
		await expect(agreeing.nameField(firsts)).toHaveValue(first.name);
		await expect(section(firsts, 'What changed since version 1')).toContainText('help at once');
		await press(firsts, 'We agree to version 3 of the memorandum');
		await expect(agreeing.nameField(firsts)).toHaveCount(0);
		await firsts.getByRole('link', { name: 'Version 1', exact: true }).click();
		await expect(firsts.getByText('This is an earlier version')).toBeVisible();
		await expect(firsts.getByText('We share what works, and say what does not.')).toBeVisible();
	});

	await test.step('a new head is asked in their own name; the school’s agreement stands', async () => {
		await agreeing.endRole(chairs, partnership, first.name);
		await founding.invite(chairs, partnership, successor, 'Headteacher', schools[0]);
		const successors = await as(successor.name);
		await acceptInvitation(product, successors, successor);
		await chairs.goto(agreements);
		await expect(agreeing.standingOf(chairs, schools[0])).toContainText('agreed by the head before');
		await expect(agreeing.standingOf(chairs, schools[0])).toContainText(`${successor.name} is asked`);
		await successors.goto('/home');
		await section(successors, 'To agree')
			.getByRole('link', { name: /version 3 of the memorandum/ })
			.click();
		await expect(successors.getByText(/the school stands by it. You head it now/)).toBeVisible();
		await agreeing.typeUnderMemorandum(successors, successor.name);
		await expect(agreeing.nameField(successors)).toHaveCount(0);
		await expect(agreeing.standingOf(successors, schools[0])).toContainText(`agreed ${successor.name}`);
	});
});
