import { cast, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be } from './people/being.ts';
import { choices, expectRefused, field, fill, press, section, select, tick, unfold } from './people/forms.ts';

test.use({ startAs: 'demo', installation: 'demo' });

const words = 'Come and see how pupils <i>read to one another</i> 😀';

test('HEP-8 CSC-17 a head offers what her school’s report found to be good, in her own words; others read these and not the report', async ({
	as,
}) => {
	const heads = await as(cast.inkwell.name);
	await be(heads, cast.inkwell.name);
	await heads.getByRole('link', { name: partnership.name }).first().click();
	await expect(heads.getByRole('heading', { name: partnership.name, level: 1 })).toBeVisible();
	const there = new URL(heads.url()).pathname;
	await heads.goto(`${there}/schools`);
	await heads.getByRole('link', { name: schools.fernmarsh.name }).click();
	await expect(heads.getByRole('heading', { name: schools.fernmarsh.name, level: 1 })).toBeVisible();
	const school = new URL(heads.url()).pathname;
	await heads.goto(`${school}/support`);
	const shared = section(heads, 'What we can share');

	await test.step('what the report found is there to choose from', async () => {
		const found = await unfold(shared, /^Strengths that your reviews found/);
		await expectGoodPage(heads);
		await found
			.getByRole('link', { name: /^Offer this/ })
			.first()
			.click();
		await expect(heads).toHaveURL(/from=/);
		await expect(field(shared, 'What others can learn from you')).not.toHaveValue('');
		await expectGoodPage(heads);
	});

	await test.step('it is said in her own words; what is missing is said by its field', async () => {
		await fill(shared, { 'What others can learn from you': words });
		await select(shared, { 'In which theme': 'Reading' });
		await press(shared, 'Offer it');
		await expectRefused(choices(shared, 'How you share it'), 'Say how you share it.');
		await tick(shared, { 'How you share it': 'You are welcome to visit us' });
		await press(shared, 'Offer it');
		const offer = shared
			.getByRole('listitem')
			.filter({ has: heads.getByRole('heading', { name: 'Reading' }) });
		await expect(offer).toContainText(words);
		await heads.reload();
		await expect(offer.getByRole('link', { name: /^Found in the review/ })).toBeVisible();
		await expectGoodPage(heads);
	});

	await test.step('another head reads the offer, and nothing of the review', async () => {
		const others = await as(cast.thimbleton.name);
		await be(others, cast.thimbleton.name);
		await others.goto(`${there}/support`);
		await expect(others.getByText(words)).toBeVisible();
		await others.goto(`${school}/support`);
		await expect(others.getByText(words)).toBeVisible();
		await expect(others.getByText(/Found in the review|Strengths that/)).toHaveCount(0);
	});
});
