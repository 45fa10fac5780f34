import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { item, paragraph, styled, wordFile } from '#platform/word-file/word-file.fixture.ts';
import { cast, founder, partnership, schools } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { be, reviewToday } from './people/being.ts';
import { expectRefused, field, press, section, select } from './people/forms.ts';
import * as opening from './people/opening.ts';

// What leaves the building: the report in every form it is taken in, each for those who may have it, and a report that comes in.

test.use({ startAs: 'demo', installation: 'papers' });

const host = cast.inkwell.name;
const reviewer = cast[founder].name;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The ways in which a report is taken along, by what each answers. */
const files = {
	'/report/report.pdf': 'application/pdf',
	'/report/report.docx': word,
	'/report/summary/summary.pdf': 'application/pdf',
};
const pages = ['/report/print', '/report/summary'];

async function expectTakes(page: Page, review: string, takes: boolean): Promise<void> {
	for (const [path, type] of Object.entries(files)) {
		const answer = await page.request.get(review + path);
		expect([path, answer.status()]).toEqual([path, takes ? 200 : 404]);
		if (takes) expect(answer.headers()['content-type']).toBe(type);
	}
	for (const path of pages) expect((await page.request.get(review + path)).status()).toBe(takes ? 200 : 404);
}

test('NFS-12 the published report is taken along as PDF, for Word, on a page to print and in one page for governors, by whoever reads it', async ({
	as,
}) => {
	const hosts = await as(host);
	const governors = await as(cast.ropewalk.name);
	const others = await as(cast.applecart.name);
	await be(hosts, host);
	await be(governors, cast.ropewalk.name);
	await be(others, cast.applecart.name);
	await hosts.getByRole('link', { name: partnership.name }).first().click();
	const link = hosts.locator('a[href^="/reviews/"]', { hasText: schools.fernmarsh.name }).last();
	const review = (await link.getAttribute('href'))!;

	await expectTakes(hosts, review, true);
	await expectTakes(governors, review, false);
	await expectTakes(others, review, false);

	await hosts.goto(`${review}/report`);
	const along = hosts.getByRole('navigation', { name: 'Take it with you' });
	await expect(along.getByRole('link')).toHaveText([
		...['Report for Word', 'Report as a page to print', 'Summary for governors'],
	]);
	await along.getByRole('link', { name: 'Report as a page to print' }).click();
	await expect(hosts.getByRole('heading', { level: 1 })).toHaveText(
		`Peer review at ${schools.fernmarsh.name}`,
	);
	await expect(hosts.getByRole('navigation')).toHaveCount(0);
	await expect(hosts.getByRole('table').getByRole('columnheader')).toHaveText(['Name', 'As', 'Signed']);
	await expectGoodPage(hosts);

	await opening.openTo(hosts, review, 'the host’s governors', {
		by: host,
		sentence: 'The report is read by the review team, the host headteacher and the host’s governors.',
	});
	await expectTakes(governors, review, true);
	await governors.goto(`${review}/report/summary`);
	await expect(governors.getByRole('heading', { level: 2 })).toHaveText([
		'Strengths',
		'Areas for development',
	]);
	await expect(governors.getByRole('article')).not.toContainText(/Rests on|A pupil,/);
	await expectGoodPage(governors);
	await hosts.goto(`${review}/sharing`);
	await press(opening.thing(hosts, 'The report').getByRole('listitem').first(), /^Take back/);
	await expect(section(hosts, 'Taken back').getByRole('listitem')).toHaveCount(1);
	await expectTakes(governors, review, false);
});

test('CSC-11 CSC-14 the team takes its evidence along in two columns, and brings an older report in from Word, seeing what has no place', async ({
	as,
}) => {
	const reviewers = await as(reviewer);
	await be(reviewers, reviewer);
	const review = await reviewToday(reviewers);
	const hosts = await as(cast.saltmarrow.name);
	await be(hosts, cast.saltmarrow.name);

	for (const path of ['/day/record', '/day/record/record.pdf', '/day/record/record.docx', '/report/import']) {
		expect([path, (await reviewers.request.get(review + path)).status()]).toEqual([path, 200]);
		expect([path, (await hosts.request.get(review + path)).status()]).toEqual([path, 404]);
	}
	await reviewers.goto(`${review}/report`);
	const along = reviewers.getByRole('navigation', { name: 'Take it with you' });
	await along.getByRole('link', { name: 'Evidence record' }).click();
	await expect(reviewers.getByRole('table').first().getByRole('columnheader')).toHaveText([
		...['What we saw or heard', 'So what?'],
	]);
	await expectGoodPage(reviewers);

	await reviewers.goto(`${review}/report`);
	await along.getByRole('link', { name: 'Bring in a report from Word' }).click();
	const choosing = section(reviewers, 'Choose the file');
	const choose = async (buffer: Buffer) => {
		await choosing.locator('input[type=file]').setInputFiles({ name: 'report.docx', mimeType: word, buffer });
		await press(choosing, 'Read it');
	};
	await choose(Buffer.from('not a Word file'));
	await expectRefused(field(choosing, 'Word document'), 'could not be read as a Word file');
	// Larger than 4 MB by its picture, as reports are.
	const picture = randomBytes(5_000_000);
	const body = [
		styled('Title', 'Review of 2023'),
		styled('Heading1', '1. STRENGTHS'),
		paragraph('Every class has books that children fight over.'),
		item('Old ones'),
		styled('Heading1', 'Next steps'),
		paragraph('Mend the oldest.'),
	];
	await choose(Buffer.from(await wordFile(body.join(''), { 'word/media/image1.png': picture })));
	const pieces = section(reviewers, 'Where it goes');
	await expect(pieces).toContainText('2 pieces could not be placed');
	await expect(pieces.getByRole('group', { name: '1. STRENGTHS' })).toContainText('Taken for ‘Strengths’');
	await expectGoodPage(reviewers);
	const spoilt = await reviewers.request.post(`${review}/report/import?/add`, {
		form: { pieces: '[{', 'heading-0': 'strengths' },
		headers: { accept: 'text/html', origin: new URL(reviewers.url()).origin },
	});
	expect(spoilt.status()).toBe(400);
	expect(await spoilt.text()).toContain('What was read did not arrive whole. Choose the file again.');
	await select(pieces.getByRole('group', { name: 'Next steps' }), { 'Goes under': 'Areas for development' });
	await press(pieces, 'Add to the report');
	await expect(reviewers).toHaveURL(`${review}/report`);
	await expect(section(reviewers, 'Strengths')).toContainText(
		'Every class has books that children fight over.',
	);
	const better = section(reviewers, 'Areas for development');
	await expect(better.getByRole('heading', { level: 3, name: 'Next steps' })).toBeVisible();
	await expect(better).toContainText('Mend the oldest.');
	await expect(reviewers.getByText('Review of 2023')).toHaveCount(0);
});
