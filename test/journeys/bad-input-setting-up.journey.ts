import type { Page } from '@playwright/test';
import { acceptInvitation } from './people/coming-in.ts';
import {
	chair,
	champion,
	facilitator,
	host,
	reviewer,
	setUpCarefulSchools,
	type CarefulSchools,
} from './people/careful-schools.ts';
import { choices, expectRefused, field, fill, press, section, select, tick, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';
import * as preparing from './people/preparing.ts';
import { dayFromToday } from './people/proposing.ts';
import { expect, test } from './harness/journey.ts';

test.use({ installation: 'bad input when setting up' });
test.describe.configure({ mode: 'serial' });

/** Ysgol Gwaun Gynfi. */
const urnInWales = 400092;
const tickTheSchool = 'Tick the school, or the schools that run as one';

let careful: CarefulSchools;

test.beforeAll('two schools and a review that is proposed', async ({ browser, product }) => {
	careful = await setUpCarefulSchools(browser, product);
});

test('a URN that does not exist, is closed or of another country', async ({ as }) => {
	const { partnership } = careful;
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
	const { partnership } = careful;
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

test('a review moved to a holiday, with another form of the page refused beside it', async ({ as }) => {
	const { review } = careful;
	const page = await asChair(as);
	await page.goto(review);
	const frame = await unfold(section(page, 'About this review'), 'Change focus or day');
	await fill(frame, { Focus: 'What helps them on?', 'Day of the review': '2026-12-25' });
	await press(frame, 'Save the change');
	await expectRefused(field(frame, 'Day of the review'), 'is not a school day');
	await expect(field(frame, 'Focus')).toHaveValue('What helps them on?');
	await expect(page.getByRole('heading', { name: 'What do pupils do when they are stuck?' })).toBeVisible();
	await expect(page.getByText('One thing needs your attention')).toHaveCount(1);

	await fill(frame, { 'Day of the review': '2027-03-10' });
	await press(frame, 'Save the change');
	await expect(page.getByRole('heading', { name: 'What helps them on?' })).toBeVisible();
	await expect(page.getByText('Wednesday 10 March 2027')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'What helps them on?' })).toBeVisible();

	await press(section(page, 'Team'), 'Add to the team');
	await expectRefused(field(page, 'Add a person'), 'Choose a person.');
	await expect(page.getByText('2 things need your attention')).toHaveCount(1);
	await expect(field(page, 'Day of the review')).not.toHaveAccessibleDescription(/./);
});

test('a second host; a team of one', async ({ as }) => {
	const { review } = careful;
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
	const { partnership } = careful;
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
	const { review } = careful;
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

	await test.step('a morning without a break is advised against, not refused', async () => {
		await press(page, 'Discard it');
		const morning = { title: 'A long morning', kind: 'Book scrutiny', starts: '09:00', ends: '12:30' };
		await preparing.schedule(page, review, { ...morning, who: [reviewer.name], lines: ['A'] });
		await expect(preparing.onTimetable(page, morning.title)).toBeVisible();
		await expect(page.getByText(`${reviewer.name} has no break between 09:00 and 12:30.`)).toBeVisible();
	});
});

async function asChair(as: (name: string) => Promise<Page>): Promise<Page> {
	const page = await as(chair.name);
	await page.context().addCookies(careful.chair);
	return page;
}
