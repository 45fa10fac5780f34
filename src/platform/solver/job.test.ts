import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { expect, test } from 'vitest';
import { startJob } from './job.ts';

const waiting = fileURLToPath(new URL('waiting.fixture.ts', import.meta.url));

test('the time of a job begins with its turn', async () => {
	const turns = pLimit(1);
	const jobs = [900, 900, 900].map((ms) => startJob<never, string>(waiting, ms, { turns, longestMs: 2_000 }));
	for (const job of jobs) expect(await job.ended).toEqual({ is: 'answer', answer: 'done' });
}, 15_000);

test('one that takes longer is stopped, and the next has its turn', async () => {
	const turns = pLimit(1);
	const long = startJob<never, string>(waiting, 60_000, { turns, longestMs: 200 });
	const next = startJob<never, string>(waiting, 1, { turns });
	expect(await long.ended).toEqual({ is: 'stopped' });
	expect(await next.ended).toEqual({ is: 'answer', answer: 'done' });
}, 15_000);
