import { expect, type Locator, type Page } from '@playwright/test';
import { press } from './forms.ts';

/** The step in which faces and names are covered. */
export const coverStep = (page: Page): Locator => page.getByRole('dialog', { name: 'Cover faces and names' });

/**
 * Takes a photo as the camera gives it, and waits until it can be covered.
 * @param more so many bytes follow it in its file, as in those of some phones a film does
 */
export async function choosePhoto(page: Page, photo: Buffer, more = 0): Promise<Locator> {
	await page.getByLabel('Choose a photo').evaluate(
		(input: HTMLInputElement, { bytes, rest }) => {
			const chosen = new DataTransfer();
			const file = new File([new Uint8Array(bytes), new Uint8Array(rest)], 'IMG_2041.jpg', {
				type: 'image/jpeg',
			});
			chosen.items.add(file);
			input.files = chosen.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));
		},
		{ bytes: [...photo], rest: more },
	);
	const step = coverStep(page);
	await expect(step.locator('canvas')).toBeVisible();
	return step;
}

/** Covers a part of it with a finger or a mouse; the corners are parts of its sides, from 0 to 1. */
export async function coverByDrawing(
	step: Locator,
	from: readonly [number, number],
	to: readonly [number, number],
): Promise<void> {
	const { x, y, width, height } = (await step.locator('canvas').boundingBox())!;
	const mouse = step.page().mouse;
	await mouse.move(x + from[0] * width, y + from[1] * height);
	await mouse.down();
	await mouse.move(x + to[0] * width, y + to[1] * height, { steps: 4 });
	await mouse.up();
}

/** Says what it shows and keeps it. */
export async function keepPhoto(step: Locator, description: string): Promise<void> {
	await step.getByLabel('What does it show?').fill(description);
	await press(step, /keep it/i);
	await expect(step).toHaveCount(0);
}
