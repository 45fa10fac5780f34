import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { schoolsOf } from '../import/queries.server.ts';
import { sayOfYear } from './deeds.server.ts';
import { yearComments } from './queries.server.ts';

const measure = 'ks2 rwm expected';
const base2021 = 'No tests: schools were closed.';

forEachEngine((database) => {
	let home: Founded;
	let [head, otherHead, staff, governor] = ['', '', '', ''];
	let schoolId = '';

	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		staff = await home.invited('senior leader', home.members[0]);
		governor = await home.invited('governor', home.members[0]);
		[schoolId] = (await home.as(home.chair, async (ctx) =>
			(await schoolsOf(ctx, home.partnershipId, [home.members[0]])).map(({ id }) => id),
		)) as [string];
	});

	const says = (by: string, more: object = {}) =>
		home.as(by, (ctx) =>
			sayOfYear(ctx, {
				...{ partnershipId: home.partnershipId, schoolId, measure, year: '2020' },
				...{ words: 'No tests: schools were closed.', ...more },
			}),
		);
	const read = (by: string) =>
		home.as(by, (ctx) => yearComments(ctx, home.partnershipId, [schoolId], measure));
	const done = { is: 'done', value: null };

	test('CEN-7 a year without a figure has its comment, by its school, for its staff until the head opens it', async () => {
		for (const _ of [1, 2]) expect(await says(head)).toEqual(done);
		for (const who of [head, staff])
			expect(await read(who)).toEqual([
				{
					...{ schoolId, year: '2019-20', words: 'No tests: schools were closed.', version: 1 },
					sharedWith: [],
				},
			]);
		for (const who of [otherHead, governor, home.chair]) expect(await read(who)).toEqual([]);
		expect(await says(head, { version: '1', sharedWith: ['heads'] })).toEqual(done);
		expect(await read(otherHead)).toMatchObject([{ sharedWith: ['heads'] }]);
		expect(await read(governor)).toEqual([]);
	});

	test('R10 what somebody else said meanwhile is shown; what was said before is kept', async () => {
		expect(await says(head, { version: '1', words: 'Later.' })).toMatchObject({
			is: 'conflict',
			current: { words: 'No tests: schools were closed.' },
		});
		expect(await says(head, { words: 'Anew.' })).toMatchObject({ is: 'conflict' });
		expect(await says(head, { version: '2', words: 'Closed from March.', sharedWith: ['heads'] })).toEqual(
			done,
		);
		const { rows } = await database().asOwner((db) =>
			sql<{ former: unknown }>`select former from outcome_comment where school_id = ${schoolId}`.execute(db),
		);
		expect(rows[0]!.former).toMatchObject([
			{ words: 'No tests: schools were closed.', by: head },
			{ words: 'No tests: schools were closed.', by: head },
		]);
	});

	test('R6 others neither say nor share it; who organises is told that it is taken, and shares nothing', async () => {
		for (const who of [otherHead, staff, governor]) expect(await says(who)).toEqual({ is: 'denied' });
		expect(await says(home.chair)).toMatchObject({ is: 'invalid', fields: { year: expect.any(String) } });
		expect(await says(home.chair, { year: '2021', sharedWith: ['heads'] })).toEqual({ is: 'denied' });
		expect(await says(home.chair, { year: '2021' })).toEqual(done);
		expect((await read(staff)).map(({ year }) => year)).toEqual(['2019-20', '2020-21']);
	});

	test('the database lets nobody write past that', async () => {
		const row = { partnership_id: home.partnershipId, school_id: schoolId, measure, year: '2018-19' };
		for (const who of [otherHead, staff, governor])
			await expect(
				home.as(who, (ctx) =>
					ctx.db
						.insertInto('outcome_comment')
						.values({
							...{ ...row, words: 'Mine.', version: 1, written_by: who, written_at: ctx.now },
							keys: [`person:${who}`],
						})
						.execute(),
				),
			).rejects.toThrow(/row-level security/);
		const changed = await home.as(otherHead, (ctx) =>
			ctx.db
				.updateTable('outcome_comment')
				.set({ words: 'Mine.', written_by: otherHead })
				.where('school_id', '=', schoolId)
				.executeTakeFirst(),
		);
		expect(changed.numUpdatedRows).toBe(0n);
	});

	test('R6 nor lets it who organises open a comment to others, forge what was said before or write to keys of others', async () => {
		const { partnershipId } = home;
		const base = {
			partnership_id: partnershipId,
			school_id: schoolId,
			measure,
			written_by: home.chair,
			version: 1,
		};
		for (const keys of [[`partnership:${partnershipId}`], [`person:${head}`]])
			await expect(
				home.as(home.chair, (ctx) =>
					ctx.db
						.insertInto('outcome_comment')
						.values({ ...base, year: '2017-18', words: 'Mine.', written_at: ctx.now, keys })
						.execute(),
				),
			).rejects.toThrow(/row-level security/);
		const own = (more: object) =>
			home.as(home.chair, (ctx) =>
				ctx.db
					.updateTable('outcome_comment')
					.set({ version: 2, former: JSON.stringify([{ words: base2021 }]), ...more })
					.where('school_id', '=', schoolId)
					.where('year', '=', '2020-21')
					.executeTakeFirst(),
			);
		for (const more of [
			{ keys: [`person:${home.chair}`, `heads:${partnershipId}`] },
			{ former: '[]' },
			{ version: 9 },
		])
			await expect(own(more)).rejects.toThrow(/row-level security/);
	});

	test('empty words take it back, and the year is free again', async () => {
		for (const _ of [1, 2])
			expect(await says(head, { version: '3', words: '', sharedWith: ['heads'] })).toEqual(done);
		expect((await read(head)).map(({ year }) => year)).toEqual(['2020-21']);
		expect(await says(head, { words: 'After all.', sharedWith: ['heads'] })).toEqual(done);
		expect(await read(head)).toMatchObject([{ words: 'After all.', sharedWith: ['heads'] }, {}]);
	});

	test('what the head took back is said anew by who organises to the school alone', async () => {
		expect(await says(home.chair, { year: '2021', version: '1', words: '' })).toEqual(done);
		const keys = await home.as(head, async (ctx) => {
			await sayOfYear(ctx, {
				...{ partnershipId: home.partnershipId, schoolId, measure, year: '2021' },
				...{ words: 'Ours.', sharedWith: ['heads'] },
			});
			return yearComments(ctx, home.partnershipId, [schoolId], measure);
		});
		expect(keys).toMatchObject([{}, { year: '2020-21', words: 'Ours.', sharedWith: ['heads'], version: 3 }]);
		expect(await says(head, { year: '2021', version: '3', words: '', sharedWith: ['heads'] })).toEqual(done);
		expect(await says(home.chair, { year: '2021', words: 'Theirs.' })).toEqual(done);
		expect(await read(home.chair)).toMatchObject([{ words: 'Theirs.', sharedWith: [] }]);
	});

	test.each([
		[{ words: '' }, 'words'],
		[{ year: '20' }, 'year'],
		[{ year: '' }, 'year'],
		[{ year: '2090' }, 'year'],
		[{ measure: 'happiness' }, 'measure'],
		[{ words: 'a\u0000b' }, 'words'],
	])('is refused beside its field: %j', async (more, name) =>
		expect(await says(head, { year: '2015', ...more })).toMatchObject({
			is: 'invalid',
			fields: { [name]: expect.any(String) },
		}),
	);
});
