import type { Told } from './line.ts';
import { startWatch, type ReadNumbers } from './watch.ts';

/** Somebody who wants to hear when a thing changes. */
export interface Listener {
	/** The thing, by the name under which its number is read. */
	name: string;
	/** Whose stream it is: each has only so many. */
	owner: string;
	/** The number as their right to it was last checked. */
	number: number;
	/** The number they have heard of; null when they know none. */
	since: number | null;
	/** Whether they are still signed in and may still hear of it. Asked before every event, and while there are none. */
	still(): Promise<boolean>;
	/** What they are told, in its order, when the thing is at a number and they heard of another last; the number alone unless said. */
	words?(number: number, told: number | null): Promise<readonly Told[]>;
}

/** Streams of server-sent events over numbers that any process may move on. */
export interface Live {
	/** An answer that stays open. Says at once what was missed: one event, however much it was. */
	stream(listener: Listener): Response;
	/** This process has just moved something: who listens hears of it now, and not when the numbers are read next. */
	moved(): void;
	/** Ends all streams now and opens no further one. */
	letGo(): void;
	close(): Promise<void>;
}

interface Stream {
	owner: string;
	end(lastWord?: string): void;
}

interface Timing {
	/** How often numbers are read while somebody listens. What happens in between is told by one event. */
	watchMs: number;
	/** How long numbers are not read again, however much moves meanwhile. */
	restMs: number;
	/** How often something is said though there is no news, so that proxies and listeners know the line holds. */
	beatMs: number;
	/** How often the right to listen is asked for while there is no news. */
	checkMs: number;
	/** How long an answer that they may still hear of it holds. */
	mayMs: number;
	/** As many streams as one person may have; the oldest makes room. */
	mostEach: number;
}

const usual: Timing = { watchMs: 300, restMs: 0, beatMs: 15_000, checkMs: 30_000, mayMs: 0, mostEach: 6 };

/** `read` gives the numbers of what is listened to; `failed` hears when that does not work. */
export function startLive(
	read: ReadNumbers,
	failed: (error: unknown) => void,
	timing: Partial<Timing> = {},
): Live {
	const { watchMs, restMs, beatMs, checkMs, mayMs, mostEach } = { ...usual, ...timing };
	const watch = startWatch(read, { everyMs: watchMs, restMs }, failed);
	const open = new Set<Stream>();
	let closing = false;

	function makeRoom(owner: string) {
		const theirs = [...open].filter((stream) => stream.owner === owner);
		for (const oldest of theirs.slice(0, Math.max(0, theirs.length - mostEach + 1))) oldest.end(crowded);
	}

	function stream({ name, owner, number, since, still, words }: Listener): Response {
		if (closing) return new Response(null, { status: 503 });
		makeRoom(owner);
		let stop = () => {};
		const body = new ReadableStream<Uint8Array>(
			{
				start(controller) {
					let told = since;
					let heard = number;
					let asking = false;
					let over = false;
					const say = (words: string) => {
						// Whoever has gone silent without hanging up is not written to for ever.
						if ((controller.desiredSize ?? 0) < -mostUnread) end();
						else controller.enqueue(encoder.encode(words));
					};
					const end = (lastWord?: string) => {
						if (over) return;
						if (lastWord) controller.enqueue(encoder.encode(lastWord));
						stop();
						controller.close();
					};
					// Their right was checked a moment ago, when their number was read.
					let mayUntil = performance.now() + mayMs;
					const may = async () => {
						if (performance.now() < mayUntil) return true;
						const asked = performance.now();
						const answer = await still().catch(() => false);
						mayUntil = answer ? asked + mayMs : 0;
						return answer;
					};
					const check = async () => {
						if (asking) return;
						asking = true;
						for (let first = true; !over && (first || heard !== told); first = false) {
							const asked = heard;
							if (!(await may())) end();
							// A right that holds for a while holds for what moved while it was asked.
							else if (!over && (mayMs > 0 ? heard : asked) !== told) await tell(mayMs > 0 ? heard : asked);
						}
						asking = false;
					};
					const tell = async (upTo: number) => {
						const all = words ? await words(upTo, told).catch(() => null) : [upTo];
						if (all === null) return end();
						if (over) return;
						told = upTo;
						say(all.map((what, nth) => news(nth === all.length - 1 ? upTo : null, what)).join(''));
					};
					const unfollow = watch.follow(name, (now) => {
						// What the watch knows may be older than what was read when this stream was opened.
						if (now <= heard) return;
						heard = now;
						void check();
					});
					const beats = setInterval(() => say(beat), beatMs).unref();
					const checks = setInterval(() => void check(), checkMs).unref();
					const self = { owner, end };
					stop = () => {
						over = true;
						unfollow();
						clearInterval(beats);
						clearInterval(checks);
						open.delete(self);
					};
					open.add(self);
					// Not all at once after a restart.
					say(`retry: ${Math.round(1000 + Math.random() * 2000)}\n\n${beat}`);
					if (number !== told) void check();
				},
				cancel: () => stop(),
			},
			new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
		);
		return new Response(body, {
			headers: {
				'content-type': 'text/event-stream',
				'cache-control': 'no-store',
				// A proxy that gathers answers would keep the news to itself.
				'x-accel-buffering': 'no',
			},
		});
	}

	function letGo() {
		closing = true;
		for (const one of open) one.end();
	}

	return {
		stream,
		moved: () => watch.look(),
		letGo,
		async close() {
			letGo();
			await watch.stop();
		},
	};
}

/** In bytes; the largest event is told whole all the same. */
const mostUnread = 500_000;
const encoder = new TextEncoder();

/** What many are told is put into words once. */
const written = new WeakMap<Told, string>();
function inWords(what: number | Told): string {
	if (typeof what === 'number') return String(what);
	let words = written.get(what);
	if (words === undefined) written.set(what, (words = JSON.stringify(what)));
	return words;
}
/** The number stands by the last of several alone: whoever is cut off before it hears all of them again. */
const news = (number: number | null, what: number | Told) =>
	`${number === null ? '' : `id: ${number}\n`}event: news\ndata: ${inWords(what)}\n\n`;
// An event and no comment: browsers keep comments to themselves, and the page must know that the line holds.
const beat = 'event: beat\ndata: .\n\n';
const crowded = 'event: crowded\ndata: .\n\n';
