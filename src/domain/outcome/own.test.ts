import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { enterMeasure } from './actions.server.ts';
import { schoolsOf } from './import/queries.server.ts';
import { circlesOf, enteredFigures } from './own-queries.server.ts';
import { correctFigure, shareFigures, withdrawFigure } from './own.server.ts';

forEachEngine((database) => {
	let home: Founded;
	let [head, otherHead, staff] = ['', '', ''];
	let schoolId = '';
	const measure = 'phonics expected';
	const figureId = randomUUIDv7();

	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		staff = await home.invited('senior leader', home.members[0]);
		[schoolId] = (await home.as(home.chair, async (ctx) =>
			(await schoolsOf(ctx, home.partnershipId, [home.members[0]])).map(({ id }) => id),
		)) as [string];
		const entry = { year: '2025', value: '71', pupils: '30', pupilGroup: 'girls', measure };
		expect(await does(head, enterMeasure, { id: figureId, ...entry })).toMatchObject({ is: 'done' });
	});

	const does = (
		by: string,
		deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>,
		input: object,
	) => home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, schoolId, ...input }));
	const corrects = (by: string, more: object = {}) =>
		does(by, correctFigure, {
			figureId,
			version: '1',
			value: '72',
			pupils: '29',
			comment: 'Recounted.',
			...more,
		});
	const school = () => ({ partnershipId: home.partnershipId, schoolId });
	const figures = (by: string) =>
		home.as(by, (ctx) => enteredFigures(ctx, { ...school(), seesSmall: by === head }, measure));

	test('CEN-7 a figure is put right with its comment, once; what was written on an older version is shown', async () => {
		for (const _ of [1, 2]) expect(await corrects(head)).toEqual({ is: 'done', value: null });
		expect(await figures(head)).toMatchObject([{ value: 72, pupils: 29, comment: 'Recounted.', version: 2 }]);
		expect(await corrects(head, { value: '80' })).toMatchObject({ is: 'conflict', current: { value: 72 } });
	});

	test('what it said before stays under it', async () => {
		const row = await database().asOwner((db) =>
			db.selectFrom('measure').select('former').where('id', '=', figureId).executeTakeFirst(),
		);
		expect(row!.former).toMatchObject([{ value: 71, pupils: 30, comment: '' }]);
	});

	test.each([
		[{ value: '101' }, 'value'],
		[{ value: 'most' }, 'value'],
		[{ pupils: '' }, 'pupils'],
		[{ comment: 'a\u0000b' }, 'comment'],
	])('is refused beside its field: %j', async (more, field) =>
		expect(await corrects(head, { version: '2', ...more })).toMatchObject({
			is: 'invalid',
			fields: { [field]: expect.any(String) },
		}),
	);

	test('R6 nobody else puts it right, shares it or takes it back', async () => {
		for (const someone of [otherHead, staff]) {
			expect(await corrects(someone)).toEqual({ is: 'denied' });
			expect(await does(someone, withdrawFigure, { figureId })).toEqual({ is: 'denied' });
		}
		// Those who organise know nothing of it.
		expect(await corrects(home.chair)).toEqual({ is: 'missing' });
		for (const someone of [home.chair, otherHead, staff])
			expect(await does(someone, shareFigures, { measure, sharedWith: ['heads'] })).toEqual({ is: 'denied' });
	});

	test('CSC-8 its head opens the figures of a measure to others, and closes them again', async () => {
		expect(await figures(otherHead)).toEqual([]);
		await does(head, shareFigures, { measure, sharedWith: ['heads', 'governors'] });
		expect(await home.as(head, (ctx) => circlesOf(ctx, school(), measure))).toEqual(['governors', 'heads']);
		expect(await figures(otherHead)).toHaveLength(1);
		await does(head, shareFigures, { measure, sharedWith: [] });
		expect(await figures(otherHead)).toEqual([]);
		expect(await figures(staff)).toHaveLength(1);
	});

	test('taken back it is gone, and the year is free for another', async () => {
		for (const _ of [1, 2])
			expect(await does(head, withdrawFigure, { figureId })).toMatchObject({ is: 'done' });
		expect(await figures(head)).toEqual([]);
		expect(await corrects(head, { version: '2' })).toEqual({ is: 'missing' });
		const anew = {
			id: randomUUIDv7(),
			year: '2025',
			value: '70',
			pupils: '30',
			pupilGroup: 'girls',
			measure,
		};
		expect(await does(head, enterMeasure, anew)).toMatchObject({ is: 'done' });
	});
});
