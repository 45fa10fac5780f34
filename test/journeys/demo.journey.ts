import type { Page } from '@playwright/test';
import { addressOf, cast, founder, partnership, schools } from '#test/cast.ts';
import { be, reviewToday } from './people/being.ts';
import { captureOnDevice, sending } from './people/capturing.ts';
import * as followingUp from './people/following-up.ts';
import { expectNext } from './people/following-up.ts';
import { press, section, unfold } from './people/forms.ts';
import * as preparing from './people/preparing.ts';
import { dayFromToday, proposeReview } from './people/proposing.ts';
import * as reviewing from './people/reviewing.ts';
import { expectGoodPage, expectNoAxeViolations } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';

test.use({ startAs: 'demo', installation: 'demo' });
test.describe.configure({ timeout: 400_000 });

const chair = cast[founder].name;
const host = cast.hedgepath.name;
const facilitator = cast.foxglove.name;
const champion = cast.copperkettle.name;
const columns = { seen: 'What we saw or heard', soWhat: 'So what?' };

const onHome = (page: Page) => page.getByRole('link', { name: partnership.name }).first();

async function openPartnership(page: Page): Promise<string> {
	await page.goto('/home');
	return (await onHome(page).getAttribute('href'))!;
}

test('KSA-4 NFS-10 NFS-11 NFS-14 a review in the demo from preparation to look-back, by four of its people', async ({
	as,
}) => {
	const hosts = await as(host);
	await hosts.goto('/');
	await expect(hosts.getByRole('heading', { name: 'Who would you like to be?' })).toBeVisible();
	await be(hosts, host);
	const chairs = await as(chair);
	await be(chairs, chair);
	const facilitators = await as(facilitator);
	await be(facilitators, facilitator);
	const champions = await as(champion);
	await be(champions, champion);

	const home = await openPartnership(hosts);
	const review = await proposeReview(hosts, home, {
		host: schools.marrowfield.name,
		focus: 'Do children choose the harder book?',
	});
	await preparing.putOnTeam(chairs, review, facilitator, 'independent chair');
	await preparing.putOnTeam(chairs, review, chair, 'reviewer');
	await preparing.putOnTeam(chairs, review, champion, 'improvement champion');
	await preparing.agreeConfidentiality(chairs, review, chair);
	await preparing.agreeConfidentiality(facilitators, review, facilitator);
	for (const page of [chairs, facilitators]) await preparing.takePart(page, review);

	await preparing.holdMeeting(facilitators, review, {
		heldOn: dayFromToday(-7),
		reviewOn: 'in a fortnight',
		texts: {
			'How will the day run, and who else takes part?': 'Library first, then every class until lunch.',
			'What will the school send beforehand, and by when?': 'What was borrowed last term, a week before.',
			'When does the host introduce the day, and when do we talk it over?':
				'At half past eight and at three.',
			'What report do we expect, from whom?': 'Two pages, by the team, the same day.',
		},
		picks: {
			'Will the host headteacher join the observations?': 'No',
			'Have we talked through what stays confidential, and its limits?': 'Yes',
		},
	});
	await preparing.addLine(hosts, review, 'A', 'How do children choose what they read?');
	await preparing.schedule(hosts, review, {
		title: 'Choosing books with Year 4',
		kind: 'Interview with pupils',
		starts: '09:00',
		ends: '10:00',
		who: [facilitator, chair],
		lines: ['A'],
	});
	await expect(preparing.onTimetable(hosts, 'Choosing books with Year 4')).toContainText(facilitator);
	await preparing.agreePlan(hosts, review);
	await preparing.takePart(hosts, review);

	const seen = 'A child in Year 4 put back two books before one was hard enough.';
	await reviewing.capture(
		chairs,
		review,
		{
			seen,
			soWhat: 'Hard is a reason to borrow.',
			source: 'Talking with pupils',
			kind: 'Strength',
			line: 'A',
		},
		columns,
	);
	const thin = 'The top shelf holds nine books, and three of them are the same one.';
	await reviewing.capture(
		facilitators,
		review,
		{
			seen: thin,
			soWhat: 'The keenest run out.',
			source: 'Learning walk',
			kind: 'Area for development',
			line: 'A',
		},
		columns,
	);
	await reviewing.makeFinding(chairs, review, {
		kind: 'Strength',
		line: 'A',
		seen: 'Children look for books that stretch them.',
		effect: 'They talk about difficulty with pleasure.',
		evidence: [seen],
	});
	await reviewing.makeFinding(chairs, review, {
		kind: 'Area for development',
		line: 'A',
		seen: 'There are too few hard books.',
		effect: 'The keenest readers stop choosing.',
		evidence: [seen, thin],
	});
	for (const heading of ['Questions to think about', 'Comment on the review itself'])
		await reviewing.writeUnder(facilitators, review, heading, 'Nothing beyond what stands above.');
	await reviewing.putUpForSigning(facilitators, review);
	await reviewing.sign(facilitators, review, 1);
	await reviewing.sign(chairs, review, 1);
	await reviewing.publish(facilitators, review);
	await reviewing.remark(hosts, review, 'Response from the school', 'Fair. We will buy up, not out.');

	await followingUp.writeUpWorkshop(champions, review, dayFromToday(0), 'Each class picks ten harder books.');
	await followingUp.planAction(hosts, review, {
		finding: /There are too few hard books/,
		title: 'Fill the top shelf',
		owner: 'The library’s children',
		due: dayFromToday(40),
		measure: 'Nobody in Year 4 says that they have read everything.',
	});
	await followingUp.reportProgress(hosts, review, 'Sixty books came. Nineteen are out already.');
	await expectNext(hosts, review, 'Look back on the review');
	const answers = {
		texts: {
			'What has been done about the findings?': 'The shelf is full.',
			'What has changed or grown since?': 'Another school asked for our list.',
			'What difference has it made for pupils or staff, and how do you know?': 'Twice as many loans from it.',
			'How could the review itself have done more?': 'Come on a library day.',
		},
		picks: { 'How far has it spread?': 'The whole school' },
	};
	await followingUp.lookBack(hosts, review, answers);
	await followingUp.lookBack(chairs, review, answers);
	await hosts.goto(`${review}/look-back`);
	await press(await unfold(hosts, 'Close the review'), 'Yes, close it');
	await expect(hosts.getByText('This review is closed')).toBeVisible();
});

