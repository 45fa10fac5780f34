import { expect, type Locator, type Page } from '@playwright/test';

/** A page or a part of it. */
export type Within = Page | Locator;

/** The control with this label; whether it is required or optional is not part of its name. */
export const field = (within: Within, label: string): Locator =>
	within.getByLabel(new RegExp(`^\\s*${RegExp.escape(label)}\\s*(required|optional)?\\s*$`));

/** A set of radios or boxes by its legend. */
export const choices = (within: Within, legend: string): Locator =>
	within.getByRole('group', {
		name: new RegExp(`^\\s*${RegExp.escape(legend)}\\s*(required|optional)?\\s*$`),
	});

/** Types into fields by their labels. */
export async function fill(within: Within, values: Record<string, string>): Promise<void> {
	for (const [label, value] of Object.entries(values)) await field(within, label).fill(value);
}

/** Picks from lists by their labels. A RegExp finds an option by part of what it says. */
export async function select(within: Within, picks: Record<string, string | RegExp>): Promise<void> {
	for (const [label, pick] of Object.entries(picks)) {
		const list = field(within, label);
		const option = list.locator('option').filter({ hasText: pick }).first();
		await list.selectOption((await option.getAttribute('value'))!);
	}
}

/** Presses one radio or box of each set. */
export async function tick(within: Within, picks: Record<string, string | RegExp>): Promise<void> {
	for (const [legend, label] of Object.entries(picks))
		await choices(within, legend).getByLabel(label, { exact: true }).check();
}

export const press = (within: Within, name: string | RegExp): Promise<void> =>
	within.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** A section of a page by its heading. */
export const section = (within: Within, title: string | RegExp): Locator =>
	within.getByRole('region', { name: title, exact: typeof title === 'string' });

/** Opens what stays folded until somebody wants it, and gives what was in it. */
export async function unfold(within: Within, label: string | RegExp): Promise<Locator> {
	const summary = within.locator('summary').filter({ hasText: label }).first();
	const folded = summary.locator('..');
	if ((await folded.getAttribute('open')) === null) await summary.click();
	return folded;
}

/** The refusal stands by the control (or the set of them) it is about, for those who see it and those who hear it. */
export async function expectRefused(control: Locator, sentence: string | RegExp): Promise<void> {
	await expect(control).toHaveAccessibleDescription(
		typeof sentence === 'string' ? new RegExp(RegExp.escape(sentence)) : sentence,
	);
}
