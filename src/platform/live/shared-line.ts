import { type Ear, type End, openLine, type Told } from './line.ts';
import type { Surroundings } from './surroundings.ts';

/** What tabs tell each other: what the leading one was told, that one wants to know it, or that it is over. */
type Word = { told: Told } | { asks: true } | { end: End };

/**
 * As `openLine`, with one line for all tabs of the browser that listen to the same: browsers open only six connections to
 * a server. The tab that holds the lock has it and tells the others; when it goes, the next one takes over.
 */
export function shareLine(ear: Ear, around: Surroundings): () => void {
	if (!around.tabs) return openLine(ear, around);
	const name = `live ${ear.url}`;
	const channel = around.tabs.channel(name);
	const waiting = new AbortController();
	let told: Told | null = ear.since === null ? null : { number: ear.since };
	let closeLine: (() => void) | undefined;
	let letGo = () => {};
	let over = false;

	const tell = (word: Word) => {
		if (!over) channel.postMessage(word);
	};
	const hear = (now: Told) => {
		if (over || now.number === told?.number) return;
		told = now;
		ear.onTold(now);
	};
	const close = () => {
		if (over) return;
		over = true;
		waiting.abort();
		closeLine?.();
		letGo();
		channel.close();
	};
	const end = (why: End) => {
		if (over) return;
		close();
		ear.onEnd(why);
	};

	channel.addEventListener('message', ({ data }) => {
		const word = data as Word;
		if ('told' in word) hear(word.told);
		else if ('end' in word) end(word.end);
		else if (closeLine && told !== null) tell({ told });
	});
	tell({ asks: true });
	around.tabs.locks
		.request(name, { signal: waiting.signal }, () => {
			if (over) return Promise.resolve();
			const held = new Promise<void>((resolve) => (letGo = resolve));
			closeLine = openLine(
				{
					url: ear.url,
					since: told?.number ?? null,
					onTold(now) {
						hear(now);
						tell({ told: now });
					},
					onEnd(why) {
						tell({ end: why });
						end(why);
					},
				},
				around,
			);
			return held;
		})
		// Given up while it waited for its turn.
		.catch(() => {});
	return close;
}
