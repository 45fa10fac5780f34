import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openReview } from '#domain/review/open.server.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool, deputy, type ActingSchool } from '#test/demo/acting-school.ts';
import { updateAction } from '../deeds/actions.server.ts';
import { takeBackImpact, tellImpact, tellUpdate } from './deeds.server.ts';
import { toldImpact } from './queries.server.ts';

const done = { is: 'done' };

forEachEngine((database) => {
	let school: ActingSchool;
	beforeAll(async () => {
		school = await actingSchool(database());
	}, 120_000);

	const update = (actionId: string, changes: object = {}) => ({
		...{ id: randomUUIDv7(), actionId, progress: 'under way', words: 'They write on 😀.', ...changes },
	});
	const figures = {
		measure: 'Children who go on',
		before: '12 of 30',
		now: '27 of 30',
		source: 'Our own count',
	};
	const told = (who: 'inkwell' | 'hedgepath' = 'inkwell') =>
		school.as(who, async (ctx) => toldImpact(ctx, (await openReview(ctx, school.reviewId))!));

	describe('CSC-29 evidence of change', () => {
		test('an update is narrative, or measured with a figure then and now and where they are from', async () => {
			const actionId = await school.plan({ owner: 'Morwenna Tealeaf' });
			await school.does(deputy, updateAction, update(actionId));
			await school.does(deputy, updateAction, update(actionId, { ...figures, words: 'Most do.' }));
			const updates = (await school.action('hedgepath', actionId))!.updates;
			expect(updates.map(({ words, measure, source }) => [words, measure?.now, source])).toEqual([
				['Most do.', '27 of 30', 'Our own count'],
				['They write on 😀.', undefined, ''],
			]);
		});

		test.each([
			['a figure without its beginning', { before: '' }, 'before'],
			['words in place of a figure', { now: 'most of them' }, 'now'],
			['no word of what it is of', { measure: '' }, 'measure'],
			['figures and no words', { words: '' }, 'words'],
		])('is refused at its field with %s', async (_, changes, field) => {
			const actionId = await school.plan();
			expect(
				await school.does('inkwell', updateAction, update(actionId, { ...figures, ...changes })),
			).toMatchObject({ is: 'invalid', fields: { [field]: expect.any(String) } });
		});

		test('is told as impact by the head without typing it again, once, and again after it was taken back', async () => {
			const actionId = await school.plan({ owner: 'Morwenna Tealeaf' });
			const said = update(actionId, figures);
			await school.does(deputy, updateAction, said);
			const telling = { actionId, updateId: said.id, heading: 'marking', pupils: 'Year 5' };
			for (const who of [deputy, 'hedgepath', 'plumbline'] as const)
				expect(await school.does(who, tellUpdate, telling)).toEqual({ is: 'denied' });
			expect(await school.does('inkwell', tellUpdate, { ...telling, heading: '' })).toMatchObject({
				fields: { heading: expect.any(String) },
			});
			for (const _ of [1, 2]) expect(await school.does('inkwell', tellUpdate, telling)).toMatchObject(done);
			const one = {
				...{ words: 'They write on 😀.', pupils: 'Year 5', source: 'Our own count', heading: 'marking' },
				...{ measure: { now: '27 of 30' }, action: { id: actionId } },
			};
			expect(await told('hedgepath')).toMatchObject([one]);
			expect((await school.action('inkwell', actionId))!.updates).toMatchObject([{ asImpact: true }]);
			await school.does('inkwell', takeBackImpact, { impactId: said.id });
			expect(await told()).toEqual([]);
			expect((await school.action('inkwell', actionId))!.updates).toMatchObject([{ asImpact: false }]);
			expect(await school.does('inkwell', tellUpdate, telling)).toMatchObject(done);
			expect(await told('hedgepath')).toMatchObject([one]);
			await school.does('inkwell', takeBackImpact, { impactId: said.id });
		});

		test('an update of another action, or one that says nothing, is not told', async () => {
			const [one, other] = [await school.plan(), await school.plan()];
			const said = update(one, { words: '' });
			await school.does('inkwell', updateAction, said);
			const telling = { updateId: said.id, heading: 'marking' };
			expect(await school.does('inkwell', tellUpdate, { ...telling, actionId: other })).toEqual({
				is: 'missing',
			});
			expect(await school.does('inkwell', tellUpdate, { ...telling, actionId: one })).toMatchObject({
				is: 'invalid',
			});
		});
	});

	test('CSC-31 a line of a later inspection is recorded with its day; not of one before the review or still to come', async () => {
		const line = {
			heading: 'marking',
			words: '“Pupils improve their own writing.”',
			inspectedOn: '2026-11-20',
		};
		const record = (changes: object = {}) =>
			school.does('inkwell', tellImpact, { id: randomUUIDv7(), ...line, ...changes });
		for (const inspectedOn of ['2026-11-24', '2026-11-04', 'soon'])
			expect(await record({ inspectedOn })).toMatchObject({
				is: 'invalid',
				fields: { inspectedOn: expect.any(String) },
			});
		expect(await record()).toMatchObject(done);
		expect(await told('hedgepath')).toMatchObject([{ inspectedOn: '2026-11-20', words: line.words }]);
	});
});
