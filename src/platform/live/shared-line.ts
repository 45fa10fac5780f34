import { type Ear, type End, openLine } from './line.ts';
import type { Surroundings } from './surroundings.ts';

/** What tabs tell each other: the number the leading one knows, that one wants to know it, or that it is over. */
type Word = { number: number } | { asks: true } | { end: End };

/**
 * As `openLine`, with one line for all tabs of the browser that listen to the same: browsers open only six connections to
 * a server. The tab that holds the lock has it and tells the others; when it goes, the next one takes over.
 */
export function shareLine(ear: Ear, around: Surroundings): () => void {
	if (!around.tabs) return openLine(ear, around);
	const name = `live ${ear.url}`;
	const channel = around.tabs.channel(name);
	const waiting = new AbortController();
	let number = ear.since;
	let closeLine: (() => void) | undefined;
	let letGo = () => {};
	let over = false;

	const tell = (word: Word) => {
		if (!over) channel.postMessage(word);
	};
	const hear = (now: number) => {
		if (over || now === number) return;
		number = now;
		ear.onNumber(now);
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
		if ('number' in word) hear(word.number);
		else if ('end' in word) end(word.end);
		else if (closeLine && number !== null) tell({ number });
	});
	tell({ asks: true });
	around.tabs.locks
		.request(name, { signal: waiting.signal }, () => {
			if (over) return Promise.resolve();
			const held = new Promise<void>((resolve) => (letGo = resolve));
			closeLine = openLine(
				{
					url: ear.url,
					since: number,
					onNumber(now) {
						hear(now);
						tell({ number: now });
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
