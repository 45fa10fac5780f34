import { expect, type Page } from '@playwright/test';
import { press } from './forms.ts';

/** In the demo: becomes one of its people, in one press. */
export async function be(page: Page, name: string): Promise<void> {
	await page.goto('/be?next=/home');
	await press(page, `Be ${name}`);
	await expect(page).toHaveURL('/home');
}

/** The address of the review that is under way today, of somebody on its team; from Home. */
export async function reviewToday(page: Page): Promise<string> {
	await page.goto('/home');
	const day = await page.getByRole('link', { name: 'Open the day' }).getAttribute('href');
	return day!.replace('/day/', '/reviews/');
}
