import { reach, signalIsOff } from '../device/signal.ts';

/** What a page's ear needs of its browser; tests give their own. */
export interface Surroundings {
	/** A stream of events; null where the browser has none. */
	open: ((url: string) => EventStream) | null;
	fetch(url: string): Promise<{ status: number; json(): Promise<unknown> }>;
	/** Whether somebody can see the page, and the device is not known to be offline. */
	present(): boolean;
	/** Calls back when that may have changed; returns what ends it. */
	onPresence(changed: () => void): () => void;
	/** One line for all tabs; null where tabs can't agree on one. */
	tabs: { locks: Locks; channel(name: string): Channel } | null;
	/** From 0 to 1. */
	random(): number;
}

/** An EventSource, as far as it is used. */
export interface EventStream {
	/** 2: given up. */
	readonly readyState: number;
	addEventListener(name: string, heard: (event: { data: string }) => void): void;
	close(): void;
}

/** The lock is held until what `holding` returns is settled. */
export interface Locks {
	request(name: string, options: { signal: AbortSignal }, holding: () => Promise<void>): Promise<void>;
}

/** A BroadcastChannel, as far as it is used. */
export interface Channel {
	addEventListener(name: 'message', heard: (event: { data: unknown }) => void): void;
	postMessage(message: unknown): void;
	close(): void;
}

export function browser(): Surroundings {
	const shares = 'locks' in navigator && 'BroadcastChannel' in globalThis;
	return {
		open: 'EventSource' in globalThis ? (url) => new EventSource(url) as EventStream : null,
		fetch: (url) => reach(url, { headers: { accept: 'application/json' }, cache: 'no-store' }),
		present: () => document.visibilityState === 'visible' && navigator.onLine && !signalIsOff(),
		onPresence(changed) {
			const told = [
				[document, 'visibilitychange'],
				[globalThis, 'online'],
				[globalThis, 'offline'],
			] as const;
			for (const [from, name] of told) from.addEventListener(name, changed);
			return () => {
				for (const [from, name] of told) from.removeEventListener(name, changed);
			};
		},
		tabs: shares
			? {
					locks: navigator.locks as Locks,
					channel: (name) => new BroadcastChannel(name) as Channel,
				}
			: null,
		random: Math.random,
	};
}
