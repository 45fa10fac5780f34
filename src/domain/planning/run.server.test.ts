import { describe, expect, test } from 'vitest';
import { groupingInstance } from './grouping/instance.fixture.ts';
import { proposeGroups } from './grouping/solve.ts';
import type { Progress } from './propose.ts';
import { startConflict, startProposal } from './run.server.ts';

describe('a proposal reckoned in a thread of its own', () => {
	test('CSC-18: is the one that is reckoned here, and tells how it is going', async () => {
		const input = groupingInstance(12, 1);
		const told: Progress[] = [];
		const ended = await startProposal({ stage: 'groups', input }, (one) => told.push(one)).ended;
		expect(ended).toEqual({ is: 'answer', answer: await proposeGroups(input) });
		expect(told.at(-1)).toMatchObject({ stage: 'groups', value: expect.any(Number) as number });
	});

	test('that leaves schools out is explained by the rules that collide', async () => {
		const input = { ...groupingInstance(5, 1), competing: { within: 0, except: [] } };
		const { ended } = startConflict({ stage: 'groups', input }, new Map());
		expect(await ended).toMatchObject({
			is: 'answer',
			answer: { left: 1, rules: [{ key: 'size', words: 'A group has 3 to 4 schools.', left: 0 }] },
		});
	});

	test('is stopped while it runs and while it waits, and the next one goes on', async () => {
		const long = startProposal({ stage: 'groups', input: groupingInstance(100, 1) }, () => long.stop());
		const waiting = startProposal({ stage: 'groups', input: groupingInstance(8, 1) });
		const next = startProposal({ stage: 'groups', input: groupingInstance(8, 1) });
		waiting.stop();
		expect(await long.ended).toEqual({ is: 'stopped' });
		expect(await waiting.ended).toEqual({ is: 'stopped' });
		expect((await next.ended).is).toBe('answer');
		long.stop();
	});

	test('that fails says so, and takes nothing else down', async () => {
		const broken = startProposal({ stage: 'groups', input: null as never });
		expect((await broken.ended).is).toBe('failed');
		const next = startProposal({
			stage: 'days',
			input: { reviews: [], people: [], mostInWeek: null, mostInHalfTerm: null, weights: {} },
		});
		expect(await next.ended).toMatchObject({ is: 'answer', answer: { stage: 'days', dated: [] } });
	});
});
