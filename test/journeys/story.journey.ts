import { cast, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { fill, press, section, select, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'demo' });

test('CEN-8 KSA-1 a school’s story on one page: reviews and what became of their findings, what else happened, its profile by year', async ({
	as,
}) => {
	const heads = await as(cast.applecart.name);
	await be(heads, cast.applecart.name);
	await heads.getByRole('link', { name: partnership.name }).first().click();
	await heads.getByRole('link', { name: 'Schools', exact: true }).click();
	await expect(heads.getByRole('heading', { name: 'Schools', level: 1, exact: true })).toBeVisible();
	await heads.getByRole('link', { name: schools.owlbeck.name }).first().click();
	await heads.getByRole('link', { name: 'Story' }).click();
	await expect(heads.getByRole('heading', { name: `The story of ${schools.owlbeck.name}` })).toBeVisible();
	const story = new URL(heads.url()).pathname;
	const told = section(heads, 'Year by year');
	await expect(told).toContainText(
		'Peer review: What do children in Year 1 learn when they choose for themselves?',
	);
	await expect(told.getByText('A reason to write in every corner')).toBeVisible();

	await test.step('what is refused keeps what was typed', async () => {
		const form = await unfold(told, 'Tell what else happened');
		await select(form, { 'What it was': 'Inspection' });
		await fill(form, { Year: 'two years ago', 'What happened': 'Reading <b>strong</b> 😀' });
		await press(form, 'Tell it');
		await expect(form.getByText('Write the year like 2016.').first()).toBeVisible();
		await fill(form, { Year: '2024' });
		await press(form, 'Tell it');
		await expect(told.getByText('Reading <b>strong</b> 😀').first()).toBeVisible();
		await expect(told).toContainText('Only people of the school read this.');
	});

	await test.step('the profile of a year is entered and put right', async () => {
		const form = await unfold(section(heads, 'The school'), /^Add a year/);
		await fill(form, { 'Pupils on roll': '172', 'SEND, in percent': '14.5' });
		await press(form, 'Add it');
		await expect(heads.getByRole('row').filter({ hasText: '14.5%' })).toBeVisible();
		await expectGoodPage(heads);
	});

	await test.step('R4 others find the page without what is not theirs', async () => {
		const others = await as(cast.ledgerly.name);
		await be(others, cast.ledgerly.name);
		await others.goto(story);
		await expect(others.getByRole('row').filter({ hasText: '14.5%' })).toBeVisible();
		await expect(others.getByText('Reading <b>strong</b> 😀')).toHaveCount(0);
		await expect(others.getByText('A reason to write in every corner')).toHaveCount(0);
		await expect(others.getByText('Tell what else happened')).toHaveCount(0);
		await expectGoodPage(others);
	});
});
