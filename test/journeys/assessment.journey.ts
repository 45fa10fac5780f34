import { cast, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { expectRefused, field, fill, press, section, select, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'demo' });

test('CSC-27 a head says by which systems the school assesses, and everybody sees what schools have in common', async ({
	as,
}) => {
	const heads = await as(cast.applecart.name);
	await be(heads, cast.applecart.name);
	await heads.goto((await heads.locator('a[href^="/partnerships/"]').first().getAttribute('href'))!);
	await heads.getByRole('link', { name: 'Schools', exact: true }).click();
	await heads.getByRole('link', { name: schools.owlbeck.name }).first().click();
	await heads.waitForURL(/\/schools\/[0-9a-f-]+$/);
	await heads.goto(`${new URL(heads.url()).pathname}/outcomes`);
	await heads.getByRole('link', { name: 'Assessment systems' }).click();
	await expect(heads.getByRole('heading', { name: 'Assessment systems', level: 1 })).toBeVisible();
	await expect(heads.getByText('One system is used by more than one school.')).toBeVisible();
	const form = section(heads, 'Add a system');
	const row = heads.getByRole('row').filter({ hasText: 'Ladder Reading' });
	const own = section(heads, 'What your school uses')
		.getByRole('listitem')
		.filter({ hasText: 'Ladder Reading' });

	await test.step('what is missing is said by its field, and nothing typed is lost', async () => {
		await expect(field(form, 'Which system')).toHaveAttribute('list', /./);
		await fill(form, {
			'Which system': ' ladder  READING',
			'For which year groups and subjects': 'Year 2 <b>readers</b> 😀',
		});
		await press(form, 'Add it');
		await expectRefused(field(form, 'Since which school year'), 'Choose the school year.');
		await expect(field(form, 'For which year groups and subjects')).toHaveValue(/😀/);
		await expectGoodPage(heads);
	});

	await test.step('however it is spelt it is the same system, and stands with the schools that use it', async () => {
		await select(form, { 'Since which school year': '2024-25' });
		await press(form, 'Add it');
		await expect(row).toContainText('Year 2 <b>readers</b> 😀; since 2024-25');
		await expect(row).toContainText(schools.quillhaven.name);
		await expect(heads.getByText('2 systems are used by more than one school.')).toBeVisible();
		await expectGoodPage(heads);
	});

	await test.step('who is no head reads it and says nothing; put right or taken back it is so for all', async () => {
		const staff = await as(cast.papermoon.name);
		await be(staff, cast.papermoon.name);
		await staff.goto(new URL(heads.url()).pathname);
		await expect(staff.getByText('2 systems are used by more than one school.')).toBeVisible();
		await expect(staff.getByRole('button', { name: 'Add it' })).toHaveCount(0);
		const otherwise = await unfold(own, 'Put it right');
		await select(otherwise, { 'The last school year': '2024-25' });
		await press(otherwise, 'Save');
		await expect(own).toContainText('2024-25 to 2024-25');
		await expect(row).not.toContainText(schools.owlbeck.name);
		const back = await unfold(own, 'Take it back');
		await press(back, 'Take it back');
		await expect(own).toHaveCount(0);
	});
});
