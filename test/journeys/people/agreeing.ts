import { expect, type Locator, type Page } from '@playwright/test';
import { fill, press, section, unfold } from './forms.ts';

/** Publishes the first memorandum from the text that the product begins with, or the next version with a reason. */
export async function publishMemorandum(
	page: Page,
	partnership: string,
	values: Record<string, string>,
): Promise<void> {
	await page.goto(`${partnership}/agreements/memorandum/write`);
	await fill(page, values);
	await press(page, 'Publish and ask every head');
	await expect(page).toHaveURL(`${partnership}/agreements`);
}

/** Types a name under the memorandum that is in force; whether it is taken is for the journey to look at. */
export async function typeUnderMemorandum(page: Page, name: string): Promise<void> {
	await nameField(page).fill(name);
	await press(page, /^We agree to version \d+ of the memorandum/);
}

/** Where a head types their name, for the one school they have not agreed for. */
export const nameField = (page: Page): Locator => page.getByLabel(/Your name, to agree for/);

/** What the table of agreements says of a school, both documents together. */
export const standingOf = (page: Page, school: string): Locator =>
	section(page, 'Who has agreed').getByRole('row').filter({ hasText: school });

/** Ends somebody's role today. */
export async function endRole(page: Page, partnership: string, name: string): Promise<void> {
	await page.goto(`${partnership}/people`);
	const row = page.getByRole('row').filter({ hasText: name });
	await press(await unfold(row, 'Ends…'), 'End this role');
	await expect(row.locator('summary')).toHaveCount(0);
}
