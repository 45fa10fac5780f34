import { expect, type Page } from '@playwright/test';
import { field, fill, press, section, select, tick } from './forms.ts';

/** Writes up the workshop. */
export async function writeUpWorkshop(
	page: Page,
	review: string,
	heldOn: string,
	outcome: string,
): Promise<void> {
	await page.goto(`${review}/workshop`);
	await fill(page, { 'Day it was held': heldOn, 'What the staff decided': outcome });
	await press(page, 'Save the outcome');
	await expect(page.getByRole('article')).toContainText(outcome);
}

export interface Action {
	/** The beginning of the finding it answers. */
	finding: RegExp;
	title: string;
	owner: string;
	/** 'YYYY-MM-DD' */
	due: string;
	measure: string;
}

export async function planAction(page: Page, review: string, action: Action): Promise<void> {
	await page.goto(`${review}/actions`);
	const form = section(page, 'Plan an action');
	await select(form, { 'The finding it answers': action.finding });
	await fill(form, {
		'What will be done': action.title,
		'Or a role or name': action.owner,
		'By which day': action.due,
		'How you will know that it worked': action.measure,
	});
	await press(form, 'Plan the action');
	await expect(page.getByRole('heading', { name: action.title })).toBeVisible();
}

/** Tells the heads' meeting what has changed. */
export async function reportProgress(page: Page, review: string, words: string): Promise<void> {
	await page.goto(`${review}/actions`);
	const telling = section(page, 'Progress told at heads’ meetings');
	await field(telling, 'What has changed since the review').fill(words);
	await press(telling, 'Report progress');
	await expect(telling.getByText(words, { exact: true })).toBeVisible();
}

interface LookingBack {
	texts: Record<string, string>;
	picks?: Record<string, string>;
}

/** Answers the look-back for one's own side. */
export async function lookBack(
	page: Page,
	review: string,
	{ texts, picks = {} }: LookingBack,
): Promise<void> {
	await page.goto(`${review}/look-back`);
	const form = section(page, /^Your answers, for/);
	await fill(form, texts);
	await tick(form, picks);
	await press(form, 'Send the answers');
	await expect(form).toHaveCount(0);
}

/** Home shows this person something to do on a review, now or later. */
export async function expectNext(page: Page, review: string, title: string): Promise<void> {
	await page.goto('/home');
	await expect(nextThing(page, review, title)).toHaveCount(1);
}

/** What was to do is done, and no longer on Home. */
export async function expectDone(page: Page, review: string, title: string): Promise<void> {
	await page.goto('/home');
	await expect(page.getByRole('heading', { name: 'Next for you' })).toBeVisible();
	await expect(nextThing(page, review, title)).toHaveCount(0);
}

const nextThing = (page: Page, review: string, title: string) =>
	section(page, 'Next for you').locator(`a[href^="${review}"]`, { hasText: title });
