import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import type { PersonKey } from '#test/cast.ts';
import { doing } from '#test/demo/doing.ts';
import type { Founded } from '#test/demo/founding.ts';
import { fernmarshReview, monday } from '#test/demo/published-review.ts';
import { answerLookBack } from '../look-back/answering.server.ts';
import { lookBacks } from '../look-back/queries.server.ts';
import { actionsOf, answerableFindings, progressReports } from '../queries.server.ts';
import { planAction, reportProgress, rescheduleAction, updateAction } from './actions.server.ts';
import { closeReview } from './closing.server.ts';

const nobody: PersonKey[] = ['hedgepath', 'plumbline', 'lanternby', 'ledgerly', 'ropewalk'];

forEachEngine((database) => {
	let founded: Founded;
	let reviewId: string;
	let findingId: string;
	beforeAll(async () => {
		({ founded, reviewId } = await fernmarshReview(database(), 'published'));
		const findings = await as('inkwell', async (ctx) =>
			answerableFindings(ctx, (await openReview(ctx, reviewId))!),
		);
		findingId = findings[2]!.id;
	}, 120_000);

	const as = <T>(who: PersonKey, work: (ctx: Context) => Promise<T>) =>
		doing(founded, who, monday, '09:00', work);
	const plan = (changes: object = {}) => ({
		id: randomUUIDv7(),
		reviewId,
		findingId,
		title: 'Replace the end of the checklist',
		owner: 'English leader',
		due: '2027-02-12',
		measureOfSuccess: 'Nobody waits.',
		...changes,
	});
	const planned = async (changes: object = {}) => {
		const action = plan(changes);
		expect(await as('inkwell', (ctx) => planAction(ctx, action))).toMatchObject({ is: 'done' });
		return action.id;
	};
	const action = (who: PersonKey, id: string) =>
		as(who, async (ctx) => (await actionsOf(ctx, (await openReview(ctx, reviewId))!, { id }))[0]);

	describe('planning an action', () => {
		test('NFS-11 the host head plans it; it answers a finding and is read by host, champion and team', async () => {
			const id = await planned();
			for (const who of ['inkwell', 'plumbline', 'hedgepath'] as const)
				expect(await action(who, id)).toMatchObject({
					progress: 'not started',
					finding: { id: findingId },
					updates: [],
				});
			expect(await action('lanternby', id)).toBeUndefined();
		});

		test.each([
			[
				'a day that is past',
				{ due: '2026-11-22' },
				{ due: 'Choose a day that is still to come: today is Monday 23 November 2026.' },
			],
			['no day at all', { due: '' }, { due: 'Say by which day.' }],
			[
				'a day that does not exist',
				{ due: '2027-02-30' },
				{ due: 'That is not a date. Write it like 2026-12-03.' },
			],
			[
				'a finding of no review',
				{ findingId: randomUUIDv7() },
				{ findingId: 'Choose the finding it answers.' },
			],
			[
				'no measure of success',
				{ measureOfSuccess: ' ' },
				{ measureOfSuccess: 'Say how you will know that it has worked.' },
			],
			['control characters', { title: 'Do\u0007it' }, { title: expect.stringContaining('characters') }],
		])('is refused with %s', async (_, changes, fields) => {
			expect(await as('inkwell', (ctx) => planAction(ctx, plan(changes)))).toEqual({ is: 'invalid', fields });
		});

		test('today is soon enough', async () => {
			await planned({ due: monday });
		});

		test.each(nobody)('is not for %s', async (who) => {
			expect(await as(who, (ctx) => planAction(ctx, plan()))).toEqual({ is: 'denied' });
		});

		test('posted twice it is one action', async () => {
			const action = plan();
			for (let times = 0; times < 2; times++) await as('inkwell', (ctx) => planAction(ctx, action));
			const all = await as('inkwell', async (ctx) => actionsOf(ctx, (await openReview(ctx, reviewId))!));
			expect(all.filter(({ id }) => id === action.id)).toHaveLength(1);
		});
	});

	describe('an action', () => {
		test('is updated by its head, and by an owner of the school whose name it bears', async () => {
			const id = await planned({ owner: 'morwenna tealeaf' });
			const update = { id: randomUUIDv7(), reviewId, actionId: id, progress: 'under way', words: '' };
			expect(await as('tealeaf', (ctx) => updateAction(ctx, update))).toEqual({ is: 'done', value: null });
			expect(await as('tealeaf', (ctx) => updateAction(ctx, update))).toEqual({ is: 'done', value: null });
			expect(await action('inkwell', id)).toMatchObject({
				owner: 'Morwenna Tealeaf',
				progress: 'under way',
				updates: [{ words: '' }],
			});
		});

		test('is not to be updated by others who read it, and not to be found by those who may not', async () => {
			const id = await planned();
			const update = { id: randomUUIDv7(), reviewId, actionId: id, progress: 'done', words: '' };
			expect(await as('hedgepath', (ctx) => updateAction(ctx, update))).toEqual({ is: 'denied' });
			expect(await as('tealeaf', (ctx) => updateAction(ctx, update))).toEqual({ is: 'missing' });
		});

		test('that changes course says how', async () => {
			const update = {
				id: randomUUIDv7(),
				reviewId,
				actionId: await planned(),
				progress: 'changed course',
				words: '',
			};
			expect(await as('inkwell', (ctx) => updateAction(ctx, update))).toEqual({
				is: 'invalid',
				fields: { words: 'Say what you will do instead, and why.' },
			});
		});

		test('is put off with a reason; the day it had been stays to be read', async () => {
			const id = await planned();
			const move = { id: randomUUIDv7(), reviewId, actionId: id, due: '2027-03-01', reason: 'Flu.' };
			expect(await as('inkwell', (ctx) => rescheduleAction(ctx, move))).toEqual({ is: 'done', value: null });
			expect(await as('inkwell', (ctx) => rescheduleAction(ctx, move))).toEqual({ is: 'done', value: null });
			expect(await action('inkwell', id)).toMatchObject({
				due: '2027-03-01',
				progress: 'not started',
				updates: [{ words: 'Flu.', dueBefore: '2027-02-12' }],
			});
			for (const [due, said] of [
				['2026-01-01', 'still to come'],
				['2027-03-01', 'already'],
			] as const)
				expect(
					await as('inkwell', (ctx) => rescheduleAction(ctx, { ...move, id: randomUUIDv7(), due })),
				).toMatchObject({
					is: 'invalid',
					fields: { due: expect.stringContaining(said) },
				});
		});
	});

	test('NFS-15 the host head reports progress; nobody else does', async () => {
		const report = { id: randomUUIDv7(), reviewId, words: 'Slow, and going.' };
		for (const who of nobody)
			expect(await as(who, (ctx) => reportProgress(ctx, report))).toEqual({ is: 'denied' });
		for (let times = 0; times < 2; times++) await as('inkwell', (ctx) => reportProgress(ctx, report));
		const reports = await as('hedgepath', async (ctx) =>
			progressReports(ctx, (await openReview(ctx, reviewId))!),
		);
		expect(reports.map(({ words }) => words)).toEqual(['Slow, and going.']);
	});

	test('CEN-9 each side looks back alone, reads the other once both have, and only then is the review closed', async () => {
		const answers = {
			applied: 'All of it.',
			further: 'More.',
			reach: 'whole',
			difference: 'They write on.',
			'review-more': 'No.',
		};
		const answer = (who: PersonKey, changes = {}, version = 0) =>
			as(who, (ctx) => answerLookBack(ctx, { reviewId, version, answers: { ...answers, ...changes } }));
		const read = (who: PersonKey) =>
			as(who, async (ctx) =>
				(await lookBacks(ctx, (await openReview(ctx, reviewId))!)).map(({ side }) => side),
			);
		const close = (who: PersonKey) => as(who, (ctx) => closeReview(ctx, { reviewId }));

		for (const who of ['plumbline', 'lanternby', 'tealeaf'] as const)
			expect(await answer(who)).toEqual({ is: 'denied' });
		expect(await answer('inkwell', { applied: '' })).toEqual({
			is: 'invalid',
			fields: { applied: 'Write an answer.' },
		});
		expect(await answer('inkwell', { reach: 'moon' })).toMatchObject({
			is: 'invalid',
			fields: { reach: expect.any(String) },
		});
		expect(await answer('inkwell')).toEqual({ is: 'done', value: null });
		expect(await answer('inkwell')).toEqual({ is: 'done', value: null });
		expect([await read('inkwell'), await read('hedgepath')]).toEqual([['host'], []]);
		expect(await answer('inkwell', { further: 'Much more.' }, 1)).toEqual({ is: 'done', value: null });
		expect(await answer('inkwell', { further: 'Less.' }, 1)).toMatchObject({
			is: 'conflict',
			current: { answers: { further: 'Much more.' }, version: 2 },
		});
		expect(await close('inkwell')).toEqual({
			is: 'invalid',
			fields: { '': 'A review is closed once it has been looked back on. The team has still to answer.' },
		});

		expect(await answer('hedgepath')).toEqual({ is: 'done', value: null });
		expect(await answer('quillington', { applied: 'Some of it.' })).toMatchObject({
			is: 'conflict',
			current: { side: 'team', answers: { applied: 'All of it.' } },
		});
		for (const who of ['inkwell', 'hedgepath', 'quillington'] as const)
			expect(await read(who)).toEqual(['host', 'team']);
		expect(await answer('inkwell', { further: 'As they say.' }, 2)).toMatchObject({ is: 'conflict' });
		await expect(
			as('inkwell', ({ db }) =>
				db.updateTable('look_back').set({ answers: '{}' }).where('review_id', '=', reviewId).execute(),
			),
		).rejects.toThrow('stays as it was');
		for (const who of ['plumbline', 'lanternby', 'ropewalk'] as const) expect(await read(who)).toEqual([]);

		for (const who of ['hedgepath', 'plumbline', 'ledgerly'] as const)
			expect(await close(who)).toEqual({ is: 'denied' });
		const teamReads = () =>
			as('hedgepath', ({ db }) =>
				db.selectFrom('evidence').select('id').where('review_id', '=', reviewId).execute(),
			);
		expect((await teamReads()).length).toBeGreaterThan(0);
		expect(await close('foxglove')).toEqual({ is: 'done', value: null });
		expect(await teamReads()).toEqual([]);
		expect(await as('inkwell', (ctx) => planAction(ctx, plan()))).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('closed') },
		});
	});
});

forEachEngine((database) => {
	test('before the report is published nothing of what follows can be done', async () => {
		const { founded, reviewId } = await fernmarshReview(database(), 'on the day', monday);
		const as = <T>(work: (ctx: Context) => Promise<T>) => doing(founded, 'inkwell', monday, '09:00', work);
		const action = {
			id: randomUUIDv7(),
			reviewId,
			findingId: randomUUIDv7(),
			title: 'A',
			owner: 'B',
			due: '2027-01-11',
			measureOfSuccess: 'C',
		};
		const answers = { applied: 'a', further: 'b', reach: 'whole', difference: 'c', 'review-more': 'd' };
		const early = { is: 'invalid', fields: { '': expect.stringContaining('published') } };
		expect(await as((ctx) => planAction(ctx, action))).toMatchObject(early);
		expect(
			await as((ctx) => reportProgress(ctx, { id: randomUUIDv7(), reviewId, words: 'x' })),
		).toMatchObject(early);
		expect(await as((ctx) => answerLookBack(ctx, { reviewId, answers }))).toMatchObject(early);
		expect(await as((ctx) => planAction(ctx, { ...action, reviewId: randomUUIDv7() }))).toEqual({
			is: 'missing',
		});
	}, 120_000);
});
