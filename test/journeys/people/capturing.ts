import { expect, type Page } from '@playwright/test';
import { field, press, section, tick } from './forms.ts';

export interface Seen {
	seen: string;
	soWhat?: string;
	/** As the protocol calls them. */
	kind?: string;
	source?: string;
	/** The letter of its line of enquiry. */
	line?: string;
	/** From how the school sees itself. */
	differs?: boolean;
}

const column = 'What we saw or heard';

/** Writes evidence down on the page of the day that works without signal, and waits until the device has it. */
export async function captureOnDevice(page: Page, evidence: Seen): Promise<void> {
	await fillInOnDevice(page, evidence);
	await expect(page.getByText('It is on this device.')).toBeVisible();
}

/** The same without waiting for what comes of it. */
export async function fillInOnDevice(
	page: Page,
	{ seen, soWhat, kind = 'Strength', source = 'Lesson observation', line, differs }: Seen,
): Promise<void> {
	const form = section(page, 'Add evidence');
	await field(form, column).fill(seen);
	if (soWhat) await field(form, 'So what?').fill(soWhat);
	await tick(form, { 'What kind of evidence is it?': kind, 'Where it comes from': source });
	if (line) await tick(form, { 'Line of enquiry': new RegExp(`^${line}\\. `) });
	if (differs) await field(form, 'This differs from the school’s own view').check();
	await press(form, 'Save this evidence');
}

/** What the page says of what is sent and what is not. */
export const sending = (page: Page) => page.locator('[data-sending]');

/** Everything seen that the team has, as the page of the day shows it. */
export async function seenByTeam(page: Page, day: string): Promise<string[]> {
	await page.goto(`${day}#seen`);
	await expect(section(page, 'What the team has').getByRole('article').first()).toBeVisible();
	return page.locator('article .columns > div:first-child .words').allTextContents();
}
