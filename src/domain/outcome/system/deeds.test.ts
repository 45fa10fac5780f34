import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	foundedPartnership,
	foundingDay,
	newPerson,
	type Founded,
} from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { changeSystem, saySystem, takeBackSystem } from './deeds.server.ts';
import { systemsOf } from './queries.server.ts';
import { systemsScreen } from './screen.server.ts';

forEachEngine((database) => {
	let home: Founded;
	let [head, otherHead, staff, outsider] = ['', '', '', ''];
	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		staff = await home.invited('senior leader', home.members[0]);
		outsider = await newPerson(database());
	});

	const does = (
		by: string,
		deed: (ctx: Context, input: unknown) => Promise<Outcome<unknown>>,
		input: object,
	) => home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, ...input }));
	const form = (more: object = {}) => ({
		...{ id: randomUUIDv7(), memberId: home.members[0], name: 'Star', usedFor: 'Years 1 to 6' },
		...{ sinceYear: '2022-23', untilYear: '', ...more },
	});
	const said = async (more: object = {}, by = head) => {
		const filled = form(more);
		expect(await does(by, saySystem, filled)).toEqual({ is: 'done', value: { id: filled.id } });
		return filled.id;
	};
	const read = (by: string) => home.as(by, (ctx) => systemsOf(ctx, home.partnershipId));
	const one = async (id: string) => (await read(staff)).find((found) => found.id === id);

	test('CSC-27 heads say what their school uses, and everybody of the partnership reads what is in common', async () => {
		const filled = form();
		for (const _ of [1, 2]) expect((await does(head, saySystem, filled)).is).toBe('done');
		await said({ memberId: home.members[1], name: ' sTAR ' }, otherHead);
		await said({ memberId: home.members[1], name: 'Ours' }, home.chair);
		for (const by of [head, staff, home.chair]) {
			const screen = await home.as(by, (ctx) => systemsScreen(ctx, home.partnershipId));
			expect(screen!.systems.map(({ name, schools }) => [name, schools])).toEqual([
				['Star', 2],
				['Ours', 1],
			]);
			expect(screen!.known).toEqual(['Ours', 'Star']);
		}
		expect(await home.as(outsider, (ctx) => systemsScreen(ctx, home.partnershipId))).toBeNull();
		expect(await read(outsider)).toEqual([]);
	});

	test('nobody says it of a school that is not theirs', async () => {
		const id = await said({ name: 'Kept' });
		const change = { systemId: id, version: 1, name: 'Mine', sinceYear: '2022-23' };
		for (const by of [otherHead, staff, outsider]) {
			expect((await does(by, saySystem, form())).is).toMatch(/denied|missing/);
			expect((await does(by, changeSystem, change)).is).toMatch(/denied|missing/);
			expect((await does(by, takeBackSystem, { systemId: id })).is).toMatch(/denied|missing/);
		}
		expect(await does(head, saySystem, form({ memberId: randomUUIDv7() }))).toEqual({ is: 'missing' });
		expect(await one(id)).toMatchObject({ name: 'Kept', version: 1 });
	});

	test.each([
		['no name', { name: ' ' }, { name: 'Name the system.' }],
		['no year', { sinceYear: '' }, { sinceYear: 'Choose the school year.' }],
		['a year that is none', { sinceYear: '2022-24' }, { sinceYear: 'Choose the school year.' }],
		['an end before the beginning', { untilYear: '2021-22' }, { untilYear: 'That is before it began.' }],
	])('refused by its field: %s', async (_, more, fields) => {
		expect(await does(head, saySystem, form(more))).toEqual({ is: 'invalid', fields });
	});

	test('put right, it takes its own spelling; sent twice it is done once, and from an older page it changes nothing', async () => {
		const systemId = await said({ name: 'pira' });
		const change = {
			systemId,
			version: 1,
			name: 'PiRA',
			usedFor: '',
			sinceYear: '2021-22',
			untilYear: '2023-24',
		};
		for (const _ of [1, 2]) expect((await does(home.chair, changeSystem, change)).is).toBe('done');
		expect((await does(head, changeSystem, { ...change, name: 'PUMA' })).is).toBe('conflict');
		expect(await one(systemId)).toMatchObject({ name: 'PiRA', untilYear: '2023-24', version: 2 });
		for (const _ of [1, 2]) await does(head, takeBackSystem, { systemId });
		expect(await one(systemId)).toBeUndefined();
		expect(await does(head, changeSystem, { ...change, version: 2 })).toEqual({ is: 'missing' });
	});

	test('the same form sent again with other words comes back as a conflict and changes nothing', async () => {
		const filled = form({ name: 'Once' });
		await does(head, saySystem, filled);
		for (const more of [{ usedFor: 'Year 6' }, { name: 'once' }, { untilYear: '2023-24' }])
			expect(await does(head, saySystem, { ...filled, ...more })).toMatchObject({
				...{ is: 'conflict', current: { name: 'Once', usedFor: 'Years 1 to 6', untilYear: '' } },
			});
		expect(await one(filled.id)).toMatchObject({ name: 'Once', usedFor: 'Years 1 to 6', version: 1 });
	});

	test('none is said of a school that has left, nor is it offered to be chosen', async () => {
		const parted = await foundedPartnership(database());
		const [stays, leaves] = parted.members;
		await database().asOwner((db) =>
			db.updateTable('member').set({ until_day: foundingDay }).where('id', '=', leaves).execute(),
		);
		const { partnershipId, chair } = parted;
		const say = (memberId: string) =>
			parted.as(chair, (ctx) => saySystem(ctx, { ...form({ memberId }), partnershipId }));
		expect(await say(leaves)).toEqual({ is: 'missing' });
		expect((await say(stays)).is).toBe('done');
		const screen = await parted.as(chair, (ctx) => systemsScreen(ctx, partnershipId));
		expect(screen!.enters.map(({ value }) => value)).toEqual([stays]);
	});

	test('thirty at most of one school', async () => {
		const full = await foundedPartnership(database());
		const [memberId] = full.members;
		await database().asOwner((db) =>
			sql`insert into assessment_system (partnership_id, id, member_id, name, used_for, since_year, written_by, written_at)
				select ${full.partnershipId}, gen_random_uuid(), ${memberId}, 'No ' || n, '', '2020-21', ${full.chair}, now()
				from generate_series(1, 30) n`.execute(db),
		);
		const more = { ...form({ memberId }), partnershipId: full.partnershipId };
		expect(await full.as(full.chair, (ctx) => saySystem(ctx, more))).toMatchObject({
			fields: { '': expect.stringMatching(/at most 30/) },
		});
	});

	describe('R6 in the database itself', () => {
		const insert = (by: string, author = by) =>
			home.as(by, (ctx) =>
				sql`insert into assessment_system (partnership_id, id, member_id, name, used_for, since_year, written_by, written_at)
					values (${home.partnershipId}, ${randomUUIDv7()}, ${home.members[0]}, 'Star', '', '2020-21', ${author}, now())`.execute(
					ctx.db,
				),
			);

		test('none is written by the head of another school, by staff or in another’s name', async () => {
			for (const [by, author] of [[otherHead], [staff], [head, staff]] as [string, string?][])
				await expect(insert(by, author)).rejects.toThrow(/row-level security/);
			expect((await insert(head)).numAffectedRows).toBe(1n);
		});

		test('nor changed by them', async () => {
			const id = await said({ name: 'Stays' });
			const change = (by: string) =>
				home.as(by, (ctx) =>
					sql`update assessment_system set name = 'Gone', written_by = ${by} where id = ${id}`.execute(
						ctx.db,
					),
				);
			for (const by of [otherHead, staff]) expect((await change(by)).numAffectedRows).toBe(0n);
			expect((await change(head)).numAffectedRows).toBe(1n);
		});
	});
});
