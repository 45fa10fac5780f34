import { expect, type Page } from '@playwright/test';
import { field, fill, press, select, tick } from './forms.ts';

interface Proposal {
	host: string | RegExp;
	focus: string;
	kind?: string;
	why?: string;
	from?: string;
	/** 'YYYY-MM-DD'; left out: the school day nearest to today, today itself first, then those before. */
	day?: string;
}

/** The day in London, some days from today: 'YYYY-MM-DD'. */
export const dayFromToday = (days: number): string =>
	Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate().add({ days }).toString();

/** Proposes a review; its address, '/reviews/…'. */
export async function proposeReview(page: Page, partnership: string, proposal: Proposal): Promise<string> {
	await page.goto(`${partnership}/reviews/new`);
	await select(page, { 'School to be reviewed': proposal.host });
	await field(page, 'Focus').fill(proposal.focus);
	await tick(page, {
		'Kind of review': proposal.kind ?? (await firstKind(page)),
		'Why this focus': proposal.why ?? 'A priority we are working on now',
		'Where it comes from': proposal.from ?? 'The school’s self-evaluation (SEF)',
	});
	if (proposal.day) await proposeFor(page, proposal.day);
	else await proposeForNearestSchoolDay(page);
	await expect(page).toHaveURL(/\/reviews\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname;
}

const firstKind = async (page: Page) =>
	(await page
		.getByRole('group', { name: /^Kind of review/ })
		.locator('label')
		.first()
		.textContent())!;

/**
 * Journeys run on any day of the year, and the product refuses days without school: it is asked for today, then for the
 * days before.
 */
async function proposeForNearestSchoolDay(page: Page): Promise<void> {
	for (let back = 0; back < 60; back++) {
		await proposeFor(page, dayFromToday(-back));
		if (!(await isRefused(page))) return;
	}
	throw new Error('Not one school day within sixty days.');
}

async function proposeFor(page: Page, day: string): Promise<void> {
	await fill(page, { 'Day of the review': day });
	const answered = page.waitForResponse((response) => response.request().method() === 'POST');
	await press(page, 'Propose it');
	await answered;
}

async function isRefused(page: Page): Promise<boolean> {
	const refused = page.locator('input[name="firstDay"][aria-invalid="true"]');
	const proposed = page.getByText('This review is proposed.');
	await expect(refused.or(proposed)).toBeVisible();
	return refused.isVisible();
}
