import { cast, founder, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { expectRefused, field, fill, press, section, select } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'a head who leaves' });

test('CSC-18 a chair has next year’s trios proposed from what schools need and can share, reads why, and adopts them under names; nobody else finds the proposal', async ({
	as,
}) => {
	const chairs = await as('the chair who plans');
	await be(chairs, cast[founder].name);
	const root = (await chairs.getByRole('link', { name: partnership.name }).first().getAttribute('href'))!;
	await chairs.goto(`${root}/groups`);
	await chairs.getByRole('link', { name: 'Have them proposed' }).click();
	await expect(chairs.getByRole('heading', { name: 'Have each trio proposed' })).toBeVisible();
	const year = await field(chairs, 'School year').inputValue();
	await fill(chairs, { 'Fewest schools in a trio': '5' });
	await press(chairs, 'Propose');
	await expectRefused(field(chairs, 'Most schools in a trio'), 'cannot have fewer schools at most');
	await expectGoodPage(chairs);

	await fill(chairs, { 'Fewest schools in a trio': '2', 'Most schools in a trio': '3' });
	// What a chair knows of two schools binds; half a pair is refused where it stands.
	await select(chairs, { 'Pair 1: a school': schools.quillhaven.name });
	await press(chairs, 'Propose');
	await expectRefused(field(chairs, 'Pair 1: another'), 'Choose a school that takes part');
	await select(chairs, {
		'Pair 1: another': schools.fernmarsh.name,
		'Pair 1: what holds for the two': 'They are together in one trio',
	});
	await press(chairs, 'Propose');
	await expect(chairs.getByText('There is no better one by the measures we use')).toBeVisible();
	const together = new RegExp(
		`${schools.quillhaven.name}.*${schools.fernmarsh.name}|${schools.fernmarsh.name}.*${schools.quillhaven.name}`,
	);
	await expect(chairs.getByRole('heading', { name: together })).toHaveCount(1);
	const groups = chairs.getByRole('region').filter({ hasText: 'Worth' });
	await expect(groups).toHaveCount(3);
	const everyName = Object.values(schools).map(({ name }) => name);
	for (const name of everyName)
		await expect(groups.filter({ has: chairs.getByRole('heading', { name }) })).toHaveCount(1);
	await expect(chairs.getByText(/can help .* with .*\./).first()).toBeVisible();
	await expect(chairs.getByText(/the whole plan would lose|a plan just as good/).first()).toBeVisible();
	await expectGoodPage(chairs);
	const address = new URL(chairs.url()).pathname;

	const heads = await as('a head who is no chair');
	await be(heads, cast.inkwell.name);
	expect((await heads.goto(address))!.status()).toBe(404);
	expect((await heads.goto(`${root}/groups/propose`))!.status()).toBe(404);

	const adopting = section(chairs, 'Adopt it');
	const names = adopting.getByRole('textbox');
	await names.nth(0).fill('Willow trio');
	await names.nth(1).fill('Willow trio');
	await names.nth(2).fill('Alder trio');
	await press(adopting, 'Make these our groups');
	await expectRefused(names.nth(1), 'Each group has a name of its own.');
	await names.nth(1).fill('Hazel trio');
	await press(adopting, 'Make these our groups');
	await expect(chairs).toHaveURL(`${root}/groups`);
	for (const name of ['Willow trio', 'Hazel trio', 'Alder trio'])
		await expect(section(chairs, name)).toContainText(year);
	await chairs.goto(address);
	await expect(section(chairs, 'Adopt it')).toContainText(`These are your groups for ${year}`);
	// The same once more would lie over them.
	await chairs.getByRole('link', { name: 'Ask anew' }).click();
	await fill(chairs, { 'School year': year, 'Fewest schools in a trio': '2', 'Most schools in a trio': '3' });
	await press(chairs, 'Propose');
	await expect(section(chairs, 'Adopt it')).toContainText('they stay as they are');
});
