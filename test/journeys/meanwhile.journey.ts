import { expect, test } from './harness/journey.ts';
import { sessionOfTheFirst, somebody } from './people/coming-in.ts';
import * as drafting from './people/drafting.ts';
import { districtSchools } from './people/district-schools.ts';
import { field, fill, press, section, tick } from './people/forms.ts';
import * as founding from './people/founding.ts';

test.use({ installation: 'Meanwhile' });
test.describe.configure({ timeout: 180_000 });

const chair = somebody('Ottoline Sedge');
const schools = ['Reed school', 'Rush school'] as const;

test('what was published while a page stood open is told on it, and nothing is replaced unseen', async ({
	as,
	browser,
	product,
}) => {
	const page = await as(chair.name);
	await page.context().addCookies(await sessionOfTheFirst(product, browser, chair));
	const partnership = await founding.found(page, 'Sedgemoor Schools', 'quad');
	const urns = districtSchools('Braintree', schools.length, []);
	for (const [index, name] of schools.entries())
		await founding.addSchool(page, partnership, { urns: [urns[index]!], name });
	const stale = await page.context().newPage();

	await test.step('a first protocol', async () => {
		await stale.goto(`${partnership}/protocol`);
		await founding.publishProtocol(page, partnership, 'Consortium of quads with a steering group');
		await tick(stale, {
			'Which is closest to how you review?': 'Family with independent chair and full protocol',
		});
		await press(stale, 'Publish it as it is');
		await expect(stale.getByText('Somebody else published a protocol meanwhile')).toBeVisible();
		await expect(section(stale, 'Versions').getByRole('listitem')).toHaveCount(1);
	});

	await test.step('a version newer than the one a draft was about to be taken along to', async () => {
		await founding.formGroup(page, partnership, 'Oak', schools);
		const own = await drafting.adapt(page, partnership, 'Oak');
		const publish = async (starts: string, number: number) => {
			const draft = await drafting.change(page, partnership);
			await drafting.write(page, draft, 'day', { 'The day starts at': starts });
			await drafting.decide(page, draft, `Publish version ${number}`, 'Agreed by the heads.');
			await expect(page).toHaveURL(`${partnership}/protocol`);
		};
		await publish('08:15', 2);
		await stale.goto(own);
		await expect(section(stale, 'Version 2 has come out since')).toBeVisible();
		await publish('08:20', 3);
		await press(stale, 'Take this draft along to version 2');
		const newer = section(stale, 'Version 3 has come out since');
		await expect(newer.getByText('Another version has come out meanwhile')).toBeVisible();
		await expect(newer.locator('ins')).toContainText(['08:20']);
		await press(newer, 'Take this draft along to version 3');
		await expect(newer).toHaveCount(0);
	});

	await test.step('what another wrote in the same part is replaced by a press, never by going on typing', async () => {
		const draft = await drafting.change(page, partnership);
		await stale.goto(`${draft}/day`);
		await drafting.write(page, draft, 'day', { 'The day starts at': '07:45' });
		const refused = stale.waitForResponse((one) => one.url().includes('?/save'));
		await fill(stale, { 'It ends at': '15:30' });
		await refused;
		await expect(stale.getByText(`${chair.name} changed this part meanwhile`)).toBeVisible();
		await fill(stale, { 'It ends at': '15:40' });
		await stale.waitForTimeout(2_500);
		await page.reload();
		await expect(field(page, 'The day starts at')).toHaveValue('07:45');
		await expect(field(stale, 'It ends at')).toHaveValue('15:40');
		await drafting.save(stale);
		await page.reload();
		await expect(field(page, 'It ends at')).toHaveValue('15:40');
	});
});
