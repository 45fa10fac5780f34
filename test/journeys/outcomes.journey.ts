import { readFileSync } from 'node:fs';
import type { Cookie } from '@playwright/test';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { acceptInvitation, behindTheScenes, sessionOfTheFirst, somebody } from './people/coming-in.ts';
import { choices, expectRefused, field, fill, press, section, select, unfold } from './people/forms.ts';
import * as founding from './people/founding.ts';

test.use({ installation: 'figures from files' });

const chair = somebody('Philippa Inkstand');
const head = somebody('Ottoline Slate');
const otherHead = somebody('Barnaby Chalk');
const [anstey, micheldever] = ['Anstey Junior School', 'Micheldever CofE Primary School'];
const tables = readFileSync(
	new URL('../../src/domain/outcome/import/fixtures/ks2-850-2018-19.csv', import.meta.url),
);

let partnership: string;
let session: Cookie[];

test.beforeAll(
	'a partnership of two schools of Hampshire, and a head of each',
	async ({ browser, product }) => {
		session = await sessionOfTheFirst(product, browser, chair);
		const page = await behindTheScenes(product, browser, session);
		partnership = await founding.found(page, 'Figures of two', 'pair');
		const fromDay = '2018-09-01';
		await founding.addSchool(page, partnership, { urns: [115851], fromDay });
		await founding.addSchool(page, partnership, { urns: [133292], fromDay });
		await founding.invite(page, partnership, head, 'Headteacher', anstey);
		await founding.invite(page, partnership, otherHead, 'Headteacher', micheldever);
		await page.context().close();
	},
);

