import { addDays, dayAndMonth } from '#domain/calendar/day.ts';
import { nearestSchoolDay, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { londonDay } from '#platform/day.ts';
import { cast, founder, partnership, schools } from '#test/cast.ts';
import { dayWords } from '#ui/text/day-words.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { choices, expectRefused, field, fill, press, section, select, tick, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'a year that is arranged' });

test('CSC-19: a chair asks which days suit, those who are asked answer for themselves and see each other’s answers, and whoever arranges the year reads them', async ({
	as,
}) => {
	const chairs = await as('the chair who plans');
	await be(chairs, cast[founder].name);
	const root = (await chairs.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!;
	await chairs.goto(`${root}/plan`);
	await chairs.getByRole('link', { name: 'Which days suit whom' }).click();
	await chairs.getByRole('link', { name: 'Ask which days suit' }).click();
	const from = nearestSchoolDay(schoolCalendar(), addDays(londonDay(new Date()), 40), 1);
	const to = nearestSchoolDay(schoolCalendar(), addDays(from, 1), 1);
	await fill(chairs, { From: to, To: from });
	await press(chairs, 'Show the days');
	await expectRefused(field(chairs, 'To'), 'The last day lies before the first.');
	await fill(chairs, { From: from, To: to });
	await press(chairs, 'Show the days');
	await expect(choices(chairs, 'Days to ask about').getByRole('checkbox', { checked: true })).toHaveCount(2);
	await fill(chairs, { 'What else they should know': 'Whole days, please.' });
	await press(chairs, 'Ask them');
	await expectRefused(field(chairs, 'What for'), 'Say what the days are for.');
	await expect(field(chairs, 'What else they should know')).toHaveValue('Whole days, please.');
	await expectGoodPage(chairs);
	await fill(chairs, { 'What for': 'Spring reviews' });
	await press(chairs, 'Ask them');
	await expect(chairs.getByRole('heading', { name: 'Spring reviews', level: 1 })).toBeVisible();
	const poll = new URL(chairs.url()).pathname;
	await expectGoodPage(chairs);

	const heads = await as('a head who is asked');
	await be(heads, cast.inkwell.name);
	await section(heads, 'Which days suit you?').getByRole('link', { name: 'Spring reviews' }).click();
	await expect(heads.getByRole('main')).toContainText('Whole days, please.');
	await tick(heads, { [dayWords(from)]: 'I can’t', [dayWords(to)]: 'If need be' });
	await fill(heads, { 'Anything to add': '<b>Mornings</b> only 🙂' });
	await press(heads, 'Send my answer');
	await expect(heads.getByText('You answered on')).toBeVisible();
	await heads.reload();
	await expect(choices(heads, dayWords(from)).getByLabel('I can’t')).toBeChecked();
	await expect(section(heads, 'How the days suit').getByRole('row', { name: dayWords(from) })).toContainText(
		cast.inkwell.name,
	);
	await expect(heads.getByText('<b>Mornings</b> only 🙂')).toBeVisible();
	await expect(heads.getByText('Close it…')).toHaveCount(0);
	await expectGoodPage(heads);
	await heads.goto('/home');
	await expect(section(heads, 'Which days suit you?')).toHaveCount(0);

	const others = await as('somebody who is not asked');
	await be(others, cast.papermoon.name);
	await expect(section(others, 'Which days suit you?')).toHaveCount(0);
	expect((await others.goto(poll))!.status()).toBe(404);
	expect((await others.goto(`${root}/polls/new`))!.status()).toBe(404);
	await others.goto(`${root}/polls`);
	await expect(others.getByText('Nobody has asked you for your days')).toBeVisible();

	// What they said is what a year is arranged by.
	await chairs.goto(`${root}/plan`);
	await chairs.getByRole('link', { name: 'Arrange teams and days' }).click();
	await fill(chairs, { 'Its name': 'With their days' });
	await press(chairs, 'Begin');
	await chairs.getByRole('article', { name: schools.larkspindle.name }).getByRole('link').first().click();
	await select(section(chairs, 'Team'), { Who: cast.inkwell.name });
	await press(section(chairs, 'Team'), 'Put on the team');
	await expect(chairs.getByRole('status').filter({ hasText: cast.inkwell.name }).first()).toBeVisible();
	await fill(chairs, { 'First day': from });
	await press(chairs, 'Put it on this day');
	await expect(chairs.getByRole('main')).toContainText(`${cast.inkwell.name} can’t on ${dayAndMonth(from)}.`);

	await chairs.goto(poll);
	await expect(chairs.getByText(/^1 of \d+ have answered\.$/)).toBeVisible();
	await press(chairs, 'Write to those who have not answered');
	await expect(chairs.getByText('Everybody who has not answered had a letter today.')).toBeVisible();
	await press(await unfold(chairs, 'Close it…'), 'Close it');
	await expect(chairs.getByText('Closed: nobody else is asked')).toBeVisible();
	await heads.goto(poll);
	await expect(section(heads, 'Your answer')).toContainText('You can change it.');
	await heads.goto(`${root}/polls`);
	await expect(heads.getByRole('row', { name: /Spring reviews/ })).toContainText('Closed');
	await expectGoodPage(heads);
});