test('every main page is without fault in light and dark, on a desk and on a phone', async ({ as }) => {
	const page = await as('somebody who looks round');
	await page.goto('/be');
	await expectGoodPage(page);
	await be(page, cast.inkwell.name);
	const home = await openPartnership(page);

	const today = await reviewToday(page);
	const published = await reviewOf(page, home, schools.fernmarsh.name);
	for (const path of [
		'/home',
		today,
		`${today}/prepare`,
		`${today}/lines`,
		`${today}/timetable`,
		`${today}/day`,
	])
		await expectGoodAt(page, path);
	await page
		.getByRole('link', { name: `Change what ${cast.inkwell.name} wrote` })
		.first()
		.click();
	await expect(page.getByRole('heading', { name: 'Change a piece of evidence' })).toBeVisible();
	await expectGoodPage(page);
	for (const path of ['/findings', '/findings/new', '/report']) await expectGoodAt(page, today + path);
	for (const path of ['/report', '/workshop', '/actions', '/look-back'])
		await expectGoodAt(page, published + path);

	// One who has not agreed yet sees what changed, and where to type their name.
	await be(page, cast.applecart.name);
	await expectGoodAt(page, `${home}/agreements`);
	await page.getByRole('link', { name: 'Version 1', exact: true }).click();
	await expect(page.getByText('This is an earlier version')).toBeVisible();
	await expectGoodPage(page);

	await be(page, chair);
	for (const path of [
		'',
		'/schools',
		'/schools/add?q=harwich',
		'/people',
		'/people/invite',
		'/groups',
		'/groups/ready',
		'/themes',
		'/protocol',
		'/agreements',
		'/agreements/memorandum/write',
		'/reviews/new',
	])
		await expectGoodAt(page, home + path);
	await page.goto(`${home}/schools`);
	await page.getByRole('link', { name: schools.quillhaven.name }).click();
	await expect(page.getByRole('heading', { name: schools.quillhaven.name, level: 1 })).toBeVisible();
	await expectGoodPage(page);
});

