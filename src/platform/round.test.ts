import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startRound, type Round } from './round.ts';

let round: Round | undefined;
let faults: unknown[];
beforeEach(() => {
	vi.useFakeTimers();
	faults = [];
});
afterEach(async () => {
	await round?.stop();
	vi.useRealTimers();
});
const report = (fault: unknown) => void faults.push(fault);

test('work is done at once and then again and again, though it fails', async () => {
	let done = 0;
	round = startRound(
		async () => {
			done += 1;
			throw new Error(`no. ${done}`);
		},
		report,
		60,
	);
	await vi.advanceTimersByTimeAsync(120_000);
	expect(done).toBe(3);
	expect(faults).toHaveLength(3);
});

test('work that takes long is not begun again, and stopping waits for it', async () => {
	let begun = 0;
	let finish = () => {};
	round = startRound(
		() => {
			begun += 1;
			return new Promise((resolve) => (finish = resolve));
		},
		report,
		60,
	);
	await vi.advanceTimersByTimeAsync(180_000);
	expect(begun).toBe(1);
	let stopped = false;
	const stopping = round.stop().then(() => (stopped = true));
	await vi.advanceTimersByTimeAsync(180_000);
	expect([begun, stopped]).toEqual([1, false]);
	finish();
	await stopping;
	expect(stopped).toBe(true);
});
