import { expect, type Locator } from '@playwright/test';

const mostSteps = 150;

/** Presses Tab until the keyboard is there, as somebody who has no mouse; fails where it never comes by. */
export async function tabTo(target: Locator): Promise<void> {
	const isThere = () => target.evaluate((element) => element === document.activeElement);
	await expect(target).toBeAttached();
	for (let step = 0; step < mostSteps; step += 1) {
		if (await isThere()) return;
		await target.page().keyboard.press('Tab');
	}
	throw new Error(`The keyboard does not reach ${String(target)}`);
}

/** Goes there and presses Enter. */
export async function enter(target: Locator): Promise<void> {
	await tabTo(target);
	await target.page().keyboard.press('Enter');
}

/** Goes to a box or a choice and ticks it. */
export async function space(target: Locator): Promise<void> {
	await tabTo(target);
	await target.page().keyboard.press('Space');
}
