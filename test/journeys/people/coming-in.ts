import { expect, type Browser, type Cookie, type Page } from '@playwright/test';
import type { RunningProduct } from '#test/running-product.ts';
import { linkIn, lettersTo, nextLetter, type Letter } from '../mail.ts';
import { fill, press } from './forms.ts';

/** Somebody in a journey. All are invented; their addresses end in .example, where nothing arrives. */
export interface Somebody {
	name: string;
	email: string;
}

/** 'Ada Quillfeather' → her name and an address of her own. */
export const somebody = (name: string): Somebody => ({
	name,
	email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@journeys.example`,
});

/** The token that the server printed when it started with nobody in it. */
export const tokenOf = (product: RunningProduct): string => {
	const token = /token, which works once:\s+(\S+)/.exec(product.said())?.[1];
	if (!token) throw new Error(`The server printed no token:\n${product.said()}`);
	return token;
};

/** The first person of an empty product, by the printed token. Ends on the page they find first. */
export async function beFirst(product: RunningProduct, page: Page, who: Somebody): Promise<void> {
	await page.goto('/set-up');
	await fill(page, { Token: tokenOf(product), 'Your name': who.name, 'Your email address': who.email });
	await press(page, 'Begin');
	await expect(page.getByRole('heading', { name: 'Next for you' })).toBeVisible();
}

/** The first person's session, for a file whose journeys all begin with them. */
export async function sessionOfTheFirst(
	product: RunningProduct,
	browser: Browser,
	who: Somebody,
): Promise<Cookie[]> {
	const page = await behindTheScenes(product, browser);
	await beFirst(product, page, who);
	const session = await page.context().cookies();
	await page.context().close();
	return session;
}

/**
 * A page on which to bring about what journeys begin with, by whose session is given. It runs no scripts: our forms need
 * none, and pages cost a third less. What a journey proves, its people do in browsers as they come.
 */
export async function behindTheScenes(
	product: RunningProduct,
	browser: Browser,
	session: readonly Cookie[] = [],
): Promise<Page> {
	const context = await browser.newContext({ baseURL: product.origin, javaScriptEnabled: false });
	await context.addCookies([...session]);
	return context.newPage();
}

/** Opens the page of a letter's link and presses its button. */
export async function comeInBy(page: Page, letter: Letter): Promise<void> {
	await page.goto(linkIn(letter));
	await press(page, 'Sign in');
	await expect(page).not.toHaveURL(/\/sign-in/);
}

/** Comes in by the invitation that was mailed. */
export const acceptInvitation = async (product: RunningProduct, page: Page, who: Somebody): Promise<void> =>
	comeInBy(page, await nextLetter(product, who.email, { subject: /your place in our peer review/ }));

/** Asks for a link on the sign-in page the browser is on, and comes in by it. */
export async function signIn(product: RunningProduct, page: Page, who: Somebody): Promise<void> {
	const subject = /Your link to sign in/;
	const seen = (await lettersTo(product, who.email)).filter((letter) => subject.test(letter.subject)).length;
	await fill(page, { 'Email address': who.email });
	await press(page, 'Send me a link');
	await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible();
	await comeInBy(page, await nextLetter(product, who.email, { subject, seen }));
}

export async function signOut(page: Page): Promise<void> {
	const menu = page.getByRole('banner').locator('details', { hasText: 'Sign out' });
	await menu.locator('summary').click();
	await press(menu, 'Sign out');
	await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
}
