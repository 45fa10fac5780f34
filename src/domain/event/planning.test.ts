import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { foundedPartnership, newPerson } from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import { callOffEvent, changeEvent, planEvent } from './deeds/planning.server.ts';
import { come } from './deeds/joining.server.ts';
import { holding, moderation, origin, type Holding } from './held.fixture.ts';
import { eventById } from './queries.server.ts';

const change = (ctx: Context, input: unknown) => changeEvent(ctx, origin, input);
const callOff = (ctx: Context, input: unknown) => callOffEvent(ctx, origin, input);

forEachEngine((database) => {
	let home: Holding;
	beforeAll(async () => {
		home = await holding(database());
	});
	const plan = (by: string, more: object = {}) =>
		home.does(by, planEvent, { id: randomUUIDv7(), ...moderation, ...more });
	const known = (by: string, id: string) => home.as(by, (ctx) => eventById(ctx, home.partnershipId, id));

	describe('HEP-9 an event is planned', () => {
		test('once by a form posted twice, and is a conflict with another day under the same id', async () => {
			const id = randomUUIDv7();
			for (const _ of [1, 2]) expect(await plan(home.chair, { id })).toEqual({ is: 'done', value: { id } });
			expect(await plan(home.chair, { id, fromDay: '2026-11-19' })).toMatchObject({ is: 'conflict' });
			expect(await known(home.teacher, id)).toMatchObject({
				...{ kind: 'moderation', title: 'Year 5 writing', fromDay: '2026-11-12', toDay: '2026-11-12' },
				...{ fromTime: '13:30', yearGroups: ['5'], leader: 'Somebody from outside', taken: 0, version: 1 },
			});
		});

		test.each([
			['a day that is over', { fromDay: '2026-09-06' }, 'fromDay'],
			['a last day before its first', { toDay: '2026-11-11' }, 'toDay'],
			['a last day years later', { toDay: '2028-11-11' }, 'toDay'],
			['an end before its start', { toTime: '13:00' }, 'toTime'],
			['no title', { title: ' ' }, 'title'],
			['a title of 10,000 characters', { title: '😀'.repeat(5000) }, 'title'],
			['nobody who leads it', { speaker: '' }, 'ledBy'],
			['places that are no number', { places: 'many' }, 'places'],
			['no place at all', { places: '0' }, 'places'],
			['no school where some are invited', { forWhom: 'schools' }, 'invitedIds'],
			['schools ticked where all are invited', { invitedIds: [randomUUIDv7()] }, 'invitedIds'],
			['a school that is not there', { forWhom: 'schools', invitedIds: [randomUUIDv7()] }, 'invitedIds'],
			['a leader who is not there', { speaker: '', ledBy: randomUUIDv7() }, 'ledBy'],
			['a theme that is not there', { themeId: randomUUIDv7() }, 'themeId'],
			['a year group that is none', { yearGroups: ['14'] }, 'yearGroups'],
			['a kind that is none', { kind: 'party' }, 'kind'],
		])('not with %s', async (_, more, field) => {
			expect(await plan(home.chair, more)).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
		});

		test('not with two who lead it', async () => {
			expect(await plan(home.chair, { ledBy: home.deputy })).toMatchObject({
				is: 'invalid',
				fields: { speaker: expect.stringMatching(/not both/) },
			});
		});

		test('with words of script and emoji as they were typed', async () => {
			const title = '<script>alert(1)</script> 😀';
			const id = await home.planned({ title });
			expect(await known(home.teacher, id)).toMatchObject({ title });
		});

		test('by whoever organises, a group’s lead for the group, and a head of its host or leader', async () => {
			const [first, second, third] = home.heads;
			const led = { speaker: '', ledBy: home.deputy };
			expect(await plan(await home.invited('administrator'))).toMatchObject({ is: 'done' });
			expect(await plan(first, { forWhom: home.group })).toMatchObject({ is: 'done' });
			expect(await plan(second, { forWhom: home.group })).toMatchObject({ is: 'invalid' });
			expect(await plan(second, led)).toMatchObject({ is: 'done' });
			expect(await plan(third, { atMemberId: home.third })).toMatchObject({ is: 'done' });
			for (const more of [{}, led, { atMemberId: home.members[0] }])
				expect(await plan(third, more)).toMatchObject({
					is: 'invalid',
					fields: { '': expect.stringMatching(/your own school/) },
				});
			expect(await plan(home.teacher, { atMemberId: home.members[0] })).toEqual({ is: 'denied' });
			expect(await plan(await newPerson(database()))).toEqual({ is: 'missing' });
			expect(await plan((await foundedPartnership(database())).chair)).toEqual({ is: 'missing' });
		});
	});

	test('HEP-9 an event is known to those whom it is for, to those who run it, and to nobody else', async () => {
		const [first, second, third] = home.heads;
		const elsewhere = await foundedPartnership(database());
		const stranger = await newPerson(database());
		const knownBy = async (id: string) => {
			const people = { first, second, third, ...{ teacher: home.teacher, deputy: home.deputy } };
			const found: string[] = [];
			for (const [name, person] of Object.entries(people)) if (await known(person, id)) found.push(name);
			for (const person of [elsewhere.chair, stranger]) expect(await known(person, id)).toBeNull();
			expect(await known(home.chair, id)).not.toBeNull();
			return found;
		};
		expect(await knownBy(await home.planned())).toEqual(['first', 'second', 'third', 'teacher', 'deputy']);
		expect(await knownBy(await home.planned({ forWhom: home.group }))).toEqual([
			...['first', 'second', 'teacher', 'deputy'],
		]);
		const some = { forWhom: 'schools', invitedIds: [home.third] };
		expect(await knownBy(await home.planned(some))).toEqual(['third']);
		expect(await knownBy(await home.planned({ ...some, atMemberId: home.members[0] }))).toEqual([
			...['first', 'third', 'teacher'],
		]);
		// Its leader knows of it, and so does the head who answers for them; their colleagues do not.
		expect(await knownBy(await home.planned({ ...some, speaker: '', ledBy: home.deputy }))).toEqual([
			...['second', 'third', 'deputy'],
		]);
	});

	describe('HEP-9 an event is changed', () => {
		const changing = (by: string, eventId: string, version: number, more: object) =>
			home.does(by, change, { eventId, version: String(version), ...moderation, ...more });

		test('once; who changes it by an old form is told, and finds what stands', async () => {
			const id = await home.planned();
			for (const _ of [1, 2])
				expect(await changing(home.chair, id, 1, { fromDay: '2026-11-19' })).toMatchObject({ is: 'done' });
			expect(await changing(home.chair, id, 1, { fromDay: '2026-11-26' })).toMatchObject({
				is: 'conflict',
				current: { fromDay: '2026-11-19', version: 2 },
			});
		});

		test('by its leader and planner, not by those who are merely invited, and not so that it is theirs no longer', async () => {
			const id = await home.planned({ speaker: '', ledBy: home.deputy });
			const by = { speaker: '', ledBy: home.deputy, bring: 'Six pieces of writing' };
			expect(await changing(home.deputy, id, 1, by)).toMatchObject({ is: 'done' });
			expect(await changing(home.heads[1], id, 2, by)).toMatchObject({ is: 'done' });
			expect(await changing(home.heads[2], id, 2, by)).toEqual({ is: 'denied' });
			expect(await changing(home.deputy, id, 2, { ...by, speaker: 'Another', ledBy: '' })).toMatchObject({
				is: 'invalid',
			});
		});

		test('with a letter to those who come where its day is another, and none where only words are', async () => {
			const id = await home.planned({ title: 'Moved' });
			for (const who of [home.teacher, home.deputy]) {
				const memberId = home.members[who === home.teacher ? 0 : 1];
				expect(await home.does(who, come, { eventId: id, memberId })).toMatchObject({ is: 'done' });
			}
			expect(await changing(home.chair, id, 1, { title: 'Moved', bring: 'Books' })).toMatchObject({
				is: 'done',
			});
			expect(await home.letters('Changed: Moved')).toEqual([]);
			const later = { title: 'Moved', fromDay: '2026-11-19' };
			expect(await changing(home.chair, id, 2, later)).toMatchObject({ is: 'done' });
			const sent = await home.letters('Changed: Moved');
			expect(sent.map((letter) => letter.id)).toEqual([home.teacher, home.deputy].toSorted());
			expect(sent[0]!.body).toContain('You have a part in it');
			expect(sent[0]!.body).toContain('Thursday 19 November 2026, 13:30 to 15:30');
			expect(sent[0]!.body).toContain(`${origin}/partnerships/${home.partnershipId}/events/${id}`);
		});

		test('and keeps a leader who has left until somebody else is chosen', async () => {
			const leaver = await home.invited('deputy', home.third);
			const by = { title: 'Led', speaker: '', ledBy: leaver };
			const id = await home.planned(by);
			await home.leaves(leaver, home.third, '2026-09-08');
			const later = '2026-09-09';
			const event = await home.as(home.chair, (ctx) => eventById(ctx, home.partnershipId, id), later);
			expect(event).toMatchObject({
				ledBy: leaver,
				leaderLeft: true,
				leaderSchools: '',
				leaderMemberIds: [],
			});
			const same = { eventId: id, version: '1', ...moderation, ...by, bring: 'Books' };
			expect(await home.does(home.chair, change, same, later)).toMatchObject({ is: 'done' });
			expect(
				await home.does(home.chair, planEvent, { id: randomUUIDv7(), ...moderation, ...by }, later),
			).toMatchObject({ is: 'invalid', fields: { ledBy: expect.any(String) } });
			expect(await home.as(leaver, (ctx) => eventById(ctx, home.partnershipId, id), later)).toBeNull();
		});
	});

	test('HEP-9 an event is called off once, with a reason that is told to those who come, and joined by nobody any more', async () => {
		const id = await home.planned({ title: 'Off' });
		await home.does(home.teacher, come, { eventId: id, memberId: home.members[0] });
		const off = (by: string, because = 'Snow.') => home.does(by, callOff, { eventId: id, because });
		expect(await off(home.teacher)).toEqual({ is: 'denied' });
		expect(await off(home.chair, ' ')).toMatchObject({
			is: 'invalid',
			fields: { because: expect.any(String) },
		});
		for (const _ of [1, 2]) expect(await off(home.chair)).toMatchObject({ is: 'done' });
		const sent = await home.letters('Called off: Off');
		expect(sent.map((letter) => letter.id)).toEqual([home.teacher]);
		expect(sent[0]!.body).toContain('Why: Snow.');
		expect(await known(home.teacher, id)).toMatchObject({ calledOff: { because: 'Snow.' } });
		expect(await home.does(home.deputy, come, { eventId: id, memberId: home.members[1] })).toMatchObject({
			is: 'invalid',
		});
		expect(await home.does(home.chair, change, { eventId: id, version: '1', ...moderation })).toMatchObject({
			is: 'invalid',
		});
	});

	test('HEP-9 with no rule of the application in the way the database lets nobody plan or change what is not theirs', async () => {
		const id = await home.planned();
		const insert = (who: string, more: { atMemberId?: string; plannedBy?: string } = {}) =>
			home.as(who, ({ db }) =>
				sql`insert into joint_event (partnership_id, id, kind, title, words, from_day, to_day, at_member_id, place, year_groups,
					subject, speaker, bring, for_whom, invited_ids, planned_by, planned_at)
					values (${home.partnershipId}, ${randomUUIDv7()}, 'CPD', 'x', '', '2026-11-12', '2026-11-12', ${more.atMemberId ?? null},
					'', '{}', '', 'x', '', 'all', '{}', ${more.plannedBy ?? who}, now())`.execute(db),
			);
		const refused = /row-level security/;
		const [, , third] = home.heads;
		await expect(insert(third)).rejects.toThrow(refused);
		await expect(insert(third, { atMemberId: home.third, plannedBy: home.chair })).rejects.toThrow(refused);
		await expect(insert(home.teacher, { atMemberId: home.members[0] })).rejects.toThrow(refused);
		await insert(third, { atMemberId: home.third });
		const taken = (who: string) =>
			home.as(who, async ({ db }) => {
				const { numAffectedRows } = await sql`update joint_event set title = 'Mine' where id = ${id}`.execute(
					db,
				);
				return numAffectedRows;
			});
		for (const who of [third, home.teacher]) expect(await taken(who)).toBe(0n);
		await expect(
			home.as(home.chair, ({ db }) =>
				sql`update joint_event set planned_by = ${home.chair} where id = ${id}`.execute(db),
			),
		).rejects.toThrow(/permission denied/);
	});

	test('HEP-9 with no rule of the application in the way what is called off stays so, and nobody leads who stands elsewhere', async () => {
		const id = await home.planned();
		const update = (set: ReturnType<typeof sql>) =>
			home.as(
				home.chair,
				async ({ db }) =>
					(await sql`update joint_event set ${set} where id = ${id}`.execute(db)).numAffectedRows,
			);
		const stranger = await newPerson(database());
		await expect(update(sql`led_by = ${stranger}, speaker = ''`)).rejects.toThrow(
			/stands in its partnership/,
		);
		expect(await update(sql`led_by = ${home.deputy}, speaker = ''`)).toBe(1n);
		expect(await home.does(home.chair, callOff, { eventId: id, because: 'Snow.' })).toMatchObject({
			is: 'done',
		});
		expect(await update(sql`called_off_by = null, called_off_at = null, called_off_because = null`)).toBe(0n);
		expect(await known(home.teacher, id)).toMatchObject({ calledOff: { because: 'Snow.' } });
	});
});
