import type { End, Told } from './line.ts';
import { shareLine } from './shared-line.ts';
import { browser, type Surroundings } from './surroundings.ts';

interface Listening {
	/** Answers with a stream of what is told, or with what is to be told now: `{ number }` at least. */
	url: string;
	/** The number of what the page shows already. Without it the first number is news. */
	since?: number;
	/** There is news. Called again only when this is done, once for all that came meanwhile; and after a while when it fails. */
	onNews(told: Told): void | Promise<void>;
	/** There will be no more: somebody signed out, or may not hear of it any longer. */
	onEnd(why: End): void;
}

const tryAgainMs = 5_000;

/**
 * Tells a page when what it shows has changed. Rests while nobody sees the page or the device is offline, and catches up when
 * that is over. Returns what ends it.
 */
export function listen(
	{ url, since, onNews, onEnd }: Listening,
	around: Surroundings = browser(),
): () => void {
	let heard: Told | null = since === undefined ? null : { number: since };
	let shown = heard?.number;
	let showing = false;
	let over = false;
	let closeLine: (() => void) | null = null;
	let again: ReturnType<typeof setTimeout> | undefined;

	async function show() {
		if (showing) return;
		showing = true;
		clearTimeout(again);
		try {
			while (!over && heard !== null && heard.number !== shown) {
				const told: Told = heard;
				await onNews(told);
				shown = told.number;
			}
		} catch {
			if (!over) again = setTimeout(() => void show(), tryAgainMs);
		} finally {
			showing = false;
		}
	}
	function adjust() {
		if (over) return;
		if (!around.present()) {
			closeLine?.();
			closeLine = null;
			return;
		}
		closeLine ??= shareLine(
			{
				url,
				since: heard?.number ?? null,
				onTold(told) {
					heard = told;
					void show();
				},
				onEnd(why) {
					end();
					onEnd(why);
				},
			},
			around,
		);
	}
	const stopWatching = around.onPresence(adjust);
	const end = () => {
		over = true;
		clearTimeout(again);
		stopWatching();
		closeLine?.();
		closeLine = null;
	};
	adjust();
	return end;
}
