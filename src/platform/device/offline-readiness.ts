/** Whether this browser can open the pages of the day without the server, and keep what is written on them. */
export interface OfflineReadiness {
	/** The pages themselves are kept. */
	pages: boolean;
	/** The browser promised not to clear away what is kept when it needs room. */
	lasting: boolean;
	/** Bytes left; null where the browser does not say. */
	room: number | null;
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
	if (registration && !registration.active) await activated(registration.installing ?? registration.waiting);
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
	};
}

/** Waits until a worker has taken over, or can no more; a minute at most. */
export function activated(worker: ServiceWorker | null): Promise<void> {
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
