import { describe, expect, test } from 'vitest';
import { groupingInstance } from './grouping/instance.fixture.ts';
import { proposeGroups } from './grouping/solve.ts';
import type { Progress } from './propose.ts';
import { startConflict, startProposal } from './run.server.ts';
import { yearInstance } from './year.fixture.ts';
import { proposeYear } from './year/solve.ts';

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
			answer: [
				{ stage: 'groups', left: 1, rules: [{ key: 'size', words: 'A group has 3 to 4 schools.', left: 0 }] },
			],
		});
	});

	test('of a year is a plan of teams and of days, and why either leaves somebody without', async () => {
		const plan = { ...yearInstance(3, 1), agreed: [] };
		const told: Progress[] = [];
		const ended = await startProposal({ stage: 'year', input: plan }, (one) => told.push(one)).ended;
		expect(ended).toEqual({ is: 'answer', answer: await proposeYear(plan) });
		expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['teams', 'days']));

		const [first, ...others] = plan.teams.reviews;
		const alone = { ...first!, reviewersFrom: [] };
		const crowded = {
			...plan,
			teams: { ...plan.teams, reviews: [alone, ...others], competing: { within: 0, except: [] } },
			days: { ...plan.days, mostInHalfTerm: 0 },
		};
		const { ended: why } = startConflict({ stage: 'year', input: crowded }, new Map());
		expect(await why).toMatchObject({
			is: 'answer',
			answer: [
				{ stage: 'teams', left: 1, rules: [{ key: 'group', left: 0 }] },
				{ stage: 'days', left: 3, rules: [{ key: 'half-term', left: 0 }] },
			],
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
