import { expect, type Page } from '@playwright/test';
import { choices, field, fill, press, section, select, tick } from './forms.ts';

/** Puts a person on the team of a review. */
export async function putOnTeam(page: Page, review: string, name: string, role: string): Promise<void> {
	await page.goto(review);
	await select(page, { 'Add a person': name, As: role });
	await press(page, 'Add to the team');
	await expect(section(page, 'Team').getByRole('listitem').filter({ hasText: name })).toBeVisible();
}

export async function takePart(page: Page, review: string): Promise<void> {
	await page.goto(review);
	await press(page, 'Yes, I take part');
	await expect(page.getByRole('button', { name: 'Yes, I take part' })).toHaveCount(0);
}

export async function agreeConfidentiality(page: Page, review: string, name: string): Promise<void> {
	await page.goto(review);
	const statement = section(page, 'Keep it confidential');
	await expect(statement).toContainText('restricted, not exempt');
	await fill(statement, { 'Your name': name });
	await press(statement, 'I agree to this');
	await expect(statement).toHaveCount(0);
}

interface Meeting {
	/** 'YYYY-MM-DD' */
	heldOn: string;
	texts: Record<string, string>;
	picks: Record<string, string>;
	/** When the review is, as people write it. */
	reviewOn: string;
}

/** Writes down the pre-review meeting. */
export async function holdMeeting(page: Page, review: string, meeting: Meeting): Promise<void> {
	await page.goto(`${review}/prepare`);
	const notes = section(page, 'Write down the meeting');
	await fill(notes, { 'Held on': meeting.heldOn, ...meeting.texts });
	await fill(choices(notes, 'Review'), { Date: meeting.reviewOn });
	await tick(notes, meeting.picks);
	await press(notes, 'Save the notes');
	await expect(page.getByText(/^Held on .*, written down by/)).toBeVisible();
}

export async function decide(page: Page, review: string, words: string): Promise<void> {
	await page.goto(`${review}/prepare`);
	await field(page, 'Add a decision').fill(words);
	await press(page, 'Write it down');
	await expect(section(page, 'Decisions')).toContainText(words);
}

/** Adds a line of enquiry; the product gives the letter. */
export async function addLine(page: Page, review: string, letter: string, question: string): Promise<void> {
	await page.goto(`${review}/lines`);
	await field(page, 'What do you want to find out?').fill(question);
	await press(page, 'Add the line');
	const line = page.getByRole('listitem').filter({ hasText: `Line ${letter}:` });
	await expect(line.getByText(question)).toBeVisible();
}

export interface Activity {
	title: string;
	kind: string;
	starts: string;
	ends: string;
	who: readonly string[];
	/** The letters of the lines it is for. */
	lines?: readonly string[];
}

/** Fills in an activity and sends it; whether the product takes it is for the journey to look at. */
export async function schedule(page: Page, review: string, activity: Activity): Promise<void> {
	await page.goto(`${review}/timetable`);
	await fill(page, { What: activity.title, Starts: activity.starts, Ends: activity.ends });
	await select(page, { 'Kind of activity': activity.kind });
	for (const name of activity.who) await choices(page, 'Who').getByLabel(name, { exact: true }).check();
	for (const letter of activity.lines ?? [])
		await choices(page, 'For which lines')
			.getByLabel(new RegExp(`^${letter}\\. `))
			.check();
	await press(page, 'Add to the timetable');
}

/** An activity that stands on the timetable. */
export const onTimetable = (page: Page, title: string) =>
	page.getByRole('listitem').filter({ hasText: title });

export async function agreePlan(page: Page, review: string): Promise<void> {
	await page.goto(`${review}/timetable`);
	await press(page, 'We agree this plan');
	await expect(page.getByText(/^Host and team agreed lines and timetable on/)).toBeVisible();
}
