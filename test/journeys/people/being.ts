import { expect, type Page } from '@playwright/test';
import { press } from './forms.ts';

/** In the demo: becomes one of its people, in one press. */
export async function be(page: Page, name: string): Promise<void> {
	await page.goto('/be?next=/home');
	await press(page, `Be ${name}`);
	await expect(page).toHaveURL('/home');
}
