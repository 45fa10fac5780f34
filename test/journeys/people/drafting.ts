import { expect, type Locator, type Page } from '@playwright/test';
import { field, fill, press, section, unfold } from './forms.ts';

/** Begins to adapt the protocol for a group; the draft's address. */
export async function adapt(page: Page, partnership: string, group: string): Promise<string> {
	await page.goto(`${partnership}/protocol`);
	await press(page, `Adapt it for ${group}`);
	await expect(page).toHaveURL(/\/protocol\/drafts\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname;
}

/** Begins to change the partnership's protocol; the draft's address. */
export async function change(page: Page, partnership: string): Promise<string> {
	await page.goto(`${partnership}/protocol`);
	await press(page, 'Change this protocol');
	await expect(page).toHaveURL(/\/protocol\/drafts\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname;
}

/** Fills in fields of one part, inside an entry of a list where one is named, and saves. Ends on the part. */
export async function write(
	page: Page,
	draft: string,
	part: string,
	values: Record<string, string>,
	entry?: string,
): Promise<void> {
	await page.goto(`${draft}/${part}`);
	await fill(entry ? await entryCalled(page, entry) : page, values);
	await save(page);
}

/** Opens an entry of a list by what it is called, and gives what is in it. */
export async function entryCalled(page: Page, title: string): Promise<Locator> {
	const called = page.locator(':scope > summary').getByText(title, { exact: true });
	const entry = page.locator('details').filter({ has: called });
	if ((await entry.getAttribute('open')) === null) await entry.locator('> summary').click();
	return entry;
}

/** Saves the part the page shows, and waits until it says so. */
export async function save(page: Page): Promise<void> {
	const saved = page.waitForResponse(
		(one) => one.request().method() === 'POST' && one.url().includes('?/save'),
	);
	await press(page, 'Save');
	expect((await saved).status()).toBe(200);
}

/** Puts a draft forward with its reason. */
export async function putForward(page: Page, draft: string, reason: string): Promise<void> {
	await page.goto(draft);
	await field(page, 'What changes, and why?').fill(reason);
	await press(page, 'Put it forward');
	await expect(page.getByText('Put forward', { exact: true })).toBeVisible();
}

/** Asks something about a draft. */
export async function ask(page: Page, draft: string, words: string): Promise<void> {
	await page.goto(draft);
	await field(page, 'Ask something, or say what you think').fill(words);
	await press(page, 'Save the question');
	await expect(section(page, 'Questions and answers')).toContainText(words);
}

/** Answers the question that stands first. */
export async function answer(page: Page, draft: string, words: string): Promise<void> {
	await page.goto(draft);
	const discussion = section(page, 'Questions and answers');
	const answering = await unfold(discussion, 'Answer');
	await field(answering, 'Answer').fill(words);
	await press(answering, 'Save the answer');
	await expect(discussion.locator('article').first()).toContainText(words);
}

/** Decides on a draft: publishes, approves or sends it back, with what was decided. */
export async function decide(
	page: Page,
	draft: string,
	button: string | RegExp,
	reason: string,
): Promise<void> {
	await page.goto(draft);
	await page.getByLabel(/^What was decided, and why\?/).fill(reason);
	await press(page, button);
}
