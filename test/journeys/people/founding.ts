import { expect, type Page } from '@playwright/test';
import { choices, fill, press, section, select, tick, unfold } from './forms.ts';
import { dayFromToday } from './proposing.ts';
import type { Somebody } from './coming-in.ts';

/** Sets up a partnership; its address, '/partnerships/…'. */
export async function found(page: Page, name: string, groupWord: string): Promise<string> {
	await page.goto('/partnerships/new');
	await fill(page, { 'Name of the partnership': name, 'What do you call your inner groups?': groupWord });
	await press(page, 'Set it up');
	await expect(page.getByRole('heading', { name: 'Add a school' })).toBeVisible();
	return /^\/partnerships\/[^/]+/.exec(new URL(page.url()).pathname)![0];
}

interface NewMember {
	/** One school, or those that run as one. */
	urns: readonly number[];
	/** What to look for, where the URN alone does not show all of them. */
	search?: string;
	name?: string;
	/** 'YYYY-MM-DD'; left out: long before the school day nearest to today, on which a journey may hold its review. */
	fromDay?: string;
}

/** Takes schools in from the register by their URNs, as one member. */
export async function addSchool(page: Page, partnership: string, member: NewMember): Promise<void> {
	await lookFor(page, partnership, member.search ?? String(member.urns[0]));
	for (const urn of member.urns) await boxOf(page, urn).check();
	if (member.name) await fill(page, { 'Name in this partnership': member.name });
	await fill(page, { 'Takes part from': member.fromDay ?? dayFromToday(-90) });
	await press(page, 'Add to the partnership');
	await expect(page).toHaveURL(`${partnership}/schools`);
}

/** Takes in a school that is in no register. */
export async function addUnregistered(
	page: Page,
	partnership: string,
	{ name, place, fromDay }: { name: string; place: string; fromDay: string },
): Promise<void> {
	await page.goto(`${partnership}/schools/add`);
	await fill(page, { 'Name in this partnership': name, 'Where it is': place, 'Takes part from': fromDay });
	await press(page, 'Add to the partnership');
	await expect(page).toHaveURL(`${partnership}/schools`);
}

/** Looks something up in the register, on the page where schools are added. */
export async function lookFor(page: Page, partnership: string, text: string): Promise<void> {
	await page.goto(`${partnership}/schools/add?q=${encodeURIComponent(text)}`);
}

/** The box of a school among those found. */
export const boxOf = (page: Page, urn: number) => page.locator(`input[name="urns"][value="${urn}"]`);

/** Enters a school year whose terms go through without a break. */
export async function enterTerms(
	page: Page,
	partnership: string,
	year: string,
	terms: readonly (readonly [from: string, to: string])[],
	bankHolidays: RegExp = /Your schools are closed/,
): Promise<void> {
	await page.goto(`${partnership}/calendar/${year}/enter`);
	for (const [index, [from, to]] of terms.entries())
		await fill(choices(page, `Term ${index + 1}`), {
			'First day': from,
			'Last day': to,
			'Half-term from': '',
			'Half-term to': '',
		});
	await choices(page, 'On England’s bank holidays').getByLabel(bankHolidays).check();
	await press(page, 'Save these dates');
	await expect(page).toHaveURL(`${partnership}/calendar/${year}`);
}

/** Gives a person a role; the invitation goes to their address. */
export async function invite(
	page: Page,
	partnership: string,
	who: Somebody,
	role: string,
	school?: string | RegExp,
): Promise<void> {
	await page.goto(`${partnership}/people/invite`);
	await fill(page, { 'Their name': who.name, 'Their email address': who.email });
	await select(page, { 'What they are': role, ...(school ? { 'Their school': school } : {}) });
	await press(page, 'Send the invitation');
	await expect(page).toHaveURL(`${partnership}/people`);
	await expect(page.getByRole('row').filter({ hasText: who.email }).first()).toBeVisible();
}

/** Publishes one of the protocols that come with the product. */
export async function publishProtocol(page: Page, partnership: string, title: string): Promise<void> {
	await page.goto(`${partnership}/protocol`);
	await tick(page, { 'Which is closest to how you review?': title });
	await press(page, 'Publish it as it is');
	await expect(section(page, 'Agreed by')).toBeVisible();
}

/** A head says yes for the school they head. */
export async function agreeProtocol(page: Page, partnership: string, name: string): Promise<void> {
	await page.goto(`${partnership}/protocol`);
	await page.getByLabel(/Your name, to agree for/).fill(name);
	await press(page, /^We agree to version \d+ of the protocol/);
	await expect(page.getByLabel(/Your name, to agree for/)).toHaveCount(0);
}

/** Forms a group, for this school year unless another is given. */
export async function formGroup(
	page: Page,
	partnership: string,
	name: string,
	schools: readonly (string | RegExp)[],
	schoolYear?: string,
): Promise<void> {
	await page.goto(`${partnership}/groups`);
	await fill(page, { Name: name, ...(schoolYear ? { 'School year': schoolYear } : {}) });
	for (const school of schools)
		await page
			.getByRole('group', { name: /^Schools in it/ })
			.getByLabel(school)
			.check();
	await press(page, 'Form it');
	await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

/** Chooses who leads a group, or another in their place. */
export async function chooseLead(
	page: Page,
	partnership: string,
	group: string,
	head: string,
): Promise<void> {
	await page.goto(`${partnership}/groups`);
	const its = section(page, group);
	const choosing = await unfold(its, /^Choose/);
	await select(choosing, { [`Who leads ${group}`]: head });
	await press(choosing, 'Save the lead');
	await expect(its).toContainText(`Led by ${head}`);
}
