import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Live, type Listener, startLive } from './streams.ts';

let numbers: Map<string, number>;
let asked: string[][];
let live: Live;
let failures: unknown[];
let read: (names: readonly string[]) => Promise<Map<string, number>>;

beforeEach(() => {
	vi.useFakeTimers();
	numbers = new Map([['a', 4]]);
	asked = [];
	failures = [];
	read = async (names) => {
		asked.push([...names]);
		return numbers;
	};
	live = startLive(
		(names) => read(names),
		(error) => failures.push(error),
	);
});
afterEach(async () => {
	await live.close();
	vi.useRealTimers();
});

/** Opens a stream and gathers what comes of it. */
function listen(more: Partial<Listener> = {}, on = live) {
	const stream = on.stream({
		name: 'a',
		owner: 'somebody',
		number: 4,
		since: 4,
		still: async () => true,
		...more,
	});
	const heard = { status: stream.status, words: '', over: false, leave: async () => {} };
	const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
	heard.leave = async () => reader?.cancel();
	void (async () => {
		for (;;) {
			const part = await reader?.read();
			if (!part || part.done) break;
			heard.words += part.value;
		}
		heard.over = true;
	})();
	return heard;
}
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const newsIn = (words: string) =>
	[...words.matchAll(/id: (\d+)\nevent: news\ndata: \1\n\n/g)].map(([, n]) => Number(n));

test('a number that moves on is told once, however often it moved in between', async () => {
	const one = listen();
	const another = listen({ owner: 'another' });
	await later(1_000);
	expect(one.words).toMatch(/^retry: \d{4}\n\nevent: beat\ndata: \.\n\n$/);
	for (const number of [5, 6, 7]) numbers.set('a', number);
	await later(300);
	expect([newsIn(one.words), newsIn(another.words)]).toEqual([[7], [7]]);
	await later(1_000);
	expect(newsIn(one.words)).toEqual([7]);
	expect(asked.every((names) => names.join() === 'a')).toBe(true);
});

test('what moves many times within the rest is told twice: at once, and after it', async () => {
	const resting = startLive(
		(names) => read(names),
		(error) => failures.push(error),
		{ restMs: 50 },
	);
	const heard: number[] = [];
	const stream = resting.stream({
		name: 'a',
		owner: 'somebody',
		number: 4,
		since: 4,
		still: async () => true,
	});
	void stream
		.body!.pipeThrough(new TextDecoderStream())
		.pipeTo(new WritableStream({ write: (words) => void heard.push(...newsIn(words)) }));
	await later(1_000);
	asked = [];
	for (const number of [5, 6, 7, 8]) {
		numbers.set('a', number);
		resting.moved();
		await later(10);
	}
	expect(heard).toEqual([5]);
	await later(50);
	expect([heard, asked.length]).toEqual([[5, 8], 2]);
	await resting.close();
});

test('whoever missed something hears of it at once, by one event; whoever knows nothing yet, too', async () => {
	const streams = [listen({ since: 1 }), listen({ since: null }), listen({ since: 4 })];
	await later(1);
	expect(streams.map(({ words }) => newsIn(words))).toEqual([[4], [4], []]);
});

test('a number read when a stream opened is not taken back by an older one that was on its way', async () => {
	listen({ owner: 'another' });
	await later(400);
	const one = listen({ number: 5, since: 5 });
	await later(1);
	expect(newsIn(one.words)).toEqual([]);
});

test('nothing is read while nobody listens', async () => {
	await later(5_000);
	expect(asked).toEqual([]);
	const one = listen();
	await later(1_000);
	const sofar = asked.length;
	expect(sofar).toBeGreaterThan(1);
	await one.leave();
	await later(5_000);
	expect(asked.length).toBeLessThanOrEqual(sofar + 1);
});

test('something is said while there is no news, so that the line is known to hold', async () => {
	const one = listen();
	await later(31_000);
	expect(one.words.match(/event: beat/g)).toHaveLength(3);
});

test('a stream ends with the right to it: before news is told, and after a while without any', async () => {
	let may = true;
	const still = async () => may;
	const one = listen({ still });
	may = false;
	numbers.set('a', 5);
	await later(300);
	expect([one.over, newsIn(one.words)]).toEqual([true, []]);

	may = true;
	const quiet = listen({ still, number: 5, since: 5 });
	await later(25_000);
	may = false;
	expect(quiet.over).toBe(false);
	await later(10_000);
	expect(quiet.over).toBe(true);

	const broken = listen({ still: () => Promise.reject(new Error('gone')), number: 5, since: 5 });
	numbers.set('a', 6);
	await later(300);
	expect([broken.over, newsIn(broken.words)]).toEqual([true, []]);
});

test('whoever no longer reads is not written to for ever, however large what is told', async () => {
	const stream = live.stream({
		...{ name: 'a', owner: 'somebody', number: 4, since: 4, still: async () => true },
		words: async (number) => [{ number, words: 'a'.repeat(200_000) }],
	});
	for (let number = 5; number < 15; number += 1) {
		numbers.set('a', number);
		await later(300);
	}
	const told = await new Response(stream.body).text();
	expect(told.match(/event: news/g)).toHaveLength(3);
});

test('what was said while the right was being asked is told as well, in its order, and only its last has the number', async () => {
	const reports = startLive(read, (error) => failures.push(error), { mayMs: 500 });
	let allow = () => {};
	const words = async (number: number, told: number | null) =>
		Array.from({ length: number - told! }, (_, nth) => ({ number: told! + 1 + nth }));
	const still = () => new Promise<boolean>((resolve) => (allow = () => resolve(true)));
	const one = listen({ still, words }, reports);
	// Until then holds what was asked when it was opened.
	await later(600);
	for (const number of [5, 7]) {
		numbers.set('a', number);
		await later(300);
	}
	expect(one.words).not.toContain('news');
	allow();
	await later(1);
	const said = (number: number) => `event: news\ndata: {"number":${number}}\n\n`;
	expect(one.words).toContain(`${said(5)}${said(6)}id: 7\n${said(7)}`);
	expect(one.words.match(/event: news/g)).toHaveLength(3);
	await reports.close();
});

test('what moves while the right is being asked is told after it was asked again', async () => {
	const answers: ((may: boolean) => void)[] = [];
	const one = listen({ still: () => new Promise((resolve) => answers.push(resolve)) });
	for (const number of [5, 6]) {
		numbers.set('a', number);
		await later(300);
	}
	answers[0]!(true);
	await later(1);
	expect([newsIn(one.words), one.over]).toEqual([[5], false]);
	answers[1]!(false);
	await later(1);
	expect([newsIn(one.words), one.over]).toEqual([[5], true]);
});

test('each has so many streams; the oldest makes room and is told why', async () => {
	const streams = Array.from({ length: 7 }, () => listen());
	const others = listen({ owner: 'another' });
	await later(1);
	expect(streams.map(({ over }) => over)).toEqual([true, ...Array.from({ length: 6 }, () => false)]);
	expect(streams[0]!.words).toContain('event: crowded');
	expect(others.over).toBe(false);
});

test('a failure of the database is told once and passed over', async () => {
	const one = listen();
	const works = read;
	read = () => Promise.reject(new Error('restarting'));
	await later(2_000);
	expect(failures).toHaveLength(1);
	read = works;
	numbers.set('a', 5);
	await later(600);
	expect(newsIn(one.words)).toEqual([5]);
});

test('when the server closes, streams end at once and no other opens', async () => {
	const one = listen();
	live.letGo();
	await later(1);
	expect(one.over).toBe(true);
	expect(listen().status).toBe(503);
});