test('the demo says that it is one, and its people’s addresses are nobody’s', async ({ as }) => {
	const page = await as(chair);
	await be(page, chair);
	await expect(page.getByRole('complementary', { name: 'About this demo' })).toContainText(
		`You are ${chair}.`,
	);
	await page.goto(`${await openPartnership(page)}/people`);
	await expect(page.getByText(addressOf(founder)).first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Confirm' })).toHaveCount(0);

	await test.step('it is not set up anew, and says so as every page that is not there', async () => {
		await page.goto('/set-up');
		await expect(page.getByRole('heading', { name: 'There is no such page.' })).toBeVisible();
		await expectGoodPage(page);
		await page.goBack();
	});
	await page.getByRole('link', { name: 'Be somebody else' }).click();
	await press(page, `Be ${host}`);
	await expect(page.getByRole('complementary', { name: 'About this demo' })).toContainText(
		`You are ${host}.`,
	);
});

test('in the demo the network is switched off for one tab, which goes on, and sends when it is switched on', async ({
	as,
}) => {
	const page = await as('somebody who tries it');
	await be(page, cast.inkwell.name);
	await page.goto((await reviewToday(page)).replace('/reviews/', '/day/'));
	await press(page, 'Switch the network off');
	await expectNoAxeViolations(page);
	await captureOnDevice(page, { seen: 'A door that says push and opens by pulling.' });
	await expect(sending(page)).toContainText('1 on this device, not sent yet');
	await page.reload();
	await expect(sending(page)).toContainText('1 on this device, not sent yet');
	await press(page, 'Switch the network on');
	await expect(sending(page)).toContainText('Nothing waits to be sent, 1 sent.');
});

test('what one of the team saves appears before another, who goes on typing where they were', async ({
	as,
}) => {
	const writer = await as(cast.papermoon.name);
	await be(writer, cast.papermoon.name);
	const review = await reviewToday(writer);
	const reader = await as(chair);
	await be(reader, chair);
	await reader.goto(`${review}/day`);
	const half = 'Two pupils said the';
	const seen = reviewing.seenIn(reader, columns);
	await seen.click();
	await reader.keyboard.type(half);
	await reader.keyboard.press('ArrowLeft');

	const piece = {
		seen: 'A shelf of books in four languages stands by the door.',
		soWhat: 'Nobody passes it by.',
		source: 'Plans and policies',
		kind: 'Strength',
		line: 'A',
	};
	await reviewing.capture(writer, review, piece, columns);
	await expect(section(reader, 'What the team has').getByText(piece.seen, { exact: true })).toBeVisible({
		timeout: 3_000,
	});
	const cell = section(reader, 'How the lines stand').getByRole('button', {
		name: `1 piece from Plans and policies on line A, by ${cast.papermoon.name}`,
	});
	await expect(cell).toBeVisible();
	await expect(seen).toBeFocused();
	await reader.keyboard.type('m');
	await expect(seen).toHaveValue('Two pupils said thme');

	await test.step('a tap on the board shows its pieces; the keyboard goes back to where it was', async () => {
		await cell.press('Enter');
		const pieces = reader.getByRole('dialog', { name: /Plans and policies, line A/ });
		await expect(pieces.getByText(piece.seen)).toBeVisible();
		await reader.keyboard.press('Escape');
		await expect(pieces).toBeHidden();
		await expect(cell).toBeFocused();
	});

	await test.step('the form that was typed in meanwhile is saved once, and the next one is empty', async () => {
		await reviewing.fillIn(reader, { ...piece, seen: 'Two pupils said the same.' }, columns);
		await expect(seen).toHaveValue('');
		await expect(section(writer, 'What the team has').getByText('Two pupils said the same.')).toHaveCount(1);
	});

	await expectGoodPage(reader);
	await expectGoodAt(reader, `${review}/day/pace`);
});

/** The address of the oldest review of a school on its partnership's page. */
async function reviewOf(page: Page, home: string, school: string): Promise<string> {
	await page.goto(home);
	return (await page.getByRole('link', { name: school }).last().getAttribute('href'))!;
}

async function expectGoodAt(page: Page, path: string): Promise<void> {
	const answer = await page.goto(path);
	expect(answer?.status(), path).toBe(200);
	await expectGoodPage(page);
}
