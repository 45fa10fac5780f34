import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { members } from '#domain/partnership/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { release } from '#domain/review/deeds/sharing.server.ts';
import { founder, type PersonKey } from '#test/cast.ts';
import { forEachEngine } from '#test/database.ts';
import { actingSchool } from '#test/demo/acting-school.ts';
import { changeEvent, enterProfileYear, takeBackEvent, tellEvent } from './deeds.server.ts';
import { eventsOf, profileYears } from './queries.server.ts';
import { storyOf } from './screen.server.ts';

type Deed = (ctx: Context, input: unknown) => Promise<Outcome>;

forEachEngine((database) => {
	let home: Founded;
	let head: string;
	let deputy: string;
	let otherHead: string;
	let schools: [string, string];

	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		deputy = await home.invited('deputy', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		const all = await home.as(home.chair, (ctx) => members(ctx, home.partnershipId, ''));
		schools = home.members.map((id) => all.find((one) => one.id === id)!.schools[0]!.id) as [string, string];
	});

	const of = () => ({ partnershipId: home.partnershipId, memberId: home.members[0] });
	const does = (by: string, deed: Deed, input: object) =>
		home.as(by, (ctx) => deed(ctx, { ...of(), ...input }));
	const told = (by: string) =>
		home.as(by, async (ctx) => (await eventsOf(ctx, of())).map(({ words }) => words));
	const event = (more: object = {}) => ({
		...{
			id: randomUUIDv7(),
			kind: 'an inspection',
			year: '2016',
			day: '',
			words: 'They came.',
			opened: 'yes',
		},
		...more,
	});

	test('CEN-8 a head tells what happened, for all or for people of the school; nobody else does', async () => {
		for (const by of [home.chair, deputy, otherHead])
			expect(await does(by, tellEvent, event())).toEqual({ is: 'denied' });
		expect(await does(await newPerson(database()), tellEvent, event())).toEqual({ is: 'missing' });
		const open = event({ words: 'Inspected.' });
		for (let times = 0; times < 2; times++)
			expect(await does(head, tellEvent, open)).toMatchObject({ is: 'done' });
		await does(
			head,
			tellEvent,
			event({ words: 'A new head. <script>', kind: 'a change', opened: undefined }),
		);
		for (const by of [head, deputy])
			expect((await told(by)).toSorted()).toEqual(['A new head. <script>', 'Inspected.']);
		for (const by of [home.chair, otherHead]) expect(await told(by)).toEqual(['Inspected.']);
		const right = { ...event({ words: 'Inspected twice.' }), eventId: open.id, version: '1' };
		expect(await does(otherHead, changeEvent, right)).toEqual({ is: 'denied' });
		expect(await does(head, changeEvent, right)).toMatchObject({ is: 'done' });
		expect(await does(head, changeEvent, { ...right, words: 'Otherwise.' })).toMatchObject({
			is: 'conflict',
			current: { words: 'Inspected twice.' },
		});
		expect(await does(head, takeBackEvent, { eventId: open.id })).toMatchObject({ is: 'done' });
		expect(await told(home.chair)).toEqual([]);
		expect(await does(head, changeEvent, { ...right, version: '2' })).toEqual({ is: 'missing' });
	});

	test.each([
		['a year that is none', { year: 'last' }, 'year'],
		['a year of long ago', { year: '1880' }, 'year'],
		['a day of another year', { day: '2017-01-10' }, 'day'],
		['no words', { words: ' ' }, 'words'],
		['nothing that it was', { kind: 'party' }, 'kind'],
	])('it is refused with %s', async (_, changes, field) => {
		expect(await does(head, tellEvent, event(changes))).toMatchObject({
			is: 'invalid',
			fields: { [field]: expect.any(String) },
		});
	});

	test('KSA-1 a school’s profile is kept year by year, put right by version, read by all', async () => {
		const year = { schoolId: schools[0], schoolYear: '2016-17', version: '0', onRoll: '98', send: '12.5' };
		expect(await does(otherHead, enterProfileYear, year)).toEqual({ is: 'denied' });
		expect(await does(head, enterProfileYear, { ...year, schoolId: schools[1] })).toEqual({ is: 'missing' });
		expect(await does(head, enterProfileYear, { ...year, send: '140' })).toMatchObject({
			fields: { send: 'A percentage is from 0 to 100.' },
		});
		for (let times = 0; times < 2; times++)
			expect(await does(head, enterProfileYear, year)).toMatchObject({ is: 'done' });
		expect(await does(head, enterProfileYear, { ...year, onRoll: '99' })).toMatchObject({ is: 'conflict' });
		expect(await does(head, enterProfileYear, { ...year, version: '1', onRoll: '101' })).toMatchObject({
			is: 'done',
		});
		expect(await home.as(otherHead, (ctx) => profileYears(ctx, of()))).toMatchObject([
			{ schoolYear: '2016-17', onRoll: 101, send: 12.5, disadvantaged: null, version: 2 },
		]);
	});

	test('past all rules nobody tells of a school that they do not head', async () => {
		const row = {
			...{
				partnership_id: home.partnershipId,
				id: randomUUIDv7(),
				member_id: home.members[0],
				kind: 'a change',
			},
			...{ year: 2016, words: 'Not so.', opened: true, told_at: new Date() },
		};
		for (const by of [otherHead, deputy, home.chair])
			await expect(
				home.as(by, ({ db }) =>
					db
						.insertInto('school_event')
						.values({ ...row, told_by: by })
						.execute(),
				),
			).rejects.toThrow('row-level security');
	});
});

forEachEngine((database) => {
	test('CEN-8 R4 the story tells of findings and what became of them what its reader may read, once the report is out', async () => {
		const school = await actingSchool(database());
		await school.plan({ title: 'Show others how' });
		const of = { partnershipId: school.partnershipId, memberId: school.founded.members.get('fernmarsh')! };
		const read = (who: PersonKey) =>
			school.as(who, async (ctx) => {
				const { findings } = await storyOf(ctx, of, false);
				return (findings.get(school.reviewId) ?? []).map(({ became }) => became.length);
			});
		const whole = await read('inkwell');
		expect(whole.length).toBe(school.findings.length);
		expect(whole.filter((count) => count === 1)).toHaveLength(1);
		expect(await read('hedgepath')).toEqual(whole);
		for (const who of ['lanternby', founder, 'ledgerly', 'ropewalk'] as const)
			expect(await read(who)).toEqual([]);
		const opened = { id: randomUUIDv7(), thing: 'actions', audience: 'heads' };
		await school.does('inkwell', release, opened);
		// Of actions alone a head still learns nothing of what they answer.
		expect(await read('lanternby')).toEqual([]);
	});
});
