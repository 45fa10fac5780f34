import type { Page } from '@playwright/test';
import * as agreeing from './people/agreeing.ts';
import { acceptInvitation, beFirst, somebody } from './people/coming-in.ts';
import * as editing from './people/editing.ts';
import { field, press, section } from './people/forms.ts';
import * as founding from './people/founding.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'golden path start' });
test.describe.configure({ timeout: 300_000 });

const chair = somebody('Clementine Arkwright');
const heads = [
	{
		who: somebody('Rufus Bellweather'),
		urn: 114747,
		school: /Mayflower/,
		asked: 'mayflower primary harwich',
	},
	{ who: somebody('Imogen Candlish'), urn: 115301, school: /Chase Lane/, asked: 'chase lane' },
	{ who: somebody('Osbert Dovecote'), urn: 114834, school: /Spring Meadow/, asked: '114834' },
] as const;

test('NFS-24 a chair founds a partnership, finds its schools by name and URN, invites heads, changes two things of a preset with the days in view, publishes; heads agree to protocol and memorandum, and the chair sees who has', async ({
	as,
	product,
}) => {
	const page = await as(chair.name);
	await beFirst(product, page, chair);
	const partnership = await founding.found(page, 'Estuary Schools', 'trio');

	await test.step('finds schools by name, town and URN, and invites their heads', async () => {
		for (const { urn, asked } of heads) {
			await page.goto(`${partnership}/schools/add`);
			await field(page, 'Name, town, postcode, authority or URN').fill(asked);
			await founding.boxOf(page, urn).check();
			await press(page, 'Add to the partnership');
			await expect(page).toHaveURL(`${partnership}/schools`);
		}
		for (const { who, school } of heads) await founding.invite(page, partnership, who, 'Headteacher', school);
	});

	const draft = await editing.beginDraft(
		page,
		partnership,
		'Family with independent chair and full protocol',
	);

	await test.step('the report is to be signed sooner: the days for a review on 12 March follow', async () => {
		await editing.openPart(page, draft, 'What happens when');
		const course = section(page, 'What this means for a review');
		await field(course, 'First day').fill('2027-03-12');
		await press(course, 'Show it');
		const signing = course.getByRole('listitem').filter({ hasText: 'Finish and sign the report' });
		await expect(signing).toContainText('Friday 19 March');
		const stage = await editing.entry(editing.list(page, 'What happens when'), 'Finish and sign the report');
		// Saved by itself, a moment after it was typed.
		await editing.writeStage(stage, { when: [3, 'School days', 'The last day'] });
		await expect(signing).toContainText('Wednesday 17 March');
		await expect(section(page, 'In words')).toContainText(
			'Finish and sign the report: reviewer, independent chair and accompanying expert, within three school days of the last day of the review.',
		);
		await editing.expectSaved(page);
		await expectGoodPage(page);
	});

	await test.step('by keyboard alone: one more value, from the list of parts until it is saved', async () => {
		await page.goto(draft);
		await tabTo(page, 'link', 'What we want');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { level: 1, name: 'What we want' })).toBeVisible();
		await tabTo(page, 'button', 'Add a value to Values');
		await page.keyboard.press('Enter');
		// The new entry stands open and has the keyboard.
		await expect(focused(page)).toHaveAccessibleName('Value');
		await page.keyboard.type('Candour');
		await page.keyboard.press('Tab');
		await page.keyboard.type('We say kindly what we see.');
		await expect(section(page, 'In words')).toContainText('Candour: We say kindly what we see.');
		await expect(focused(page)).toHaveValue('We say kindly what we see.');
		await editing.expectSaved(page);
		await tabTo(page, 'link', 'Next: How often');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { level: 1, name: 'How often' })).toBeVisible();
	});

	await test.step('the whole text stands in the draft; she publishes it, and writes the memorandum', async () => {
		await page.goto(draft);
		await expect(section(page, 'What it says')).toContainText('Candour: We say kindly what we see.');
		await expectGoodPage(page);
		await editing.publishDraft(page, draft, 'All three heads asked for the report sooner.');
		await expectGoodPage(page);
		await agreeing.publishMemorandum(page, partnership, {
			'Why we work together': 'Three schools on one estuary, and no secrets between them.',
		});
	});

	await test.step('two heads read both and agree by their names', async () => {
		for (const { who } of heads.slice(0, 2)) {
			const theirs = await as(who.name);
			await acceptInvitation(product, theirs, who);
			await theirs.goto('/home');
			const toAgree = section(theirs, 'To agree');
			await expect(toAgree).toContainText('version 1 of the memorandum');
			await toAgree.getByRole('link', { name: /version 1 of the protocol/ }).click();
			// Vision and values come first of all that is agreed to.
			const first = theirs.getByRole('region').first();
			await expect(first.getByRole('heading', { level: 2 })).toHaveText('What we want');
			await expect(first).toContainText('so that every pupil in any of them does well');
			await expect(first).toContainText('Candour: We say kindly what we see.');
			await founding.agreeProtocol(theirs, partnership, who.name);
			await theirs.goto('/home');
			await section(theirs, 'To agree')
				.getByRole('link', { name: /version 1 of the memorandum/ })
				.click();
			await expect(theirs.getByText('no secrets between them')).toBeVisible();
			await agreeing.typeUnderMemorandum(theirs, who.name);
			await expect(agreeing.nameField(theirs)).toHaveCount(0);
			await theirs.goto('/home');
			await expect(theirs.getByText('Agree to the')).toHaveCount(0);
		}
	});

	await test.step('the chair sees who has agreed to what, and who has not', async () => {
		await page.goto(`${partnership}/agreements`);
		const [first, second, third] = heads;
		for (const { who, school } of [first, second])
			await expect(
				section(page, 'Who has agreed')
					.getByRole('row')
					.filter({ hasText: school })
					.getByRole('cell', { name: new RegExp(`agreed ${who.name}`) }),
			).toHaveCount(2);
		const row = section(page, 'Who has agreed').getByRole('row').filter({ hasText: third.school });
		await expect(row.getByRole('cell', { name: new RegExp(`${third.who.name} is asked`) })).toHaveCount(2);
	});
});

const focused = (page: Page) => page.locator(':focus');

/** Presses Tab until what is called so has the keyboard. */
async function tabTo(page: Page, role: 'link' | 'button', name: string): Promise<void> {
	const wanted = page.getByRole(role, { name, exact: true });
	for (let presses = 0; presses < 150; presses += 1) {
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never came to ‘${name}’.`);
}
