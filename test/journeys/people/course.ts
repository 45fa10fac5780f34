import { expect, type Page } from '@playwright/test';
import { fill, press, section, unfold } from './forms.ts';

/** A stage on the course of a review, by its title, on the review's own page. */
export const stageOf = (page: Page, title: string) =>
	section(page, 'The course of this review')
		.getByRole('listitem')
		.filter({ has: page.getByText(title, { exact: true }) });

/** Says that something is done which only people can see. */
export async function tickStage(page: Page, review: string, title: string, note: string): Promise<void> {
	await page.goto(review);
	const stage = stageOf(page, title);
	const folded = await unfold(stage, 'It is done');
	await fill(folded, { 'Note, if you like': note });
	await press(folded, 'Done');
	await expect(stage).toContainText(note);
}
