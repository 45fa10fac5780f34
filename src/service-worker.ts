/// <reference lib="webworker" />
// What lets the day of a review open without the server: the pages under (device), and the files they are made of.
import { assets, immutable } from '$app/manifest';
import { version } from '$app/env';
import { anythingWaiting, isBeyondThis } from '#platform/device/device-database.ts';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const kept = `fresh-eyes ${version}`;
/** Where files lie whose names tell of their content: no two versions have one name for different ones. */
const hashed = '/_app/immutable/';
/** The pages under (device) hold no data of their own: one answer stands for all of them. */
const shell = '/day';
const files = new Set(
	[...immutable, ...assets].map(({ path }) => new URL(path, worker.location.origin).pathname),
);

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener('fetch', (event) => {
	const { origin, pathname } = new URL(event.request.url);
	if (event.request.method !== 'GET' || origin !== worker.location.origin) return;
	if (files.has(pathname) || pathname.startsWith(hashed)) event.respondWith(fromDevice(event.request));
	else if (event.request.mode === 'navigate')
		event.respondWith(isOfDevice(pathname) ? openShell(event.request) : orShell(event.request));
});
// A page asks for it when nothing is being written on it.
worker.addEventListener('message', ({ data }) => {
	if (data === 'take over') void worker.skipWaiting();
});

const isOfDevice = (path: string): boolean => path === shell || path.startsWith(`${shell}/`);

async function keepFiles(): Promise<void> {
	// The browser asks again later; until then the version that wrote what waits is the one that sends it.
	if (worker.registration.active) {
		if (await anythingWaiting()) throw new Error('Something on this device is not sent yet.');
		if (await isBeyondThis()) throw new Error('A newer version has been on this device.');
	}
	const cache = await caches.open(kept);
	await cache.addAll([...files]);
	const page = await fetch(shell, { cache: 'no-store', credentials: 'omit' });
	if (!page.ok) throw new Error(`${shell} answers ${page.status}`);
	// The server may have been changed since it gave this worker, or another answered.
	for (const [path] of (await page.clone().text()).matchAll(/\/_app\/immutable\/[^"')\s]+/g))
		if (!files.has(path)) throw new Error(`${shell} is of another version.`);
	await cache.put(shell, page);
}

/** The version before stays while pages of it are open, since the server has its files no longer: until the next one comes. */
async function forgetOlder(): Promise<void> {
	const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const older = (await caches.keys()).filter((name) => name.startsWith('fresh-eyes ') && name !== kept);
	for (const name of open.length > 0 ? older.slice(0, -1) : older) await caches.delete(name);
	await worker.clients.claim();
}

const fromDevice = async (request: Request): Promise<Response> =>
	(await caches.match(request, { ignoreSearch: true })) ?? fetch(request);

/** From the device first: a school's wifi that is there and does not answer keeps nobody waiting. */
const openShell = async (request: Request): Promise<Response> =>
	(await (await caches.open(kept)).match(shell)) ?? fetch(request);

/** Other pages need the server; without it, the device shows what it has. */
async function orShell(request: Request): Promise<Response> {
	try {
		return await fetch(request);
	} catch (error) {
		const page = await (await caches.open(kept)).match(shell);
		if (!page) throw error;
		return Response.redirect(shell, 302);
	}
}
