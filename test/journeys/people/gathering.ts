import type { Browser, Cookie, Page } from '@playwright/test';
import type { RunningProduct } from '#test/running-product.ts';
import { acceptInvitation, behindTheScenes, sessionOfTheFirst, type Somebody } from './coming-in.ts';
import * as founding from './founding.ts';

interface Partnership {
	name: string;
	groupWord: string;
	/** One of the protocols that come with the product, by its title. */
	protocol: string;
	schools: readonly { urn: number; name: string }[];
	people: readonly { who: Somebody; role: string; school?: string }[];
}

/** Founds a partnership with its schools, its protocol and invitations to its people; its address. */
export async function gather(page: Page, partnership: Partnership): Promise<string> {
	const address = await founding.found(page, partnership.name, partnership.groupWord);
	for (const { urn, name } of partnership.schools)
		await founding.addSchool(page, address, { urns: [urn], name });
	await founding.publishProtocol(page, address, partnership.protocol);
	for (const { who, role, school } of partnership.people)
		await founding.invite(page, address, who, role, school);
	return address;
}

/** The same in an empty product, by its first person: the address, and their session. */
export async function gatherFirst(
	browser: Browser,
	product: RunningProduct,
	chair: Somebody,
	partnership: Partnership,
): Promise<{ partnership: string; session: Cookie[] }> {
	const session = await sessionOfTheFirst(product, browser, chair);
	const page = await behindTheScenes(product, browser, session);
	const address = await gather(page, partnership);
	await page.context().close();
	return { partnership: address, session };
}

/** Each of these people in a browser of their own, come in by their invitation; in their order. */
export async function comeIn<People extends readonly Somebody[]>(
	product: RunningProduct,
	as: (name: string) => Promise<Page>,
	people: readonly [...People],
): Promise<{ [Each in keyof People]: Page }> {
	const pages: Page[] = [];
	for (const who of people) {
		const page = await as(who.name);
		await acceptInvitation(product, page, who);
		pages.push(page);
	}
	return pages as { [Each in keyof People]: Page };
}
