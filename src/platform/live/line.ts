import type { EventStream, Surroundings } from './surroundings.ts';

/** Why there will be no more news. */
export type End = 'signed out' | 'no access';

/** What is told of a thing: the number it has moved on to, and with some things what that brings. */
export interface Told {
	number: number;
}

export interface Ear {
	url: string;
	/** The number known already; null where none is. */
	since: number | null;
	onTold(told: Told): void;
	onEnd(why: End): void;
}

/** How long a stream may say nothing before it counts as broken: at first, and once it has spoken. In milliseconds. */
const patience = { first: 10_000, later: 40_000 };
/** Asking instead of being told: how often, how seldom at most when nobody answers, and for how long until a stream is tried again. */
const asking = { every: 5_000, atMost: 60_000, streamAfter: 60_000 };

/**
 * Hears of each number by a stream, or asks for it where streams do not get through, as behind a proxy that gathers answers.
 * Ends by itself when the server says that this person may not. Returns what ends it.
 */
export function openLine({ url, since, onTold, onEnd }: Ear, around: Surroundings): () => void {
	let number = since;
	let stream: EventStream | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let over = false;

	const close = () => {
		over = true;
		clearTimeout(timer);
		stream?.close();
	};
	const wait = (ms: number, then: () => void) => {
		clearTimeout(timer);
		timer = setTimeout(then, ms);
	};
	const hear = (told: Told) => {
		if (over || told.number === number) return;
		number = told.number;
		onTold(told);
	};

	function listen() {
		if (!around.open) return askInstead();
		const opened = around.open(number === null ? url : `${url}?since=${number}`);
		stream = opened;
		const holds = () => wait(patience.later, askInstead);
		wait(patience.first, askInstead);
		opened.addEventListener('beat', holds);
		opened.addEventListener('news', ({ data }) => {
			holds();
			hear(toldIn(data));
		});
		// Too many streams of one person: whoever opens another takes this one's place, and it must not take theirs.
		opened.addEventListener('crowded', askInstead);
		opened.addEventListener('error', () => {
			if (opened.readyState === 2 && stream === opened) askInstead();
		});
	}

	function askInstead() {
		stream?.close();
		stream = null;
		void ask(0, 0);
	}

	async function ask(waited: number, failures: number): Promise<void> {
		const answered = await askOnce();
		if (over) return;
		const failed = answered ? 0 : failures + 1;
		const next = Math.min(asking.every * 2 ** failed, asking.atMost) * (0.8 + 0.4 * around.random());
		const longEnough = waited + next >= asking.streamAfter;
		wait(next, () => (longEnough ? listen() : void ask(waited + next, failed)));
	}

	async function askOnce(): Promise<boolean> {
		try {
			const answer = await around.fetch(url);
			if (over) return true;
			const why = ends[answer.status];
			if (why) {
				close();
				onEnd(why);
				return true;
			}
			if (answer.status !== 200) return false;
			hear((await answer.json()) as Told);
			return true;
		} catch {
			return false;
		}
	}

	listen();
	return close;
}

const ends: Record<number, End> = { 401: 'signed out', 404: 'no access' };

/** A number alone, or all that goes with it. */
function toldIn(data: string): Told {
	const said = JSON.parse(data) as number | Told;
	return typeof said === 'number' ? { number: said } : said;
}
