import { expect, type Locator, type Page } from '@playwright/test';
import { choices, field, press, section, select, tick, unfold } from './forms.ts';

/** Begins a draft from one of the protocols that come with the product; its address, '/partnerships/…/protocol/drafts/…'. */
export async function beginDraft(page: Page, partnership: string, preset: string): Promise<string> {
	await page.goto(`${partnership}/protocol`);
	await tick(page, { 'Which is closest to how you review?': preset });
	await press(page, 'Begin a draft from it');
	await expect(section(page, 'Its parts')).toBeVisible();
	return new URL(page.url()).pathname;
}

/** Opens a part of a draft by its title. */
export async function openPart(page: Page, draft: string, title: string): Promise<void> {
	await page.goto(draft);
	await section(page, 'Its parts').getByRole('link', { name: title, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Waits until all that was typed in a part has been saved by itself. */
export async function expectSaved(page: Page): Promise<void> {
	await expect(page.getByText(/^(Saving…|Not saved yet…)$/)).toHaveCount(0);
	await expect(page.getByText('Not saved. Look above.')).toHaveCount(0);
}

/** A list of a part by its name. */
export const list = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });

const entries = (of: Locator): Locator => of.locator(':scope > ol > li');

/** An entry of a list by its title, unfolded. It is found by its place from then on: it may be called otherwise. */
export async function entry(of: Locator, title: string): Promise<Locator> {
	const found = entries(of).nth(await placeOf(of, title));
	await unfold(found, title);
	return found;
}

async function placeOf(of: Locator, title: string): Promise<number> {
	const titles = entries(of).locator(':scope > details > summary > .title');
	const place = async () => (await titles.allTextContents()).findIndex((one) => one.trim() === title);
	await expect.poll(place, { message: `an entry ‘${title}’` }).toBeGreaterThanOrEqual(0);
	return place();
}

/** Adds an entry at the end of a list, or below another; the new one, open. */
export async function add(of: Locator, below?: string): Promise<Locator> {
	const count = await entries(of).count();
	if (below === undefined) await of.locator(':scope > button').click();
	else await press(await entry(of, below), /^Add .* below/);
	await expect(entries(of)).toHaveCount(count + 1);
	await expectSaved(of.page());
	// Names to choose by are lines, the new one last; all else is folded, and the new one called so.
	const isLine = (await entries(of).locator(':scope > details').count()) === 0;
	return entries(of).nth(isLine ? count : await placeOf(of, 'New'));
}

/** What stays folded under a title and is no entry of a list, unfolded. */
export async function fold(page: Page, title: string): Promise<Locator> {
	const found = page
		.locator('details')
		.filter({ has: page.locator('summary > .title', { hasText: exactly(title) }) });
	await unfold(found, title);
	return found;
}

/** Moves an entry up by one, and waits until it stands there: its place is what it is found by next. */
export async function moveUp(of: Locator, title: string): Promise<void> {
	const place = await placeOf(of, title);
	await press(await entry(of, title), /^Move up/);
	await expect(
		entries(of)
			.nth(place - 1)
			.locator(':scope > details > summary > .title'),
	).toHaveText(title);
	await expectSaved(of.page());
}

/** Takes an entry out of a list. */
export async function takeAway(of: Locator, title: string): Promise<void> {
	const count = await entries(of).count();
	await press(await entry(of, title), /^Take away/);
	await expect(entries(of)).toHaveCount(count - 1);
	await expectSaved(of.page());
}

/** Adds a line to a list of names. */
export async function addName(of: Locator, name: string): Promise<void> {
	const line = await add(of);
	await line.getByRole('textbox').fill(name);
}

/** Takes a line out of a list of names. */
export async function takeNameAway(of: Locator, name: string): Promise<void> {
	await press(of, `Take away: ${name}`);
	await expect(of.getByRole('button', { name: `Take away: ${name}`, exact: true })).toHaveCount(0);
	await expectSaved(of.page());
}

/** Ticks exactly these of a set. */
export async function tickOnly(
	within: Page | Locator,
	legend: string,
	labels: readonly string[],
): Promise<void> {
	const boxes = choices(within, legend);
	for (const box of await boxes.getByRole('checkbox', { checked: true }).all()) await box.uncheck();
	for (const label of labels) await boxes.getByLabel(label, { exact: true }).check();
}

/** How a stage is told to the editor; what is left out stays as it is. */
export interface StageWords {
	title?: string;
	who?: readonly string[];
	/** How many, of what, counted from what: as the lists of the editor call them. */
	when?: readonly [amount: number, unit: string, from: string];
	done?: string;
	expected?: 'Always' | 'If wanted';
	checklist?: string;
	form?: string;
}

/** Fills in a stage, new or old, that stands open. */
export async function writeStage(stage: Locator, words: StageWords): Promise<void> {
	const { title, who, when, done, expected, checklist, form } = words;
	if (title) await field(stage, 'What is to be done').fill(title);
	if (who) await tickOnly(stage, 'Who does it', who);
	if (when) {
		const [amount, unit, from] = when;
		await field(stage, 'How many').fill(String(amount));
		await select(stage, { 'Days, weeks, terms': exactly(unit), 'Counted from': exactly(from) });
	}
	if (done) await select(stage, { 'It is done when': exactly(done) });
	if (expected) await select(stage, { 'Is it expected?': exactly(expected) });
	if (checklist) await field(stage, 'Checklist').fill(checklist);
	if (form) await select(stage, { 'A form that belongs to it': exactly(form) });
}

/** An option that says this and nothing more: 'Weeks' is in 'School weeks' too. */
export const exactly = (words: string): RegExp => new RegExp(`^\\s*${RegExp.escape(words)}\\s*$`);

/** Publishes a draft with the reason that stays with the version. */
export async function publishDraft(page: Page, draft: string, reason: string): Promise<void> {
	await page.goto(draft);
	await field(page, 'What was decided, and why? It stays with the version.').fill(reason);
	await press(page, /^Publish version \d+$/);
	await expect(section(page, 'Agreed by')).toBeVisible();
}
