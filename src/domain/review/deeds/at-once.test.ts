import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { openReview } from '../open.server.ts';
import { lines } from '../queries.server.ts';
import { agreedReview, type InTheMaking } from './in-the-making.fixture.ts';
import { addLine } from './plan.server.ts';
import { joinTeam } from './team.server.ts';

/** Deeds on one review that are sent in the same moment take turns. */
forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await agreedReview(database());
	});

	test('KSA-4 lines added at once each get their letter, and no more than the protocol has room for', async () => {
		const questions = Array.from({ length: 8 }, (_, index) => ({
			id: randomUUIDv7(),
			question: `${index}?`,
		}));
		const outcomes = await Promise.all(
			questions.map((line, index) => it.on(index % 2 ? it.host : it.reviewer, addLine, line)),
		);
		expect(outcomes.filter(isDone)).toHaveLength(6);
		const shown = await it.home.as(it.host, (ctx) => lines(ctx, it.key));
		expect(shown.map(({ letter }) => letter).join('')).toBe('ABCDEF');
	});

	test('reviewers put on the team at once are no more than the protocol has room for', async () => {
		const asked = [];
		for (let count = 0; count < 6; count += 1)
			asked.push(await it.home.invited('senior leader', it.home.members[1]));
		const outcomes = await Promise.all(
			asked.map((personId) => it.on(it.home.chair, joinTeam, { personId, role: 'reviewer' })),
		);
		const review = await it.home.as(it.host, (ctx) => openReview(ctx, it.reviewId));
		const { most } = review!.protocol.team.size;
		expect(review!.facts.team).toHaveLength(most);
		expect(outcomes.filter(isDone)).toHaveLength(most - 2);
	});
});

const isDone = (outcome: unknown): boolean => (outcome as { is: string }).is === 'done';
