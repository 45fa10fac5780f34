import { expect, type Page } from '@playwright/test';
import { press, unfold } from './forms.ts';

/** A thing of a review on the page where its sharing is decided. */
export const thing = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

/** The head opens a thing, the report unless it is another, to one circle more; they are told beforehand who will read it. */
export async function openTo(
	page: Page,
	review: string,
	circle: string,
	{ by, sentence, title = 'The report' }: { by: string; sentence: string; title?: string },
): Promise<void> {
	await page.goto(`${review}/sharing`);
	const folded = await unfold(thing(page, title), 'Open it further');
	await expect(folded.getByLabel(circle)).toHaveAccessibleDescription(sentence);
	await folded.getByLabel(circle).check();
	await press(folded, 'Open it to them');
	await expect(thing(page, title)).toContainText(`Opened to ${circle} by ${by}`);
}

/** Whether somebody reads a page of a review; to others it looks as if there were none. */
export async function expectReads(page: Page, address: string, title: string, reads: boolean): Promise<void> {
	await page.goto(address);
	const heading = reads ? title : 'There’s nothing here for you';
	await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
}
