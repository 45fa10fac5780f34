/** Whether this browser can open the pages of the day without the server, and keep what is written on them. */
export interface OfflineReadiness {
	/** The pages themselves are kept. */
	pages: boolean;
	/** The browser promised not to clear away what is kept when it needs room. */
	lasting: boolean;
	/** Bytes left; null where the browser does not say. */
	room: number | null;
	/** A newer version of the product waits to take over. */
	newer: boolean;
}

/** With less room than this, people are told while there is still time: some thirty photos. */
export const littleRoom = 20_000_000;

const worker = '/service-worker.js';
const patienceMs = 60_000;

/** Keeps the pages of the day on the device, and says what came of it. Asks for lasting room the first time. */
export async function getReady(): Promise<OfflineReadiness> {
	const registration = await navigator.serviceWorker
		?.register(worker, { type: import.meta.env.DEV ? 'module' : 'classic' })
		.catch(() => undefined);
	if (registration && !registration.active) await activated(registration);
	await navigator.storage?.persist?.().catch(() => false);
	return readiness();
}

export async function readiness(): Promise<OfflineReadiness> {
	const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
	const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
	return {
		pages: Boolean(registration?.active),
		lasting: (await navigator.storage?.persisted?.().catch(() => false)) ?? false,
		room: quota === undefined || usage === undefined ? null : quota - usage,
		newer: Boolean(registration?.waiting),
	};
}

/** Lets the newer version take over. For when nothing is being written and nothing waits to be sent. */
export async function takeNewer(): Promise<void> {
	const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
	registration?.waiting?.postMessage('take over');
}

const mark = 'fresh-eyes from the server';
const keptThem = 'its pages were kept';

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
	const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
	try {
		sessionStorage.setItem(mark, registration ? keptThem : 'none was kept');
	} catch {
		// Where that is forbidden, so is keeping pages on the device.
	}
	await registration?.unregister().catch(() => false);
	location.reload();
	return true;
}

/** Looks for a newer version, which is fetched only once nothing waits to be sent. */
export async function lookForNewer(): Promise<void> {
	const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
	await registration?.update().catch(() => {});
}

function activated(registration: ServiceWorkerRegistration): Promise<void> {
	const worker = registration.installing ?? registration.waiting;
	return new Promise((resolve) => {
		const give = setTimeout(resolve, patienceMs);
		const look = () => {
			if (worker && worker.state !== 'activated' && worker.state !== 'redundant') return;
			clearTimeout(give);
			resolve();
		};
		worker?.addEventListener('statechange', look);
		look();
	});
}
