import { beforeAll, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { courseOf } from '../course.server.ts';
import { openReview } from '../open.server.ts';
import { ticks } from '../queries.server.ts';
import { agreedReview, type InTheMaking } from './in-the-making.fixture.ts';
import { standStill } from './team.server.ts';
import { tickStage, untickStage } from './ticks.server.ts';

const afterwards = '2026-11-24';

forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await agreedReview(database());
	});

	const tick = (by: string, more: object = {}, day = afterwards) =>
		it.on(by, tickStage, { stage: 'thanks', on: '2026-11-23', note: 'By letter', ...more }, day);
	const untick = (by: string, stage = 'thanks') => it.on(by, untickStage, { stage }, afterwards);
	const onCourse = (key: string) =>
		it.home.as(
			it.host,
			async (ctx) =>
				(await courseOf(ctx, (await openReview(ctx, it.reviewId))!)).find((one) => one.key === key),
			afterwards,
		);

	test('NFS-13 what only people can see done is ticked by those the protocol asks, and by nobody else', async () => {
		const head = await it.home.invited('headteacher', it.home.members[1]);
		for (const one of [it.host, head, it.home.chair]) expect(await tick(one)).toEqual({ is: 'denied' });
		expect(await onCourse('thanks')).toMatchObject({ state: 'due', done: null });
		expect(await tick(it.reviewer)).toMatchObject({ is: 'done' });
		expect(await onCourse('thanks')).toMatchObject({ state: 'done', done: '2026-11-23' });
	});

	test('of two ticks the first stands, with who it was and what they noted', async () => {
		expect(await tick(it.facilitator, { on: '2026-11-24', note: 'Again' })).toMatchObject({ is: 'done' });
		expect(await it.home.as(it.host, (ctx) => ticks(ctx, it.key))).toEqual([
			{ stage: 'thanks', on: '2026-11-23', note: 'By letter', by: expect.any(String) },
		]);
	});

	test('it is taken back by those who may tick, the row stays, and it is ticked anew', async () => {
		expect(await untick(it.host)).toEqual({ is: 'denied' });
		expect(await untick(it.facilitator)).toMatchObject({ is: 'done' });
		expect(await onCourse('thanks')).toMatchObject({ state: 'due' });
		expect(await untick(it.facilitator)).toEqual({ is: 'missing' });
		expect(await tick(it.facilitator)).toMatchObject({ is: 'done' });
		const rows = await database().asOwner((db) =>
			db
				.selectFrom('stage_tick')
				.select(['ticked_by', 'withdrawn_by'])
				.where('review_id', '=', it.reviewId)
				.orderBy('withdrawn_at')
				.execute(),
		);
		expect(rows).toEqual([
			{ ticked_by: it.reviewer, withdrawn_by: it.facilitator },
			{ ticked_by: it.facilitator, withdrawn_by: null },
		]);
	});

	test('a stage the product sees for itself is not ticked, nor one that is not there', async () => {
		for (const stage of ['publish', 'horoscope'])
			expect(await tick(it.facilitator, { stage })).toEqual({ is: 'missing' });
	});

	test.each([
		['that has not come', '2026-11-25', /not come yet/],
		['before the review was proposed', '2026-09-06', /before the review was proposed/],
		['that does not exist', '2026-02-30', /not a date/],
	])('a day %s is refused by the field', async (_, on, sentence) => {
		expect(await tick(it.reviewer, { on })).toMatchObject({
			is: 'invalid',
			fields: { on: expect.stringMatching(sentence) },
		});
	});

	test('a review that stands still is not ticked', async () => {
		await it.on(it.host, standStill, { id: it.reviewId, kind: 'deferred', reason: 'Snow.' });
		expect(await tick(it.reviewer)).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringMatching(/stands still/) },
		});
		expect(await untick(it.reviewer)).toMatchObject({ is: 'invalid' });
	});
});
