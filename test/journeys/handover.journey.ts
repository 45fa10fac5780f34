import { cast, founder, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { acceptInvitation, somebody } from './people/coming-in.ts';
import * as founding from './people/founding.ts';
import { field, press, section, unfold } from './people/forms.ts';
import { dayFromToday } from './people/proposing.ts';

test.use({ startAs: 'demo', installation: 'a head who leaves' });

const chair = cast[founder].name;
const leaver = cast.saltmarrow.name;
const newHead = somebody('Cordelia Thistlewood');
const school = schools.bramblesea.name;

/** As many words as a head reads in ten minutes, at two hundred a minute. */
const tenMinutes = 2_000;

test('HEP-1 golden path 8: a head leaves, and the new one takes over with a handover page of ten minutes', async ({
	as,
	product,
}) => {
	const chairs = await as(chair);
	await be(chairs, chair);
	const leavers = await as(leaver);
	await be(leavers, leaver);
	await chairs.goto('/home');
	const root = (await chairs.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!;

	await leavers.goto(`${root}/schools`);
	await leavers.getByRole('link', { name: school }).click();
	await leavers.getByRole('link', { name: 'Handover' }).click();
	await expect(leavers.getByRole('heading', { name: `Handover at ${school}` })).toBeVisible();
	const page = new URL(leavers.url()).pathname;
	const open = section(leavers, 'What is still to be done').getByRole('link');
	await expect(open.first()).toBeVisible();
	const actions = await open.allTextContents();
	expect((await chairs.goto(page))!.status(), 'what a school has to do is not the chair’s to read').toBe(404);

	await chairs.goto(`${root}/people`);
	const his = chairs.getByRole('row').filter({ hasText: leaver }).filter({ hasText: 'Headteacher' });
	const ending = await unfold(his, 'Ends…');
	await field(ending, 'Ends on').fill(dayFromToday(0));
	await press(ending, 'End this role');
	await expect(his).toContainText('to');
	await founding.invite(chairs, root, newHead, 'Headteacher', school);
	expect((await leavers.goto(page))!.status(), 'access ends with the post').toBe(404);

	const hers = await as(newHead.name);
	await acceptInvitation(product, hers, newHead);
	await hers.goto('/home');
	await expect(hers.getByText(`New at ${school}`)).toBeVisible();
	await hers.getByRole('link', { name: 'What your school has promised and is promised' }).click();
	await expect(hers).toHaveURL(page);

	const agree = section(hers, 'Agree in your own name');
	await expect(agree.getByRole('link', { name: /version \d+ of the memorandum/ })).toBeVisible();
	await expect(agree.getByRole('link', { name: /version \d+ of the protocol/ })).toBeVisible();
	await expect(agree).toContainText(`agreed to by ${leaver}`);
	await expect(section(hers, 'What is still to be done').getByRole('link')).toHaveText(actions);
	await expect(section(hers, 'What your school is promised').getByRole('link').first()).toBeVisible();
	const promised = section(hers, 'What your school has promised').getByRole('listitem');
	await expect(promised.filter({ hasText: schools.quillhaven.name })).toContainText(
		`${leaver} (reviewer) was promised and has left your school.`,
	);
	const people = section(hers, 'People and meetings to know');
	await expect(people).toContainText(chair);
	await expect(people).toContainText(cast.ledgerly.name);
	await expectGoodPage(hers);
	const words = (await hers.getByRole('main').innerText()).split(/\s+/).length;
	expect(words).toBeLessThan(tenMinutes);

	await agree.getByRole('link', { name: /of the protocol/ }).click();
	await hers.getByLabel(/Your name, to agree for/).fill(newHead.name);
	await press(hers, /^We agree to version \d+ of the protocol/);
	await hers.goto(page);
	await expect(agree.getByRole('link', { name: /of the protocol/ })).toHaveCount(0);
});
