import { cast, founder, partnership, schools, type PersonKey } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { choices, expectRefused, field, fill, press, section, select, unfold } from './people/forms.ts';
import { dayFromToday } from './people/proposing.ts';

test.use({ startAs: 'demo', installation: 'meetings' });

const trio = 'Brook trio';

test('NFS-15 NFS-28 CEN-4 a year’s meetings are planned, heads release what is read there, it is minuted, and what was promised is waited for', async ({
	as,
}) => {
	const person = async (who: PersonKey) => {
		const page = await as(cast[who].name);
		await be(page, cast[who].name);
		return page;
	};
	const chairs = await person(founder);
	const root = `${(await chairs.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!}/meetings`;

	await test.step('the chair sees the days of a series before it is called', async () => {
		await chairs.goto(root);
		await expectGoodPage(chairs);
		await chairs.getByRole('link', { name: 'Plan a year’s meetings' }).click();
		const year = field(chairs, 'School year');
		await year.selectOption({ index: 1 });
		await select(chairs, { 'Who meets': 'The governors', 'How often': 'Once each half-term' });
		await select(chairs, { 'On the': 'second', 'Day of the week': 'Tuesday' });
		await fill(chairs, { From: '16:00', To: '15:00', Place: 'Owlbeck' });
		await press(chairs, 'Show the days');
		await expectRefused(field(chairs, 'To'), 'A meeting ends after it begins.');
		await fill(chairs, { To: '17:30' });
		await press(chairs, 'Show the days');
		const days = choices(chairs, 'Meetings to call');
		await expect(days.getByRole('checkbox')).toHaveCount(6);
		await expect(days.getByText(/^Tuesday/)).toHaveCount(6);
		await expectGoodPage(chairs);
		await days.getByRole('checkbox').last().uncheck();
		await press(chairs, 'Call these meetings');
		const coming = chairs.getByRole('list', { name: 'Meetings to come' });
		await expect(coming.getByRole('link', { name: /^Governors’ meeting, Tuesday/ })).toHaveCount(5);
	});

	const call = async (day: string) => {
		await chairs.goto(root);
		const form = await unfold(chairs.locator('main'), 'Call a meeting');
		await select(form, { 'Who meets': trio });
		await fill(form, { Day: day, From: '23:00', To: '23:30', Place: 'Fernmarsh' });
		await press(form, 'Call the meeting');
		await expect(chairs.getByRole('heading', { name: `Meeting of ${trio}` })).toBeVisible();
		return new URL(chairs.url()).pathname;
	};
	const next = await call(dayFromToday(1));
	const today = await call(dayFromToday(0));

	const released: PersonKey[] = ['inkwell', 'thimbleton'];
	await test.step('two heads release their progress to it, and the third does not', async () => {
		for (const who of released) {
			const page = await person(who);
			await page.goto(today);
			await section(page, 'From your school')
				.getByRole('button', { name: /^Release the report to this meeting/ })
				.first()
				.click();
			await expect(section(page, 'From your school')).toContainText('released to this meeting');
			await expectGoodPage(page);
		}
		const third = await person('hedgepath');
		await third.goto(today);
		const agenda = section(third, 'Agenda');
		for (const school of ['fernmarsh', 'tumblebrook'] as const)
			await expect(agenda.getByRole('heading', { name: schools[school].name })).toBeVisible();
		await expect(agenda.getByRole('heading', { name: schools.marrowfield.name })).toHaveCount(0);
		await expect(agenda.getByRole('button')).toHaveCount(0);
	});

	await test.step('it is minuted, by two at once, and somebody promises something', async () => {
		await chairs.goto(today);
		const adding = await unfold(section(chairs, 'Agenda'), 'Put something on the agenda');
		await fill(adding, { 'What it is about': 'Moderating writing <b>together</b> 😀', Minutes: '20' });
		await press(adding, 'Put it on the agenda');
		await expect(section(chairs, 'Agenda')).toContainText('Moderating writing <b>together</b> 😀');
		await expectGoodPage(chairs);

		const others = await person('ledgerly');
		await others.goto(today);
		await fill(section(others, 'Minutes'), { 'Who else was there': 'A guest of Owlbeck' });

		const minutes = section(chairs, 'Minutes');
		await choices(minutes, `${cast.hedgepath.name}, ${schools.marrowfield.name}`)
			.getByLabel('Sent apologies')
			.check();
		await fill(minutes, {
			'Moderating writing <b>together</b> 😀': 'In May, at Fernmarsh.',
			Decisions: '1. We moderate in May.\n2. Everybody brings six books.',
		});
		await press(minutes, 'Save the minutes');
		await expect(minutes).toContainText('Version 1');
		await expect(
			minutes.getByRole('listitem').filter({ hasText: 'Everybody brings six books.' }),
		).toBeVisible();

		await press(section(others, 'Minutes'), 'Save the minutes');
		await expect(others.getByText('saved the minutes while you wrote')).toBeVisible();
		await expect(field(section(others, 'Minutes'), 'Who else was there')).toHaveValue('A guest of Owlbeck');
		await expect(section(others, 'Minutes')).toContainText('Everybody brings six books.');

		const promising = await unfold(section(chairs, 'What was promised here'), 'Note a promise');
		await select(promising, { Who: cast.thimbleton.name });
		await fill(promising, { What: 'Ask for a day in May', 'By when': '2020-01-01' });
		await press(promising, 'Note it');
		await expectRefused(field(promising, 'By when'), 'Choose a day after it.');
		await fill(promising, { 'By when': dayFromToday(3) });
		await press(promising, 'Note it');
		await expect(section(chairs, 'What was promised here')).toContainText('Ask for a day in May');
		await expectGoodPage(chairs);
	});

	await test.step('a head of another group, a deputy and a senior leader find none of it', async () => {
		for (const who of ['saltmarrow', 'tealeaf', 'papermoon'] as const) {
			const page = await person(who);
			for (const path of [today, `${today}/print`, next])
				expect((await page.request.get(path)).status()).toBe(404);
			await page.goto(root);
			await expect(page.getByRole('heading', { name: 'Meetings', exact: true })).toBeVisible();
			await expect(page.getByText(trio)).toHaveCount(0);
		}
	});

	await test.step('the promise stands on her Home and on the next agenda, until she says in one press that it is done', async () => {
		const page = await person('thimbleton');
		await expect(section(page, 'What you promised')).toContainText('Ask for a day in May');
		await expectGoodPage(page);
		await page.goto(next);
		await expect(section(page, 'Agenda')).toContainText(`${cast.thimbleton.name}: Ask for a day in May`);
		await page.goto(`${today}/print`);
		await expect(page.getByRole('heading', { name: 'Minutes', exact: true })).toBeVisible();
		await expect(page.getByText('Ask for a day in May')).toBeVisible();
		await expectGoodPage(page);
		await page.goto('/home');
		await press(page, 'It is done : Ask for a day in May');
		await expect(page.getByText('Ask for a day in May')).toHaveCount(0);
		await page.goto(next);
		await expect(section(page, 'Agenda')).not.toContainText('Ask for a day in May');
	});
});
