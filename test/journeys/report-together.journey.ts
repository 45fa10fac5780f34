import type { Page } from '@playwright/test';
import { cast } from '#test/cast.ts';
import { expectGoodPage } from './harness/accessibility.ts';
import { expect, test } from './harness/journey.ts';
import { forgiveNoSignal } from './harness/watch.ts';
import { be, reviewToday } from './people/being.ts';
import { field, press, section, unfold } from './people/forms.ts';
import { tabTo } from './people/keyboard.ts';
import { expectReads } from './people/opening.ts';
import * as reviewing from './people/reviewing.ts';

test.use({ startAs: 'demo', installation: 'report together' });
test.describe.configure({ timeout: 300_000 });

const heading = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();

/** Adds a line at the end of a heading, and waits until the server has it. */
async function write(page: Page, label: string, words: string): Promise<void> {
	await heading(page, label).click();
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.type(words);
}

test('KSA-3 CEN-2 CEN-5 NFS-9 NFS-10 four write one report at once, one of them without signal; signed, answered and published', async ({
	as,
	faults,
}) => {
	const names = [cast.inkwell.name, cast.papermoon.name, cast.lanternby.name, cast.foxglove.name];
	const [first, second, third, fourth] = (await Promise.all(
		names.map(async (name) => {
			const page = await as(name);
			await be(page, name);
			return page;
		}),
	)) as [Page, Page, Page, Page];
	const all = [first, second, third, fourth];
	const host = await as(cast.saltmarrow.name);
	await be(host, cast.saltmarrow.name);
	const review = await reviewToday(first);
	for (const page of all) await page.goto(`${review}/report`);

	await test.step('what one writes all see, with who is there', async () => {
		await write(first, 'Strengths', 'Pupils talk about books.');
		await first.keyboard.press('Enter');
		await first.keyboard.type('They read to each other.');
		for (const page of all)
			await expect(heading(page, 'Strengths')).toContainText('They read to each other.');
		await expect(second.getByRole('list', { name: 'Writing with you' }).getByRole('listitem')).toHaveCount(3);
	});

	await test.step('the tools are reached by keyboard, with arrows from one to the next', async () => {
		await tabTo(second.getByRole('button', { name: 'Bold' }));
		await second.keyboard.press('ArrowRight');
		await expect(second.getByRole('button', { name: 'Italic' })).toBeFocused();
		await second.keyboard.press('End');
		await expect(second.getByRole('button', { name: 'Comment', exact: true })).toBeFocused();
		await second.keyboard.press('ArrowRight');
		await expect(second.getByRole('button', { name: 'Bold' })).toBeFocused();
	});

	await test.step('without signal one goes on writing; what another deleted meanwhile is offered, and put back', async () => {
		await fourth.context().setOffline(true);
		await write(fourth, 'Strengths', ' In every room we went to.');
		await expect(fourth.getByText(/No signal\. What you write is kept/).first()).toBeVisible();
		await heading(first, 'Strengths').click();
		await first.keyboard.press('ControlOrMeta+a');
		await first.keyboard.type('Reading is loved here.');
		await saved(first);
		await fourth.context().setOffline(false);
		await saved(fourth);
		for (const page of all) {
			await expect(heading(page, 'Strengths')).toContainText('Reading is loved here.');
			const lost = page.getByText('Written and deleted in the same moment');
			await expect(lost).toBeVisible({ timeout: 15_000 });
			await expect(page.getByText('In every room we went to.').first()).toBeVisible();
		}
		await press(third, 'Put them back');
		for (const page of all) {
			await expect(heading(page, 'Strengths')).toContainText('In every room we went to.');
			await expect(page.getByText('Written and deleted in the same moment')).toHaveCount(0);
		}
		forgiveNoSignal(faults);
	});

	await test.step('one suggests other words, another writes it so', async () => {
		await write(second, 'Areas for development', 'Marking could do more.');
		await second.keyboard.press('ControlOrMeta+a');
		await press(second, 'Comment');
		await second.getByLabel('What you want to say').fill('Say whose.');
		await second.getByLabel('What could stand there instead').fill('Marking in Year 4 could do more.');
		await press(second, 'Save the comment');
		await expect(third.getByText('Say whose.', { exact: true })).toBeVisible();
		await expect(section(third, 'To put right first')).toContainText('is not settled: ‘Say whose.’');
		const answer = await unfold(third, 'Answer');
		await field(answer, 'Your answer').fill('I saw it too.');
		await press(answer, 'Save the answer');
		await expect(first.getByText('I saw it too.')).toBeVisible();
		await press(first, 'Write it so');
		for (const page of all)
			await expect(heading(page, 'Areas for development')).toContainText('Marking in Year 4 could do more.');
		await expect(section(third, 'Before it is signed')).not.toContainText('Say whose.');
		await expectGoodPage(first);
	});

	await test.step('what is pasted from Word becomes clean structure', async () => {
		await heading(third, 'Questions to think about').click();
		await heading(third, 'Questions to think about').evaluate((element) => {
			const data = new DataTransfer();
			data.setData(
				'text/html',
				`<h1 style="color:red">What next?</h1><script>alert(1)</script><p><del>Gone</del>Who <b>reads</b>?</p>
				<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;</span></span>Who writes?</p>
				<table><tr><td>Year 1</td><td>Some</td></tr></table><img src="x" onerror="alert(2)">`,
			);
			element.dispatchEvent(
				new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
			);
		});
		const there = heading(first, 'Questions to think about');
		await expect(there.getByRole('heading', { name: 'What next?' })).toBeVisible();
		await expect(there.getByRole('listitem')).toHaveText('Who writes?');
		await expect(there.locator('strong')).toHaveText('reads');
		await expect(there).toContainText('Year 1 – Some');
		expect(await there.innerHTML()).not.toMatch(/Gone|alert|style="color|<img src|<table/);
	});

	await test.step('it outlives a reload, and each sees who wrote what', async () => {
		await write(fourth, 'Comment on the review itself', 'Time with pupils was well spent.');
		await saved(fourth);
		await first.reload();
		await expect(heading(first, 'Strengths')).toContainText('In every room we went to.');
		await first.getByRole('link', { name: 'How it came about' }).click();
		await expect(first).toHaveURL(/history$/);
		await first.reload();
		await expect(section(first, 'Who wrote what')).toContainText(cast.foxglove.name);
		await field(first, 'Keep the report as it stands under a name').fill('Before we signed');
		await press(first, 'Keep this version');
		await first.getByRole('link', { name: /^What has changed since/ }).click();
		await expect(first.getByText('The words are the same as they were.')).toBeVisible();
		await expectGoodPage(first);
	});

	await test.step('the desk check has a name in it, whoever wrote it; one looks and sets it aside for all', async () => {
		await write(second, 'Comment on the review itself', ' Jaden showed us round.');
		const desk = (page: Page) => section(page, 'Before it is signed');
		const named = desk(third).getByRole('listitem').filter({ hasText: '‘Jaden’ (a first name)' });
		await expect(named).toContainText('Jaden showed us round.');
		await expectGoodPage(third);
		await named.getByRole('link', { name: 'Comment on the review itself' }).click();
		await expect(section(third, 'Comment on the review itself')).toBeFocused();
		await press(named, /^It stays/);
		await expect(desk(fourth).getByText('One set aside')).toBeVisible();
		const aside = await unfold(desk(fourth), 'One set aside');
		await expect(aside).toContainText(`${cast.lanternby.name} says that it stays`);
		// What changes where it stands brings it back.
		await write(second, 'Comment on the review itself', ' Jaden will do so again.');
		await expect(desk(fourth).getByText('‘Jaden’ (a first name), twice')).toBeVisible();
		await expect(desk(fourth).getByText('One set aside')).toHaveCount(0);
	});

	await test.step('signed, answered by the host, published; and each role sees its own', async () => {
		await reviewing.putUpForSigning(fourth, review);
		await expect(second.getByText('It is up for signing')).toBeVisible();
		// Nothing is taken from under the hands of whoever writes.
		await expect(heading(second, 'Strengths')).toBeVisible();
		for (const page of all) {
			await page.goto(`${review}/report`);
			const signs = page.getByRole('button', { name: 'Sign edition 1' });
			if (await signs.isVisible()) await reviewing.sign(page, review, 1);
		}
		await host.goto(`${review}/report`);
		await press(host, 'The facts are right');
		await expect(section(host, 'The facts in it')).toContainText(`${cast.saltmarrow.name}, headteacher`);
		await reviewing.remark(host, review, 'Response from the school', 'We thank you.');
		await reviewing.publish(host, review);
		for (const page of [...all, host]) {
			await page.goto(`${review}/report`);
			await expect(page.getByText('Reading is loved here.')).toBeVisible();
			await expect(page.getByText('We thank you.')).toBeVisible();
			await expect(page.getByRole('textbox')).toHaveCount(0);
		}
		const stranger = await as(cast.hedgepath.name);
		await be(stranger, cast.hedgepath.name);
		await expectReads(stranger, `${review}/report`, 'Report', false);
	});

	await test.step('something in it was wrong: a new edition says why, and is signed and published like the first', async () => {
		await first.goto(`${review}/report`);
		const correction = await unfold(first, 'Something in it is wrong…');
		await press(correction, 'Begin a correction');
		await expect(first.getByText('Say what is wrong.').first()).toBeVisible();
		await field(correction, 'What is wrong?').fill('The strengths named the wrong room.');
		await press(correction, 'Begin a correction');
		await expect(first.getByText('Edition 1 is being corrected')).toBeVisible();
		await expectGoodPage(first);
		await host.goto(`${review}/report`);
		await expect(host.getByText('The strengths named the wrong room.')).toBeVisible();
		await expect(host.getByRole('textbox')).toHaveCount(0);
		await write(first, 'Strengths', ' It was the library.');
		await saved(first);
		await reviewing.putUpForSigning(first, review);
		await expect(first.getByRole('button', { name: 'Sign edition 2' })).toBeVisible();
		for (const page of all) {
			await page.goto(`${review}/report`);
			const signs = page.getByRole('button', { name: 'Sign edition 2' });
			if (await signs.isVisible()) await reviewing.sign(page, review, 2);
		}
		await reviewing.publish(first, review);
		for (const page of [second, host]) {
			await page.goto(`${review}/report`);
			await expect(
				page.getByText('It corrects edition 1: The strengths named the wrong room.'),
			).toBeVisible();
			await expect(page.getByText('It was the library.')).toBeVisible();
			await expect(section(page, 'Editions').getByRole('link', { name: 'Edition 1 as PDF' })).toBeVisible();
		}
		await expectGoodPage(host);
	});
});
