import { acceptInvitation, comeInBy, signIn, signOut, somebody, tokenOf } from './people/coming-in.ts';
import { expectRefused, field, fill, press, section, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';
import { dayFromToday, proposeReview } from './people/proposing.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { linkIn, nextLetter } from './mail.ts';

test.use({ installation: 'set-up' });
test.describe.configure({ mode: 'serial' });

const mayflower = 114747;
const chaseLane = 115301;
const springMeadow = 114834;

const chair = somebody('Wilhelmina Quayside');
const head = somebody('Barnaby Lightship');
const executive = somebody('Odile Breakwater');
const headOfSchool = somebody('Percival Sandbar');
const administrator = somebody('Hester Mooring');

let partnership: string;

test('the first person comes in by the token that start-up prints, founds a partnership and finds its schools', async ({
	as,
	product,
}) => {
	const page = await as(chair.name);
	await page.goto('/');
	await expectGoodPage(page);
	await page.getByRole('link', { name: 'Set up your partnership' }).click();
	await fill(page, { Token: 'not the token', 'Your name': chair.name, 'Your email address': chair.email });
	await press(page, 'Begin');
	await expectRefused(field(page, 'Token'), 'That is not the token.');
	await expect(field(page, 'Your name')).toHaveValue(chair.name);
	await field(page, 'Token').fill(tokenOf(product));
	await press(page, 'Begin');

	await expect(page.getByText('You are not in a partnership yet.')).toBeVisible();
	await expectGoodPage(page);
	partnership = await founding.found(page, 'Two Rivers Schools', 'trio');

	await test.step('search as you type, with a slip', async () => {
		const search = field(page, 'Name, town, postcode, authority or URN');
		await expect(async () => {
			await search.fill('');
			await search.pressSequentially('mayflowr primry harwich');
			await expect(founding.boxOf(page, mayflower)).toBeVisible({ timeout: 3000 });
		}).toPass();
		await expectGoodPage(page);
	});
	await founding.boxOf(page, mayflower).check();
	// At a weekend the nearest school day, on which it is reviewed, is before today.
	await field(page, 'Takes part from').fill(dayFromToday(-90));
	await press(page, 'Add to the partnership');
	await expect(page.getByRole('link', { name: /Mayflower/ })).toBeVisible();
	await founding.addSchool(page, partnership, { urns: [chaseLane] });
	await founding.addSchool(page, partnership, { urns: [springMeadow], name: 'Spring Meadow' });
	await expectGoodPage(page);

	await founding.publishProtocol(page, partnership, 'Family with independent chair and full protocol');
	await expectGoodPage(page);
});

test('a person accepts by the mailed link, whose page spends nothing until its button is pressed; heads agree the protocol', async ({
	as,
	product,
}) => {
	const page = await as(chair.name);
	await page.goto('/sign-in');
	await signIn(product, page, chair);
	await founding.invite(page, partnership, head, 'Headteacher', /Mayflower/);
	await expectGoodPage(page);

	const letter = await nextLetter(product, head.email);
	const theirs = await as(head.name);
	await test.step('opening the link twice, as a mail scanner does, spends nothing', async () => {
		await theirs.goto(linkIn(letter));
		await expect(theirs.getByRole('heading', { name: 'Come in' })).toBeVisible();
		await expectGoodPage(theirs);
	});
	await comeInBy(theirs, letter);
	await expect(theirs.getByRole('link', { name: 'Two Rivers Schools' }).first()).toBeVisible();

	await test.step('a second person cannot come in by the same link', async () => {
		const stranger = await as('a stranger');
		await stranger.goto(linkIn(letter));
		await press(stranger, 'Sign in');
		await expect(stranger.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
		await stranger.goto(`${partnership}/schools`);
		await expect(stranger.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	});

	await founding.agreeProtocol(theirs, partnership, head.name);
	await expect(section(theirs, 'Agreed by')).toContainText(head.name);
	await page.goto(`${partnership}/protocol`);
	await expect(section(page, 'Agreed by').getByText('not yet')).toHaveCount(2);
});

test('signing out ends access, and the link a person asks for brings them back to where they were', async ({
	as,
	product,
}) => {
	const page = await as(head.name);
	await page.goto(`${partnership}/people`);
	await signIn(product, page, head);
	await expect(page).toHaveURL(`${partnership}/people`);
	await signOut(page);
	await page.goBack();
	await expect(page.getByText(chair.name)).toHaveCount(0);
	await page.goto(`${partnership}/people`);
	await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('NFS-30 a school with an executive head and a head of school; CSC-1 a steering group with chair, vice chair and administrator, to whom a group’s lead head reports', async ({
	as,
	product,
}) => {
	const page = await as(chair.name);
	await page.goto(`${partnership}/people`);
	await signIn(product, page, chair);
	await founding.invite(page, partnership, executive, 'Executive head', 'Spring Meadow');
	await founding.invite(page, partnership, headOfSchool, 'Head of school', 'Spring Meadow');
	await founding.invite(page, partnership, head, 'Member of the steering group');
	await founding.invite(page, partnership, executive, 'Vice chair of the partnership');
	await founding.invite(page, partnership, administrator, 'Administrator of the partnership');

	await page.goto(`${partnership}/schools`);
	const springMeadowRow = page.getByRole('row').filter({ hasText: 'Spring Meadow' });
	await expect(springMeadowRow).toContainText(`${executive.name}, executive head`);
	await expect(springMeadowRow).toContainText(`${headOfSchool.name}, head of school`);

	await test.step('what an administrator adds as head waits for the chair', async () => {
		const theirs = await as(administrator.name);
		await acceptInvitation(product, theirs, administrator);
		const newcomer = somebody('Ignatius Seawall');
		await founding.invite(theirs, partnership, newcomer, 'Headteacher', /Chase Lane/);
		const row = theirs.getByRole('row').filter({ hasText: newcomer.email });
		await expect(row).toContainText('to be confirmed');
		await page.goto(`${partnership}/people`);
		const mine = page.getByRole('row').filter({ hasText: newcomer.email });
		await press(mine, 'Confirm');
		await expect(mine).not.toContainText('to be confirmed');
	});

	await test.step('a group has a lead head, whom everybody can see', async () => {
		await founding.formGroup(page, partnership, 'Harbour trio', [/Mayflower/, 'Spring Meadow']);
		const choosing = await unfold(section(page, 'Harbour trio'), 'Choose its lead');
		await press(choosing, 'Save the lead');
		await expectRefused(field(choosing, 'Who leads Harbour trio'), 'Choose a head.');
		await founding.chooseLead(page, partnership, 'Harbour trio', headOfSchool.name);
		await founding.chooseLead(page, partnership, 'Harbour trio', head.name);
		await expectGoodPage(page);
		const theirs = await as(administrator.name);
		await theirs.goto(`${partnership}/groups`);
		await expect(section(theirs, 'Harbour trio')).toContainText(`Led by ${head.name}`);
		for (const officer of [chair, executive, head, administrator])
			await expect(section(theirs, 'Steering group')).toContainText(officer.name);
	});
});

test('HEP-1 a school leaves: its reviews stay with it as it then was, and its head still reads them', async ({
	as,
	product,
}) => {
	const page = await as(chair.name);
	await page.goto(`${partnership}/reviews/new`);
	await signIn(product, page, chair);
	const review = await proposeReview(page, partnership, {
		host: /Mayflower/,
		focus: 'How sure is our assessment?',
	});

	await page.goto(`${partnership}/schools`);
	const row = page.getByRole('row').filter({ hasText: 'Mayflower' });
	const leaving = await unfold(row, 'Leaves…');
	await press(leaving, /leaves$/);
	await expect(row).toContainText('until');

	await page.goto(partnership);
	await expect(page.getByText('2 members.')).toBeVisible();
	await expect(page.getByRole('link', { name: /Mayflower/ })).toBeVisible();

	const theirs = await as(head.name);
	await theirs.goto(review);
	await signIn(product, theirs, head);
	await expect(theirs.getByRole('heading', { name: 'How sure is our assessment?' })).toBeVisible();
});
