import { cast, founder, partnership, schools, type PersonKey } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { fill, press, section, select, unfold } from './people/forms.ts';
import { dayFromToday } from './people/proposing.ts';

test.use({ startAs: 'demo', installation: 'headline' });

test('HEP-11 NFS-28 heads hold their aims against the schools’ figures side by side, and a development day sets the next ones', async ({
	as,
}) => {
	const person = async (who: PersonKey) => {
		const page = await as(cast[who].name);
		await be(page, cast[who].name);
		return page;
	};
	const chairs = await person(founder);
	const root = (await chairs.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!;
	const headline = `${root}/outcomes/headline`;

	await test.step('from the aims a head comes to the figures of all schools, by name and not by figure', async () => {
		await chairs.goto(`${root}/aims`);
		await chairs.getByRole('link', { name: 'What the figures say' }).click();
		await expect(chairs.getByRole('heading', { name: 'Headline figures', level: 1 })).toBeVisible();
		const names = await chairs.getByRole('rowheader').allTextContents();
		const shown = names.map((name) => name.trim());
		expect(shown).toContain(schools.fernmarsh.name);
		expect(shown).toEqual(shown.toSorted((one, other) => one.localeCompare(other, 'en-GB')));
		const fernmarsh = chairs.getByRole('row').filter({ hasText: schools.fernmarsh.name });
		await expect(fernmarsh).toContainText(/66\s%.*64\s%.*69\s%.*74\s%.*8 percentage points up/s);
		await expectGoodPage(chairs);
	});

	await test.step('of another measure as well, and an address that asks for none there is shows the first', async () => {
		await select(chairs, { Measure: 'Phonics check passed (Year 1)' });
		await press(chairs, 'Show');
		const infants = chairs.getByRole('row').filter({ hasText: schools.owlbeck.name });
		await expect(infants).toContainText(/84\s%/);
		await expect(chairs.getByRole('row').filter({ hasText: schools.fernmarsh.name })).toContainText(
			'none open to you',
		);
		await expectGoodPage(chairs);
		await chairs.goto(`${headline}?measure=<script>`);
		await expect(chairs.getByRole('row').filter({ hasText: schools.fernmarsh.name })).toContainText(/74\s%/);
	});

	await test.step('the school’s story shows the measure that is its own', async () => {
		await chairs.goto(`${headline}?measure=phonics+expected`);
		await chairs.getByRole('link', { name: schools.owlbeck.name }).click();
		await chairs.waitForURL(/\/outcomes\?measure=phonics/);
		await chairs.goto(new URL('story', chairs.url()).pathname);
		await expect(chairs.getByText('All pupils: From 76 %')).toBeVisible();
		await expectGoodPage(chairs);
	});

	await test.step('who is no head sees the page, and of other schools no figure that is the heads’', async () => {
		const staff = await person('papermoon');
		await staff.goto(headline);
		await expect(staff.getByRole('heading', { name: 'Headline figures', level: 1 })).toBeVisible();
		await expect(staff.locator('main')).not.toContainText(/74\s%/);
	});

	let day = '';
	await test.step('a development day has the aims and the figures on its agenda by itself', async () => {
		await chairs.goto(`${root}/meetings`);
		const form = await unfold(chairs.locator('main'), 'Call a meeting');
		await select(form, { 'Who meets': 'The heads, on the development day' });
		await fill(form, { Day: dayFromToday(30), From: '09:00', To: '15:00', Place: 'Owlbeck' });
		await press(form, 'Call the meeting');
		await expect(chairs.getByRole('heading', { name: 'Development day', level: 1 })).toBeVisible();
		day = new URL(chairs.url()).pathname;
		const agenda = section(chairs, 'Agenda');
		await expect(agenda).toContainText('Every child writes at length, and wants to');
		await expectGoodPage(chairs);
		await agenda.getByRole('link', { name: 'Set an aim, or close one' }).click();
		const aim = await unfold(section(chairs, 'Aims of the partnership'), 'Set an aim');
		await fill(aim, { 'What you work towards': 'Talk <b>before</b> writing 😀' });
		await press(aim, 'Set it');
		await expect(chairs.getByRole('heading', { name: 'Talk <b>before</b> writing 😀' })).toBeVisible();
	});

	await test.step('the other heads read it there, and come from it to the figures; who does not come finds nothing', async () => {
		const heads = await person('applecart');
		await heads.goto(day);
		const agenda = section(heads, 'Agenda');
		await expect(agenda).toContainText('Talk <b>before</b> writing 😀');
		await expect(agenda.getByRole('link', { name: 'Set an aim, or close one' })).toHaveCount(0);
		await agenda.getByRole('link', { name: 'The schools’ figures side by side' }).click();
		await expect(heads.getByRole('heading', { name: 'Headline figures', level: 1 })).toBeVisible();
		const staff = await person('papermoon');
		expect((await staff.goto(day))!.status()).toBe(404);
	});
});
