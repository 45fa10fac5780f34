import { expect, type Page } from '@playwright/test';
import { field, fill, press, section, select, tick, unfold } from './forms.ts';

interface Proposal {
	host: string | RegExp;
	focus: string;
	kind?: string;
	why?: string;
	from?: string;
	/** How many school days it takes; left out, what the form offers. */
	days?: number;
	/** 'YYYY-MM-DD'; left out: the school day nearest to today, today itself first, then those before. */
	day?: string;
	/** Instead of a day: the first school day so many days from today or later. */
	ahead?: number;
}

/** The day in London, some days from today: 'YYYY-MM-DD'. */
export const dayFromToday = (days: number): string =>
	Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate().add({ days }).toString();

/** Fills in what a review is about, all but its day. */
export async function fillProposal(page: Page, partnership: string, proposal: Proposal): Promise<void> {
	await page.goto(`${partnership}/reviews/new`);
	await select(page, { 'School to be reviewed': proposal.host });
	await field(page, 'Focus').fill(proposal.focus);
	await tick(page, {
		'Kind of review': proposal.kind ?? (await firstKind(page)),
		'Why this focus': proposal.why ?? 'A priority we are working on now',
		'Where it comes from': proposal.from ?? 'The school’s self-evaluation (SEF)',
	});
	if (proposal.days) await fill(page, { 'How many days': String(proposal.days) });
}

/** Proposes a review; its address, '/reviews/…'. */
export async function proposeReview(page: Page, partnership: string, proposal: Proposal): Promise<string> {
	await fillProposal(page, partnership, proposal);
	if (proposal.day) await isProposedFor(page, proposal.day);
	else if (proposal.ahead) await proposeForSchoolDayAhead(page, proposal.ahead);
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
		if (await isProposedFor(page, dayFromToday(-back))) return;
	}
	throw new Error('Not one school day within sixty days.');
}

async function proposeForSchoolDayAhead(page: Page, days: number): Promise<void> {
	for (let more = 0; more < 60; more++) {
		if (await isProposedFor(page, dayFromToday(days + more))) return;
	}
	throw new Error('Not one school day within sixty days.');
}

/** Moves a review to the first school day so many days from today or later; that day. */
export const moveReview = (page: Page, review: string, days: number): Promise<string> =>
	moveToFirst(page, review, (more) => days + more);

/** Moves a review to the school day nearest to today, today itself first, then those before; that day. */
export const moveReviewToNow = (page: Page, review: string): Promise<string> =>
	moveToFirst(page, review, (back) => -back);

async function moveToFirst(page: Page, review: string, days: (tried: number) => number): Promise<string> {
	await page.goto(review);
	const frame = await unfold(section(page, 'About this review'), 'Change focus or day');
	for (let tried = 0; tried < 60; tried++) {
		const day = dayFromToday(days(tried));
		await field(frame, 'Day of the review').fill(day);
		const answered = page.waitForResponse((response) => response.request().method() === 'POST');
		await press(frame, 'Save the change');
		const answer = (await (await answered).json()) as { type: string };
		if (answer.type !== 'failure') return day;
	}
	throw new Error('Not one school day within sixty days.');
}

/** A review's course asks for these things by these days, 'YYYY-MM-DD'. */
export async function expectCourse(page: Page, days: Record<string, string>): Promise<void> {
	const course = section(page, 'The course of this review');
	const due: Record<string, string | null> = {};
	for (const title of Object.keys(days)) {
		const item = course.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) });
		due[title] = await item.locator('.due time').getAttribute('datetime');
	}
	expect(due).toEqual(days);
}

/** Sends the proposal for a day. False where it was refused; what an earlier day was refused with may still stand on the page. */
async function isProposedFor(page: Page, day: string): Promise<boolean> {
	await fill(page, { 'Day of the review': day });
	const answered = page.waitForResponse((response) => response.request().method() === 'POST');
	const shown = page.waitForEvent('domcontentloaded').catch(() => null);
	await press(page, 'Propose it');
	const answer = await answered;
	if (!answer.headers()['content-type']?.includes('json')) {
		// Without scripts the answer is a page, or leads to one: the next day is typed into that.
		await shown;
		return answer.status() < 400;
	}
	return ((await answer.json()) as { type: string }).type !== 'failure';
}
