import { expect, type Page } from '@playwright/test';
import { choices, field, fill, press, section, select, tick, unfold } from './forms.ts';

export interface Evidence {
	seen: string;
	soWhat: string;
	source: string;
	/** As the protocol calls it. */
	kind: string;
	/** The letter of its line of enquiry. */
	line?: string;
	during?: string;
	/** A pupil's own words, and the year group they are told by. */
	pupilOf?: string;
}

const usualColumns = { seen: 'What we saw or heard', soWhat: 'What difference does it make?' };

/** Captures a piece of evidence on the day's page. The labels of the two columns are the protocol's. */
export async function capture(
	page: Page,
	review: string,
	evidence: Evidence,
	columns = usualColumns,
): Promise<void> {
	await page.goto(`${review}/day`);
	await fillIn(page, evidence, columns);
	await expect(section(page, 'What the team has').getByText(evidence.seen, { exact: true })).toBeVisible();
}

/** Fills in the form for a piece of evidence as it stands on the page, and saves it. */
export async function fillIn(page: Page, evidence: Evidence, columns: typeof usualColumns): Promise<void> {
	const form = section(page, 'Add evidence');
	await fill(form, { [columns.seen]: evidence.seen, [columns.soWhat]: evidence.soWhat });
	await tick(form, { 'Where it comes from': evidence.source });
	if (evidence.line) await tick(form, { 'Line of enquiry': new RegExp(`^${evidence.line}\\. `) });
	if (evidence.during) await select(form, { During: new RegExp(evidence.during) });
	await tick(form, { 'What kind of evidence is it?': evidence.kind });
	if (evidence.pupilOf) {
		await select(form, { 'Year group': evidence.pupilOf });
		await form.getByLabel('These are a pupil’s own words').check();
	}
	await press(form, 'Save this evidence');
}

/** Where it is written what was seen. */
export const seenIn = (page: Page, columns = usualColumns) =>
	field(section(page, 'Add evidence'), columns.seen);

export interface Finding {
	seen: string;
	effect: string;
	/** As the protocol calls it. */
	kind: string;
	line?: string;
	/** What was seen in each piece of evidence that it rests on. */
	evidence: readonly string[];
}

/** Makes a finding out of evidence. */
export async function makeFinding(page: Page, review: string, finding: Finding): Promise<void> {
	await fillInFinding(page, review, finding);
	await expect(page.getByRole('article').getByText(finding.seen, { exact: true })).toBeVisible();
}

/** Fills in a finding and sends it; whether the product takes it is for the journey to look at. */
export async function fillInFinding(page: Page, review: string, finding: Finding): Promise<void> {
	await page.goto(`${review}/findings/new`);
	const form = page.getByRole('main');
	for (const seen of finding.evidence)
		await choices(form, 'The evidence it rests on').getByLabel(seen, { exact: true }).check();
	await tick(form, { 'What kind of finding is it?': finding.kind });
	if (finding.line) await select(form, { 'Line of enquiry': new RegExp(`^${finding.line}\\. `) });
	await fill(form, { 'What was seen': finding.seen, 'So the effect was …': finding.effect });
	await press(form, 'Save this finding');
}

/** Adds a paragraph under a heading of the report. */
export async function writeUnder(page: Page, review: string, heading: string, words: string): Promise<void> {
	await page.goto(`${review}/report`);
	const there = page.getByRole('textbox', { name: heading, exact: true });
	await there.click();
	await there.press('Control+End');
	await page.keyboard.type(words);
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await expect(there.getByText(words)).toBeVisible();
}

export async function putUpForSigning(page: Page, review: string): Promise<void> {
	await page.goto(`${review}/report`);
	await press(page, 'Put it up for signing');
	await expect(section(page, 'Signatures')).toBeVisible();
}

export async function sign(page: Page, review: string, edition: number): Promise<void> {
	await page.goto(`${review}/report`);
	await press(page, `Sign edition ${edition}`);
	await expect(page.getByRole('button', { name: `Sign edition ${edition}` })).toHaveCount(0);
}

export async function publish(page: Page, review: string): Promise<void> {
	await page.goto(`${review}/report`);
	await press(page, 'Publish the report');
	await expect(page.getByText('Published', { exact: true })).toBeVisible();
}

/** Adds what the protocol lets a person add after the signatures, such as the school's response. */
export async function remark(page: Page, review: string, heading: string, words: string): Promise<void> {
	await page.goto(`${review}/report`);
	const form = await unfold(page, `Add: ${heading}`);
	await field(form, heading).fill(words);
	await press(form, 'Save it');
	await expect(page.getByRole('article').filter({ hasText: words })).toBeVisible();
}
