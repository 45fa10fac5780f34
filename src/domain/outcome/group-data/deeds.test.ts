import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formGroup } from '#domain/partnership/deeds/groups.server.ts';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import {
	foundedPartnership,
	foundingDay,
	newPerson,
	type Founded,
} from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { measureKeys } from '../measures.ts';
import { chooseData, takeOffData } from './deeds.server.ts';
import { dataOfGroups, dataOfMember } from './queries.server.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;

forEachEngine((database) => {
	let home: Founded;
	let outsideId: string;
	let [head, otherHead, elsewhere, staff, partner, stranger] = ['', '', '', '', '', ''];
	let groupId: string;

	beforeAll(async () => {
		home = await foundedPartnership(database());
		outsideId = randomUUIDv7();
		const outside = { id: outsideId, partnershipId: home.partnershipId, fromDay: foundingDay };
		await home.as(home.chair, (ctx) => addMember(ctx, { ...outside, name: 'Far school', place: 'Nowhere' }));
		head = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		elsewhere = await home.invited('headteacher', outsideId);
		staff = await home.invited('senior leader', home.members[0]);
		partner = await home.invited('outside partner');
		stranger = await newPerson(database());
	});
	beforeEach(async () => {
		groupId = await group();
	});

	async function group(schoolYear = '2026-27'): Promise<string> {
		const id = randomUUIDv7();
		const form = { id, partnershipId: home.partnershipId, name: id, schoolYear };
		await home.as(home.chair, (ctx) => formGroup(ctx, { ...form, memberIds: home.members }));
		return id;
	}
	const does = (by: string, deed: Deed, input: object) =>
		home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, groupId, ...input }));
	const form = (more: object = {}) => ({
		...{ id: randomUUIDv7(), measure: 'y5 maths expected', together: 'girls', why: '' },
		...more,
	});
	const chosen = async (more: object = {}, by = head) => {
		const filled = form(more);
		expect(await does(by, chooseData, filled)).toEqual({ is: 'done', value: { id: filled.id } });
		return filled.id;
	};
	const read = async (by = staff) =>
		(await home.as(by, (ctx) => dataOfGroups(ctx, home.partnershipId, [groupId])))[0]?.data ?? [];

	test('CSC-8 heads of the group and whoever organises choose measure and pupils, in their order, with why or without, before there is a focus', async () => {
		await chosen({ why: ' Girls fell back here. ' });
		await chosen({ measure: 'early years entry', together: 'all' }, otherHead);
		await chosen({ together: 'EAL' }, home.chair);
		const all = [
			{ measure: 'y5 maths expected', together: 'girls', why: 'Girls fell back here.' },
			{ measure: 'early years entry', together: 'all', why: '' },
			{ measure: 'y5 maths expected', together: 'EAL', why: '' },
		];
		for (const by of [head, staff, elsewhere, partner]) expect(await read(by)).toMatchObject(all);
		expect(await read(stranger)).toEqual([]);
	});

	test('CSC-8 a form sent twice is one; sent again with other words it comes back; the same under another form is refused', async () => {
		const filled = form({ why: 'Once' });
		for (const _ of [1, 2]) expect((await does(head, chooseData, filled)).is).toBe('done');
		expect(await does(head, chooseData, { ...filled, why: 'Twice' })).toMatchObject({
			is: 'conflict',
			current: { why: 'Once' },
		});
		expect(await does(otherHead, chooseData, form())).toEqual({
			is: 'invalid',
			fields: { measure: 'Your group looks at this already, and at these pupils.' },
		});
		expect(await read()).toMatchObject([{ id: filled.id, why: 'Once' }]);
	});

	test('CSC-8 two who choose the same at once have chosen it once', async () => {
		const answers = await Promise.all([head, otherHead].map((by) => does(by, chooseData, form())));
		expect(answers.map(({ is }) => is).sort()).toEqual(['done', 'invalid']);
		expect(await read()).toHaveLength(1);
	});

	test.each([
		['a measure that there is not', { measure: 'y7 latin expected' }, { measure: 'Choose a measure.' }],
		['no measure', { measure: '' }, { measure: 'Choose a measure.' }],
		['pupils that there are not', { together: 'left-handed' }, { together: 'Choose which pupils.' }],
		[
			'a reason that is a page',
			{ why: 'x'.repeat(301) },
			{ why: expect.stringMatching(/300/) as unknown as string },
		],
	])('CSC-8 refused by its field: %s', async (_, more, fields) => {
		expect(await does(head, chooseData, form(more))).toEqual({ is: 'invalid', fields });
		expect(await read()).toEqual([]);
	});

	test('CSC-8 twelve at most; one that is taken off makes room, and can be chosen anew', async () => {
		const ids = [];
		for (const measure of measureKeys.slice(0, 12)) ids.push(await chosen({ measure, together: 'all' }));
		expect(await does(head, chooseData, form())).toMatchObject({
			fields: { measure: expect.stringMatching(/12 at most/) },
		});
		for (const by of [otherHead, head])
			expect(await does(by, takeOffData, { dataId: ids[0] })).toMatchObject({ is: 'done' });
		expect((await read()).map(({ id }) => id)).toEqual(ids.slice(1));
		const again = await chosen({ measure: measureKeys[0], together: 'all' });
		expect((await read()).at(-1)).toMatchObject({ id: again });
	});

	test('CSC-8 a form that comes late, after it was taken off, does not bring it back', async () => {
		const filled = form();
		await does(head, chooseData, filled);
		await does(head, takeOffData, { dataId: filled.id });
		expect((await does(head, chooseData, filled)).is).toBe('done');
		expect(await read()).toEqual([]);
		expect(await does(head, chooseData, { ...filled, why: 'Something else' })).toMatchObject({
			fields: { '': expect.stringMatching(/sent before/) },
		});
	});

	test('CSC-8 what another group chose is not there to be taken off, nor its id to be chosen', async () => {
		const dataId = await chosen();
		groupId = await group();
		expect(await does(head, takeOffData, { dataId })).toEqual({ is: 'missing' });
		expect(await does(head, chooseData, form({ id: dataId }))).toEqual({ is: 'missing' });
		expect(await does(head, takeOffData, { dataId: randomUUIDv7() })).toEqual({ is: 'missing' });
	});

	test('CSC-8 a head of another group’s school, staff and a partner choose nothing and take nothing off; to a stranger it is not there', async () => {
		const dataId = await chosen();
		for (const by of [elsewhere, staff, partner]) {
			expect(await does(by, chooseData, form({ together: 'EAL' }))).toEqual({ is: 'denied' });
			expect(await does(by, takeOffData, { dataId })).toEqual({ is: 'denied' });
		}
		expect(await does(stranger, chooseData, form())).toEqual({ is: 'missing' });
		expect(await does(stranger, takeOffData, { dataId })).toEqual({ is: 'missing' });
		expect(await read()).toHaveLength(1);
	});

	test('CSC-8 a school is told what its groups of this year look at, and neither last year’s nor another school’s', async () => {
		const dataId = await chosen();
		const thisYear = groupId;
		groupId = await group('2025-26');
		await chosen();
		const told = async (memberId: string) =>
			(await home.as(partner, (ctx) => dataOfMember(ctx, home.partnershipId, memberId))).filter((one) =>
				[thisYear, groupId].includes(one.groupId),
			);
		for (const memberId of home.members)
			expect(await told(memberId)).toMatchObject([
				{ groupId: thisYear, groupName: thisYear, data: [{ id: dataId }] },
			]);
		expect(await told(outsideId)).toEqual([]);
	});

	describe('R6 in the database itself', () => {
		const insert = (by: string, author = by) =>
			home.as(by, (ctx) =>
				sql`insert into group_data (partnership_id, id, group_id, measure, together, why, chosen_by, chosen_at)
					values (${home.partnershipId}, ${randomUUIDv7()}, ${groupId}, 'phonics expected', 'all', '', ${author}, now())`.execute(
					ctx.db,
				),
			);
		const takeOff = (by: string, author = by) =>
			home.as(by, (ctx) =>
				sql`update group_data set taken_off_by = ${author}, taken_off_at = now() where group_id = ${groupId}`.execute(
					ctx.db,
				),
			);

		test('nothing is chosen by the head of another group’s school, by staff or in another’s name', async () => {
			for (const [by, author] of [[elsewhere], [staff], [head, staff]] as [string, string?][])
				await expect(insert(by, author)).rejects.toThrow(/row-level security/);
			expect((await insert(head)).numAffectedRows).toBe(1n);
		});

		test('nor taken off by them', async () => {
			await chosen();
			for (const by of [elsewhere, staff, stranger]) expect((await takeOff(by)).numAffectedRows).toBe(0n);
			await expect(takeOff(head, staff)).rejects.toThrow(/row-level security/);
			expect((await takeOff(otherHead)).numAffectedRows).toBe(1n);
		});
	});
});
