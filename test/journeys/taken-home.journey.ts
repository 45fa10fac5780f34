import { schoolYearName } from '#domain/calendar/school-year.ts';
import { londonDay } from '#platform/day.ts';
import { cast, partnership, schools } from '#test/cast.ts';
import { daysOf } from '#test/demo/days.ts';
import { programme } from '#test/demo/programme.ts';
import { fernmarsh } from '#test/demo/reviews/fernmarsh.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { choices, expectRefused, field, fill, press, section, tick, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'demo' });

const reviewer = cast.papermoon.name;
const head = cast.applecart.name;
const { weeks } = programme.find(({ story }) => story === fernmarsh)!;
const year = schoolYearName(daysOf(londonDay(new Date()), weeks).day);
const words = 'Two pieces <b>side by side</b> 😀, and one question.';

test('CEN-15 a reviewer writes down what they take home, lets their head read one thing of it, and the partnership sees how many', async ({
	as,
}) => {
	const reviewers = await as(reviewer);
	await be(reviewers, reviewer);
	await reviewers.getByRole('link', { name: partnership.name }).first().click();
	await reviewers
		.getByRole('row')
		.filter({ has: reviewers.getByRole('link', { name: schools.fernmarsh.name }) })
		.last()
		.getByRole('link')
		.first()
		.click();
	await reviewers.getByRole('link', { name: 'Write down what you take home', exact: true }).click();
	await expect(reviewers.getByRole('heading', { name: 'What you take home', level: 1 })).toBeVisible();
	const page = new URL(reviewers.url()).pathname;
	const form = section(reviewers, 'Write something down');
	const own = section(reviewers, 'Taken home').getByRole('listitem').filter({ hasText: 'and one question' });

	await test.step('it says who reads it, and what is missing; nothing typed is lost', async () => {
		await expect(reviewers.getByText('You alone read this')).toBeVisible();
		await fill(form, { 'What you take home': words });
		await press(form, 'Write it down');
		await expectRefused(choices(form, 'What kind of thing it is'), 'Choose what kind of thing it is.');
		await expect(field(form, 'What you take home')).toHaveValue(words);
		await tick(form, { 'What kind of thing it is': 'A resource' });
		await press(form, 'Write it down');
		await expect(own).toContainText(words);
		await expectGoodPage(reviewers);
	});

	const heads = await as(head);
	await be(heads, head);
	const total = heads.getByRole('row').filter({ hasText: schools.owlbeck.name }).first();
	const gathered = section(heads, 'What reviewers took home');

	await test.step('their head reads how many, and no word of it before they let them', async () => {
		await heads.goto(page);
		await expect(heads.getByRole('heading', { name: 'What you take home' })).toHaveCount(0);
		await heads.goto('/home');
		const there = await heads.getByRole('link', { name: partnership.name }).first().getAttribute('href');
		await heads.goto(`${there}/look-backs/${year}`);
		await expect(total.getByRole('cell').first()).toHaveText('1');
		await expect(gathered).not.toContainText('and one question');
		await expectGoodPage(heads);
		const otherwise = await unfold(own, 'Put it right');
		await otherwise.getByLabel('Let the head of my school read it').check();
		await press(otherwise, 'Save');
		await expect(own).toContainText('The head of your school reads it');
		await heads.reload();
		await expect(gathered).toContainText(words);
	});

	await test.step('the school that was reviewed reads how many, too, and no word', async () => {
		const hosts = await as(cast.inkwell.name);
		await be(hosts, cast.inkwell.name);
		await hosts.goto(new URL(heads.url()).pathname);
		await expect(section(hosts, 'What reviewers took home')).toContainText(schools.owlbeck.name);
		await expect(hosts.getByText('and one question')).toHaveCount(0);
	});

	await test.step('taken back it is gone, and not counted', async () => {
		const back = await unfold(own, 'Take it back');
		await press(back, 'Take it back');
		await expect(own).toHaveCount(0);
		await heads.reload();
		await expect(gathered).not.toContainText('and one question');
		await expect(total.getByRole('cell').first()).toHaveText('0');
	});
});
