import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Told } from './line.ts';
import { listen } from './listen.ts';
import type { Channel, EventStream, Locks, Surroundings } from './surroundings.ts';

class Stream implements EventStream {
	readyState = 0;
	readonly url: string;
	readonly #heard = new Map<string, (event: { data: string }) => void>();

	constructor(url: string) {
		this.url = url;
	}
	addEventListener(name: string, heard: (event: { data: string }) => void) {
		this.#heard.set(name, heard);
	}
	say(name: string, data = '.') {
		this.#heard.get(name)?.({ data });
	}
	fail() {
		this.readyState = 2;
		this.say('error');
	}
	close() {
		this.readyState = 2;
	}
}

/** A browser with tabs: one lock at a time, and a channel that reaches all others. */
function device() {
	const streams: Stream[] = [];
	const answers: { status: number; number?: number }[] = [];
	const fetched: string[] = [];
	const channels = new Map<Channel, (event: { data: unknown }) => void>();
	let held = Promise.resolve();
	const locks: Locks = {
		request(_, { signal }, holding) {
			const turn = held.then(() => (signal.aborted ? undefined : holding()));
			held = turn;
			return turn;
		},
	};
	const channel = (): Channel => {
		const own: Channel = {
			addEventListener: (_, heard) => void channels.set(own, heard),
			postMessage(data) {
				for (const [other, heard] of channels) if (other !== own) heard({ data });
			},
			close: () => channels.delete(own),
		};
		return own;
	};
	function tab(shares = true) {
		let visible = true;
		let changed = () => {};
		const around: Surroundings = {
			open(url) {
				const stream = new Stream(url);
				streams.push(stream);
				return stream;
			},
			async fetch(url) {
				fetched.push(url);
				const answer = answers.shift();
				if (!answer) throw new Error('no network');
				return { status: answer.status, json: async () => ({ number: answer.number }) };
			},
			present: () => visible,
			onPresence(call) {
				changed = call;
				return () => {};
			},
			tabs: shares ? { locks, channel } : null,
			random: () => 0.5,
		};
		return {
			around,
			show(now: boolean) {
				visible = now;
				changed();
			},
		};
	}
	return { streams, answers, fetched, tab, open: () => streams.filter(({ readyState }) => readyState !== 2) };
}

let news: number[];
let ended: string[];
beforeEach(() => {
	vi.useFakeTimers();
	news = [];
	ended = [];
});
afterEach(() => vi.useRealTimers());

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const ears = {
	url: '/news',
	since: 3,
	onNews: ({ number }: Told) => void news.push(number),
	onEnd: (why: string) => void ended.push(why),
};

test('a stream tells of news; what is known already is none', async () => {
	const { streams, tab } = device();
	listen(ears, tab().around);
	await later(1);
	expect(streams.map(({ url }) => url)).toEqual(['/news?since=3']);
	streams[0]!.say('news', '3');
	streams[0]!.say('news', '4');
	await later(1);
	expect(news).toEqual([4]);
});

test('one thing at a time: what comes while the page catches up is told once, when it has', async () => {
	const { streams, tab } = device();
	let done = () => {};
	const onNews = ({ number }: Told) => {
		news.push(number);
		return new Promise<void>((resolve) => (done = resolve));
	};
	listen({ ...ears, onNews }, tab().around);
	await later(1);
	for (const number of ['4', '5', '6']) streams[0]!.say('news', number);
	await later(1);
	expect(news).toEqual([4]);
	done();
	await later(1);
	expect(news).toEqual([4, 6]);
});

test('where the page could not catch up it is told again after a while', async () => {
	const { streams, tab } = device();
	let fails = true;
	const onNews = async ({ number }: Told) => {
		news.push(number);
		if (fails) throw new Error('no network');
	};
	listen({ ...ears, onNews }, tab().around);
	await later(1);
	streams[0]!.say('news', '4');
	await later(1);
	fails = false;
	await later(20_000);
	expect(news).toEqual([4, 4]);
});

test('a stream that says nothing is given up: it asks instead, and tries a stream again later', async () => {
	const { streams, answers, fetched, tab, open } = device();
	listen(ears, tab().around);
	await later(1);
	streams[0]!.say('beat');
	answers.push({ status: 200, number: 3 }, { status: 200, number: 8 });
	await later(39_000);
	expect(fetched).toEqual([]);
	await later(1_500);
	expect([fetched.length, open().length]).toEqual([1, 0]);
	await later(5_000);
	expect(news).toEqual([8]);
	await later(80_000);
	expect(streams.length).toBeGreaterThan(1);
	expect(streams.at(-1)!.url).toBe('/news?since=8');
});

test('without an answer it asks less and less often', async () => {
	const { streams, fetched, tab } = device();
	listen(ears, tab().around);
	await later(1);
	streams[0]!.fail();
	await later(1);
	expect(fetched).toHaveLength(1);
	await later(9_000);
	expect(fetched).toHaveLength(1);
	await later(1_500);
	expect(fetched).toHaveLength(2);
	await later(19_000);
	expect(fetched).toHaveLength(2);
	await later(1_500);
	expect(fetched).toHaveLength(3);
});

test.each([
	[401, 'signed out'],
	[404, 'no access'],
] as const)('a stream refused by %s ends it', async (status, why) => {
	const { streams, answers, fetched, tab, open } = device();
	listen(ears, tab().around);
	await later(1);
	answers.push({ status });
	streams[0]!.fail();
	await later(120_000);
	expect([ended, fetched.length, open().length]).toEqual([[why], 1, 0]);
});

test('one that had to make room asks instead, and takes nobody’s place', async () => {
	const { streams, answers, tab, open } = device();
	listen(ears, tab().around);
	await later(1);
	answers.push({ status: 200, number: 9 });
	streams[0]!.say('crowded');
	await later(1);
	expect([news, open().length]).toEqual([[9], 0]);
});

test('it rests while nobody sees the page, and catches up', async () => {
	const { streams, tab, open } = device();
	const { around, show } = tab(false);
	const end = listen(ears, around);
	streams[0]!.say('news', '4');
	show(false);
	await later(60_000);
	expect(open()).toEqual([]);
	show(true);
	expect(open().map(({ url }) => url)).toEqual(['/news?since=4']);
	end();
	expect(open()).toEqual([]);
});

test('tabs share one stream, and the next takes over when the tab that has it goes', async () => {
	const { streams, tab, open } = device();
	const first = listen(ears, tab().around);
	const others: number[] = [];
	const second = listen({ ...ears, onNews: ({ number }) => void others.push(number) }, tab().around);
	await later(1);
	expect(open()).toHaveLength(1);
	streams[0]!.say('news', '5');
	await later(1);
	expect([news, others]).toEqual([[5], [5]]);
	first();
	await later(1);
	expect(open().map(({ url }) => url)).toEqual(['/news?since=5']);
	const third: number[] = [];
	listen({ ...ears, since: 1, onNews: ({ number }) => void third.push(number) }, tab().around);
	await later(1);
	expect([third, open().length]).toEqual([[5], 1]);
	second();
});

test('when it is over for one tab it is over for all', async () => {
	const { streams, answers, tab, open } = device();
	for (const _ of [1, 2]) listen(ears, tab().around);
	await later(1);
	answers.push({ status: 401 });
	streams[0]!.fail();
	await later(100);
	expect([ended, open().length]).toEqual([['signed out', 'signed out'], 0]);
});
