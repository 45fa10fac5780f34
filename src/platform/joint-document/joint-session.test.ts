import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { JointSession, type LogPart, type Sent, type Standing } from './joint-session.ts';
import { most } from './shape.ts';

/** A server with a log, which may be out of reach or refuse. */
function server() {
	const log: Uint8Array[] = [];
	const state = { answer: null as Sent | null, fetches: 0, sends: 0, hold: null as Promise<void> | null };
	const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
	const after = (number: number): LogPart => ({
		after: number,
		number: log.length,
		updates: log.slice(number).map(base64),
	});
	return { log, state, after };
}

type Server = ReturnType<typeof server>;

function page(at: Server, shelf: { kept: readonly Uint8Array[]; full?: boolean } = { kept: [] }) {
	const told: Standing[] = [];
	const session = new JointSession(
		{
			async fetch(after) {
				at.state.fetches += 1;
				if (at.state.answer?.is === 'paused') throw new Error('no signal');
				return at.after(after);
			},
			async send(update) {
				at.state.sends += 1;
				await at.state.hold;
				if (at.state.answer) return at.state.answer;
				at.log.push(update);
				return { is: 'taken' };
			},
			async keep(update) {
				if (shelf.full) throw new DOMException('full', 'QuotaExceededError');
				shelf.kept = [...update];
			},
			async letGo() {
				shelf.kept = [];
			},
		},
		(standing) => told.push(standing),
	);
	const text = session.doc.getText('words');
	return { session, text, told, shelf, write: (words: string) => text.insert(text.length, words) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const noSignal: Sent = { is: 'paused', because: 'no signal' };

test('what is written within a moment travels together, and is let go when the server has it', async () => {
	const at = server();
	const { session, write, told, shelf } = page(at);
	await session.open([]);
	for (const letter of 'Reading aloud') write(letter);
	expect(shelf.kept).toHaveLength(1);
	expect(told.at(-1)).toEqual({ is: 'saving' });
	await later(150);
	expect([at.log.length, told.at(-1), shelf.kept]).toEqual([1, { is: 'saved' }, []]);
});

test('one batch at a time: what is written meanwhile stays kept until its own turn', async () => {
	const at = server();
	const { session, write, told, shelf } = page(at);
	await session.open([]);
	let release = () => {};
	at.state.hold = new Promise((resolve) => (release = resolve));
	write('one ');
	await later(150);
	write('two');
	await later(5_000);
	expect([at.state.sends, told.at(-1)]).toEqual([1, { is: 'saving' }]);
	at.state.hold = null;
	release();
	await later(50);
	expect(shelf.kept).toHaveLength(1);
	await later(150);
	expect([at.log.length, shelf.kept, told.at(-1)]).toEqual([2, [], { is: 'saved' }]);
});

test('without signal it waits on the device, asks less and less often, and goes on when there is some', async () => {
	const at = server();
	const { session, write, told, shelf } = page(at);
	await session.open([]);
	at.state.answer = noSignal;
	write('in the lift');
	await later(60_000);
	expect(at.state.sends).toBeLessThan(10);
	expect(told.at(-1)).toEqual({ is: 'waiting', because: 'no signal', kept: true });
	at.state.answer = null;
	session.retry();
	await later(50);
	expect([at.log.length, told.at(-1), shelf.kept]).toEqual([1, { is: 'saved' }, []]);
});

test('more than one update may be, written without signal, is kept and sent in parcels, in order', async () => {
	const at = server();
	const { session, write, told, shelf } = page(at);
	await session.open([]);
	at.state.answer = noSignal;
	for (let nth = 0; nth < 6; nth += 1) {
		write(String(nth).repeat(most.updateBytes / 4));
		await later(20_000);
	}
	expect(shelf.kept.length).toBeGreaterThan(1);
	const left = [...shelf.kept];
	at.state.answer = null;
	session.retry();
	await later(1_000);
	expect([told.at(-1), shelf.kept]).toEqual([{ is: 'saved' }, []]);
	for (const update of at.log) expect(update.byteLength).toBeLessThan(most.updateBytes);
	for (const updates of [at.log, left]) {
		const whole = new Y.Doc();
		for (const update of updates) {
			Y.applyUpdate(whole, update);
			expect(whole.store.pendingStructs).toBeNull();
		}
		expect(whole.getText('words').length).toBe((most.updateBytes / 4) * 6);
	}
});

test('a device that keeps nothing is told of', async () => {
	const at = server();
	const { session, write, told } = page(at, { kept: [], full: true });
	await session.open([]);
	at.state.answer = noSignal;
	write('only here');
	await later(500);
	expect(told.at(-1)).toEqual({ is: 'waiting', because: 'no signal', kept: false });
});

test('what an earlier page left behind is taken up and sent', async () => {
	const at = server();
	const before = page(at);
	await before.session.open([]);
	at.state.answer = noSignal;
	before.write('before the battery went');
	await later(500);
	const left = before.shelf.kept;
	before.session.end('gone');
	at.state.answer = null;
	const after = page(at);
	await after.session.open(left);
	await later(200);
	expect([after.text.toString(), at.log.length]).toEqual(['before the battery went', 1]);
});

test('others’ words come in; where the log does not go on from what is known the rest is fetched once', async () => {
	const at = server();
	const [one, other] = [page(at), page(at)];
	await one.session.open([]);
	await other.session.open([]);
	for (const word of ['a ', 'b ', 'c ']) {
		one.write(word);
		await later(150);
	}
	const fetches = at.state.fetches;
	await other.session.hear(at.after(2));
	expect([other.text.toString(), at.state.fetches > fetches]).toEqual(['a b c ', true]);
	one.write('d');
	await later(150);
	const now = at.state.fetches;
	await other.session.hear(at.after(3));
	expect([other.text.toString(), at.state.fetches, other.session.known]).toEqual(['a b c d', now, 4]);
	await later(500);
	expect(at.log).toHaveLength(4);
});

describe('a page of which the server takes nothing more', () => {
	test.each([
		[{ is: 'refused', words: 'It is closed.' } as const, 'It is closed.'],
		[{ is: 'outdated' } as const, expect.stringContaining('load the page again')],
	])('%j gives the words back and keeps them', async (answer, why) => {
		const at = server();
		const { session, write, told, shelf } = page(at);
		await session.open([]);
		at.state.answer = answer;
		for (const letter of 'my words') write(letter);
		await later(200);
		expect(told.at(-1)).toEqual({ is: 'over', why, unsent: 'my words' });
		expect(shelf.kept).toHaveLength(1);
		write(' and more');
		await later(20_000);
		expect(at.state.sends).toBe(1);
	});
});

test('all pages come to the same', async () => {
	const at = server();
	const pages = [page(at), page(at), page(at)];
	for (const { session } of pages) await session.open([]);
	for (let round = 0; round < 20; round += 1)
		for (const [index, { write, session }] of pages.entries()) {
			write(`${index}`);
			await later(40);
			if (round % 3 === index) await session.hear(at.after(Math.max(0, at.log.length - 1)));
		}
	await later(500);
	for (const { session } of pages) await session.hear(at.after(at.log.length));
	const whole = new Y.Doc();
	for (const update of at.log) Y.applyUpdate(whole, update);
	for (const { text } of pages) expect(text.toString()).toBe(whole.getText('words').toString());
	expect(whole.getText('words').toString()).toHaveLength(60);
});