test('CSC-8 HEP-11 a head brings in DfE’s own file, sees what is left out, and takes it back; whoever organises says once what a spreadsheet’s columns are; small numbers stay hidden', async ({
	as,
	product,
}) => {
	const heads = await as(head.name);
	await acceptInvitation(product, heads, head);
	const file = { name: 'ks2-850-2018-19.csv', mimeType: 'text/csv', buffer: tables };

	await test.step('a file is refused at its field, and what is none of ours in a sentence', async () => {
		await heads.goto(`${partnership}/schools`);
		await heads.getByRole('link', { name: 'Figures from files' }).click();
		await heads.getByRole('link', { name: 'Bring in a file' }).click();
		await expectGoodPage(heads);
		await press(heads, 'Read it');
		await expectRefused(field(heads, 'CSV or Excel file'), 'Choose a file');
		await field(heads, 'CSV or Excel file').setInputFiles({
			...file,
			name: 'a.csv',
			buffer: Buffer.from('🎉\n'),
		});
		await press(heads, 'Read it');
		await expect(heads.getByText('There is no table in this file')).toBeVisible();
		await heads.getByRole('link', { name: 'Choose a file' }).click();
	});

	await test.step('what it says is seen first', async () => {
		await field(heads, 'CSV or Excel file').setInputFiles(file);
		await press(heads, 'Read it');
		await expect(section(heads, 'What it says')).toContainText(
			'The layout of DfE’s key stage 2 performance tables: 8 rows',
		);
		const left = section(heads, 'What is left out, and why');
		await expect(left).toContainText('A total of an authority or of England, not of a school. 3 rows: 7–9');
		await expect(left).toContainText('not among those you bring figures for. 4 rows: 3–6');
		await expectGoodPage(heads);
	});

	await test.step('it is the school’s own until the head says that DfE published it', async () => {
		const bring = section(heads, 'Bring it in');
		await expect(bring).toContainText('A school’s own staff see them, and you.');
		await heads.getByLabel(/^Yes, as I downloaded it from DfE/).check();
		await press(heads, 'Compare it so');
		await expect(bring).toContainText('everyone in the partnership sees them');
		await expectGoodPage(heads);
		await press(heads, /^Bring in \d+ figures/);
		await expect(heads.getByRole('cell', { name: /new, 0 changed/ })).toBeVisible();
		await expectGoodPage(heads);
	});

	await test.step('the chart has its groups side by side; one pupil is not shown, nor those who would tell', async () => {
		await heads.goto(`${partnership}/schools`);
		await heads.getByRole('link', { name: anstey }).click();
		await heads.getByRole('link', { name: 'All figures' }).click();
		await select(heads, { Pupils: /girls, boys/ });
		await press(heads, 'Show');
		await expect(heads.getByText('Girls: 61 % in 2019.')).toBeVisible();
		const table = (await unfold(heads, 'The figures as a table')).getByRole('table');
		const of2019 = table.getByRole('row').filter({ has: heads.getByRole('rowheader', { name: '2019' }) });
		await expect(of2019).toContainText('66%');
		await expectGoodPage(heads);
		await select(heads, { Pupils: /English as an additional/ });
		await press(heads, 'Show');
		await expect(heads.getByText(/Not shown for 2019/)).toBeVisible();
	});

	const chairs = await as(chair.name);
	await chairs.context().addCookies(session);
	await test.step('whoever organises names the columns of a spreadsheet once', async () => {
		await chairs.goto(`${partnership}/outcomes/import`);
		const sheet = `Name of school,Summer,Cohort,Phonics\r\n${anstey},2025,31,0.81\r\n${micheldever},2025,18,0.72\r\n${micheldever},2024,4,0.5\r\nSomewhere else,2025,20,1.4\r\n<script>alert(1)</script>,2025,20,=1+1\r\n`;
		await field(chairs, 'CSV or Excel file').setInputFiles({
			...file,
			name: 'phonics.csv',
			buffer: Buffer.from(sheet),
		});
		await press(chairs, 'Read it');
		await expect(chairs.getByRole('heading', { name: 'What its columns are' })).toBeVisible();
		await expectGoodPage(chairs);
		await press(chairs, /^Read \d+ rows/);
		await expect(chairs.getByText('Say which column has figures, and what they measure.')).toBeVisible();
		await select(choices(chairs, 'Phonics'), { 'What it is': 'Phonics check passed (Year 1)' });
		await chairs.getByLabel(/parts of one/).check();
		await press(chairs, /^Read \d+ rows/);
		await expect(section(chairs, 'What it says')).toContainText('3 new figures');
		await press(chairs, 'Bring in 3 figures');
		await expect(chairs.getByRole('row').filter({ hasText: 'phonics.csv' })).toContainText('3 new');
	});

	await test.step('they are each school’s own until its head shares them', async () => {
		const page = await as(otherHead.name);
		await acceptInvitation(product, page, otherHead);
		const phonics = async (of: string) => {
			await page.goto(`${partnership}/schools`);
			await page.getByRole('link', { name: of }).click();
			await page.getByRole('link', { name: 'All figures' }).click();
			await select(page, { Measure: 'Phonics check passed (Year 1)' });
			await press(page, 'Show');
		};
		await phonics(micheldever);
		await expect(page.getByText('All pupils: 72 % in 2025. Not shown for 2024')).toBeVisible();
		await phonics(anstey);
		await expect(page.getByText('No figures for this measure')).toBeVisible();
		await heads.goto(page.url());
		await expect(heads.getByText('All pupils: 81 % in 2025.')).toBeVisible();
		const sharing = await unfold(heads, 'Who sees your own figures of this measure');
		await sharing.getByLabel('Heads of the partnership').check();
		await press(sharing, 'Save who sees them');
		await page.reload();
		await expect(page.getByText('All pupils: 81 % in 2025.')).toBeVisible();
	});

	await test.step('a figure entered by hand is put right, and taken back', async () => {
		const form = await unfold(heads, 'Add a figure');
		await select(form, { 'Which pupils': 'Girls' });
		await fill(form, { Year: '2024', Figure: '80' });
		await press(form, 'Add the figure');
		await expectRefused(field(form, 'How many pupils'), 'Say how many pupils');
		await fill(form, { 'How many pupils': '14' });
		await press(form, 'Add the figure');
		const own = section(heads, 'Figures entered by hand');
		await expect(own).toContainText('80 % of 14 pupils');
		const change = await unfold(own, /^Change/);
		await fill(change, { Figure: '79', Comment: 'A new scheme.' });
		await press(change, 'Save it');
		await expect(own).toContainText('79 % of 14 pupils');
		await press(await unfold(own, /^Change/), 'Take this figure back');
		await expect(own.getByText('79 %')).toHaveCount(0);
	});

	await test.step('CEN-7 of a year without a figure the school says why; it stands under the chart for those she lets read it', async () => {
		await heads.goto(`${new URL(heads.url()).pathname}?measure=ks2+rwm+expected`);
		const said = section(heads, 'What you say of single years');
		const form = await unfold(said, /^Say something of a year/);
		await fill(form, { Year: '2020' });
		await press(form, 'Add it');
		await expectRefused(field(form, 'What there is to know of it'), 'Say what there is to know');
		await fill(form, { 'What there is to know of it': 'Schools were closed 😀' });
		await form.getByLabel('Heads of the partnership').check();
		await press(form, 'Add it');
		const chart = section(heads, 'Year by year');
		await expect(
			chart.getByRole('listitem').filter({ hasText: '2020 Schools were closed 😀' }),
		).toBeVisible();
		await expectGoodPage(heads);
		const page = await as(otherHead.name);
		await page.goto(heads.url());
		await expect(section(page, 'Year by year')).toContainText('Schools were closed 😀');
		await fill(await unfold(said, /^Say it otherwise/), { 'What there is to know of it': '' });
		await press(said, 'Save it');
		await expect(said.getByText('Say it otherwise')).toHaveCount(0);
		await page.reload();
		await expect(page.getByText('Schools were closed 😀')).toHaveCount(0);
		await heads.goto(`${new URL(heads.url()).pathname}?measure=phonics+expected`);
	});

	await test.step('a file is taken back', async () => {
		await chairs.goto(`${partnership}/outcomes`);
		const row = chairs.getByRole('row').filter({ hasText: 'phonics.csv' });
		await press(await unfold(row, 'Take it back'), 'Take this file back');
		await expect(row).toContainText('taken back');
		await heads.reload();
		await expect(heads.getByText('No figures for this measure')).toBeVisible();
	});
});
