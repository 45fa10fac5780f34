import { activated, getReady } from './offline-readiness.ts';

const workers = globalThis.navigator?.serviceWorker as ServiceWorkerContainer | undefined;
/** Another tab has let a newer version take over: this page is of the one before. */
let replaced = false;
let controller = workers?.controller;
workers?.addEventListener('controllerchange', () => {
	replaced ||= Boolean(controller);
	controller = workers.controller;
});

const registered = (): Promise<ServiceWorkerRegistration | undefined> =>
	workers?.getRegistration().catch(() => undefined) ?? Promise.resolve(undefined);

/** Whether the device keeps a newer version than this page is of, which opens without the server. */
export async function newerIsKept(): Promise<boolean> {
	const registration = await registered();
	return replaced || Boolean(registration?.active && registration.waiting);
}

/** Tells whether a newer version is kept, now and when that changes; returns how to stop. */
export function watchForNewer(tell: (kept: boolean) => void): () => void {
	const watching = new AbortController();
	const { signal } = watching;
	const look = () => void newerIsKept().then((kept) => !signal.aborted && tell(kept));
	const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', look, { signal });
	workers?.addEventListener('controllerchange', look, { signal });
	const begin = async ({ ready }: ServiceWorkerContainer) => {
		const registration = await ready;
		registration.addEventListener('updatefound', () => follow(registration.installing), { signal });
		follow(registration.installing);
		look();
	};
	if (workers) void begin(workers);
	return () => watching.abort();
}

/**
 * Opens this page anew in the newer version that the device keeps, which takes over in all tabs; false where it keeps none. For
 * when nothing waits to be sent.
 */
export async function openNewerKept(): Promise<boolean> {
	if (!(await newerIsKept())) return false;
	const waiting = (await registered())?.waiting;
	waiting?.postMessage('take over');
	// Before that, the older one would answer once more.
	if (waiting) await activated(waiting);
	location.reload();
	return true;
}

/** Looks for a newer version, which is fetched only once nothing waits to be sent. */
export async function lookForNewer(): Promise<void> {
	await (await registered())?.update().catch(() => {});
}

const mark = 'fresh-eyes from the server';
const keptThem = 'its pages were kept';
const patienceMs = 60_000;

/** Whether this page was opened by `openFromServer`, so that the server has nothing newer than it. */
export const cameFromServer: boolean = marked() !== null;

function marked(): string | null {
	try {
		return sessionStorage.getItem(mark);
	} catch {
		return null;
	}
}

/**
 * Keeps the pages on the device again after `openFromServer` has let go of them: in whichever version the server has. Until that
 * is done, each page of this tab tries it again.
 */
export async function keepPagesAgain(): Promise<void> {
	if (!cameFromServer || (marked() === keptThem && !(await getReady()).pages)) return;
	sessionStorage.removeItem(mark);
}

/**
 * Opens the page anew as the server gives it, for where those kept here are older than what the device keeps. False without
 * signal: then the page stays. The page that opens is to keep the pages again.
 */
export async function openFromServer(): Promise<boolean> {
	const there = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) }).then(
		({ ok }) => ok,
		() => false,
	);
	if (!there) return false;
	const registration = await registered();
	try {
		sessionStorage.setItem(mark, registration ? keptThem : 'none was kept');
	} catch {
		// Where that is forbidden, so is keeping pages on the device.
	}
	await registration?.unregister().catch(() => false);
	location.reload();
	return true;
}
