import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import { ensureChromium } from '../bin/chromium.ts';
import { cast, schools } from '#test/cast.ts';
import { be } from '#test/journeys/people/being.ts';
import { press, section } from '#test/journeys/people/forms.ts';
import { startProduct } from '#test/running-product.ts';
import { percentile, type Figure } from './figure.ts';

const phones = 80;
const cardsEach = 3;
const seconds = 60;
const barMs = 1000;

/** A phone as the server meets it: its secret, and where it is served. */
interface Phone {
	origin: string;
	cookie: string;
}

/**
 * P14: eighty phones in one workshop on one server process with the embedded database, from sending a card until it stands on the wall of a
 * real browser. Each phone listens and fetches its page anew at every news, as its script does.
 */
export async function measure(): Promise<Figure[]> {
	const product = await startProduct({ env: { DEMO: '1' } });
	const browser = await chromium.launch({
		executablePath: ensureChromium(console.log),
		chromiumSandbox: process.getuid?.() !== 0,
	});
	try {
		const context = await browser.newContext({ baseURL: product.origin });
		const desk = await context.newPage();
		const wall = await context.newPage();
		const code = await openRoom(desk, wall);
		const over = new AbortController();
		const joined = await Promise.all(
			Array.from({ length: phones }, () => joinAs(product.origin, code.replace(' ', ''))),
		);
		for (const phone of joined) void listen(phone, over.signal);
		await press(desk.getByRole('listitem').filter({ hasText: 'What could we do?' }), /^Start/);
		const shownAt = await watchWall(wall);
		const sent = new Map<string, number>();
		await Promise.all(joined.map((phone) => writeCards(phone, sent)));
		await pause(5_000);
		over.abort();
		const ms = [...sent].flatMap(([words, at]) => (shownAt.has(words) ? shownAt.get(words)! - at : []));
		const all = phones * cardsEach;
		const p95 = percentile(ms, 0.95);
		return [
			{
				value: `${ms.length} of ${all} on the wall; p95 ${p95.toFixed(0)} ms, median ${percentile(ms, 0.5).toFixed(0)} ms, longest ${Math.max(...ms).toFixed(0)} ms`,
				bar: `all, p95 < ${barMs} ms`,
				ok: ms.length === all && p95 < barMs,
				how: `${phones} phones that listen, ${cardsEach} cards each within ${seconds} s, embedded database, wall in Chromium`,
			},
		];
	} finally {
		await browser.close();
		await product.stop();
	}
}

async function openRoom(desk: Page, wall: Page): Promise<string> {
	await be(desk, cast.marblewood.name);
	await desk.goto('/home');
	const link = section(desk, /reviews/i)
		.getByRole('link', { name: schools.owlbeck.name })
		.first();
	await desk.goto(`${await link.getAttribute('href')}/workshop`);
	await press(desk, /Prepare/);
	await desk.getByLabel('How many people may join').fill(String(phones));
	await press(desk, 'Save the plan');
	await desk.locator('input[name=version][value="2"]').waitFor({ state: 'attached' });
	await press(desk, 'Open the room');
	await desk.getByRole('heading', { name: 'Run the workshop' }).waitFor();
	await wall.goto(`${desk.url()}/wall`);
	return (await wall.locator('.code').textContent())!.trim();
}

const form = (origin: string, cookie: string, fields: Record<string, string>): RequestInit => ({
	method: 'POST',
	redirect: 'manual',
	headers: {
		origin,
		cookie,
		'content-type': 'application/x-www-form-urlencoded',
		accept: 'application/json',
	},
	body: new URLSearchParams(fields),
});

async function joinAs(origin: string, code: string): Promise<Phone> {
	const answer = await fetch(`${origin}/join`, form(origin, '', { code }));
	const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('fresh-eyes-workshop='));
	if (!cookie) throw new Error(`A phone could not join: ${await answer.text()}`);
	return { origin, cookie: cookie.split(';')[0]! };
}

/** Hears of news and asks for the page anew, as the script on a phone does. */
async function listen({ origin, cookie }: Phone, signal: AbortSignal): Promise<void> {
	const headers = { cookie, accept: 'text/event-stream' };
	const response = await fetch(`${origin}/taking-part/news`, { headers, signal });
	const hear = new WritableStream<Uint8Array>({
		async write(chunk) {
			if (!new TextDecoder().decode(chunk).includes('event: news')) return;
			const page = await fetch(`${origin}/taking-part/__data.json`, { headers: { cookie }, signal });
			await page.text();
		},
	});
	await response.body!.pipeTo(hear, { signal }).catch(() => {});
}

/** Writes its cards at moments of its own within the time, and notes when each was sent. */
async function writeCards({ origin, cookie }: Phone, sent: Map<string, number>): Promise<void> {
	const moments = Array.from({ length: cardsEach }, () => Math.random() * seconds * 1000).sort(
		(a, b) => a - b,
	);
	const began = performance.now();
	for (const [nth, moment] of moments.entries()) {
		await pause(Math.max(0, began + moment - performance.now()));
		const id = newId();
		const words = `Idea ${nth} ${id}`;
		sent.set(words, Date.now());
		const answer = await fetch(`${origin}/taking-part?/card`, form(origin, cookie, { id, words }));
		if (!answer.ok) throw new Error(`A card was refused: ${answer.status}`);
		await answer.text();
	}
}

/** When each card stood on the wall, in milliseconds of the same machine's clock. */
async function watchWall(wall: Page): Promise<Map<string, number>> {
	const shownAt = new Map<string, number>();
	await wall.exposeFunction('stands', (words: string, at: number) => {
		if (!shownAt.has(words)) shownAt.set(words, at);
	});
	await wall.evaluate(() => {
		const seen = new Set<string>();
		const look = () => {
			for (const item of document.querySelectorAll('.ideas li')) {
				const words = item.textContent.trim();
				if (seen.has(words)) continue;
				seen.add(words);
				(window as unknown as { stands(words: string, at: number): void }).stands(words, Date.now());
			}
		};
		new MutationObserver(look).observe(document.body, {
			childList: true,
			subtree: true,
			characterData: true,
		});
	});
	return shownAt;
}
