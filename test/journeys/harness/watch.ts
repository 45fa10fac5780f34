import { expect, type Page, type TestInfo } from '@playwright/test';
import { routeIdOf } from './route-ids.ts';

/** Kept on a journey's result: the route ids of the screens it saw. `npm run rows` reads them. */
export const screenAnnotation = 'screen';

const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** Notes every screen a page shows and every fault its browser reports. */
export function watchPage(page: Page, testInfo: TestInfo, faults: string[]): void {
	page.on('framenavigated', (frame) => {
		if (frame === page.mainFrame()) noteScreen(frame.url(), testInfo);
	});
	page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
	page.on('console', (message) => {
		if (message.type() !== 'error' || expected(message.text())) return;
		faults.push(`${page.url()}: ${message.text()}`);
	});
}

/** Fails a journey in which a browser reported a fault nobody looked for. */
export function expectNoFaults(faults: string[]): void {
	expect(faults, 'faults reported by the browser').toEqual([]);
}

/** Takes out what browsers report of every request that finds no signal: for a journey that takes it away on purpose. */
export function forgiveNoSignal(faults: string[]): void {
	const others = faults.filter((fault) => !/net::ERR_(INTERNET_DISCONNECTED|FAILED)/.test(fault));
	faults.splice(0, faults.length, ...others);
}

function noteScreen(url: string, testInfo: TestInfo): void {
	if (!url.startsWith('http')) return;
	const id = routeIdOf(new URL(url).pathname);
	const noted = testInfo.annotations.some(
		(note) => note.type === screenAnnotation && note.description === id,
	);
	if (id !== null && !noted) testInfo.annotations.push({ type: screenAnnotation, description: id });
}

/**
 * A refusal is an answer, not a fault: browsers report every 4xx page in their console. And SvelteKit's announcer of new
 * pages asks for one inline style that the policy blocks; named by its hash, so that no other style passes.
 */
function expected(text: string): boolean {
	const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(text);
	return refusal || (text.includes("'style-src 'self''") && text.includes(announcerStyle));
}
