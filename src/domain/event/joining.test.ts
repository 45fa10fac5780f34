import { sql } from 'kysely';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { endMembership } from '#domain/partnership/deeds/membership.server.ts';
import { newPerson } from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import { bringPeople, come, stayAway, takeOut } from './deeds/joining.server.ts';
import { changeEvent } from './deeds/planning.server.ts';
import { holding, moderation, origin, type Holding } from './held.fixture.ts';
import { comingTo } from './joining-queries.server.ts';
import { eventById } from './queries.server.ts';

forEachEngine((database) => {
	let home: Holding;
	beforeAll(async () => {
		home = await holding(database());
	});
	const bring = (who: string, eventId: string, memberId: string, more: object, day?: string) =>
		home.does(who, bringPeople, { eventId, memberId, othersVersion: '0', ...more }, day);
	const coming = async (eventId: string, day?: string) =>
		(
			await home.as(home.chair, (ctx) => comingTo(ctx, { partnershipId: home.partnershipId, eventId }), day)
		).map(({ memberName, people, others }) => [memberName, people.map(({ name }) => name), others]);
	const taken = async (eventId: string, day?: string) =>
		(await home.as(home.chair, (ctx) => eventById(ctx, home.partnershipId, eventId), day))!.taken;

	describe('HEP-9 an event is joined', () => {
		test('by a head for people of their school and for others, and two forms add up', async () => {
			const [head] = home.heads;
			const [member] = home.members;
			const eventId = await home.planned();
			const first = { personIds: [home.teacher], seen: [], others: '2' };
			for (const _ of [1, 2]) expect(await bring(head, eventId, member, first)).toMatchObject({ is: 'done' });
			// Opened before: nobody stood on it. It ticks the head, and takes nobody out.
			expect(await bring(head, eventId, member, { personIds: head, seen: [], others: '2' })).toMatchObject({
				is: 'done',
			});
			expect(await coming(eventId)).toEqual([
				['Demo school 0', ['Demo headteacher', 'Demo senior leader'], 2],
			]);
			const other = { personIds: [head], seen: [head], others: '5' };
			expect(await bring(head, eventId, member, other)).toMatchObject({ is: 'conflict' });
			const known = { personIds: [], seen: [head, home.teacher], others: '0', othersVersion: '1' };
			expect(await bring(head, eventId, member, known)).toMatchObject({ is: 'done' });
			expect(await coming(eventId)).toEqual([['Demo school 0', [], 0]]);
		});

		test('by somebody for themselves, who leaves again; by nobody for a school at which they do not work', async () => {
			const eventId = await home.planned();
			const joining = (who: string, memberId: string) => home.does(who, come, { eventId, memberId });
			for (const _ of [1, 2])
				expect(await joining(home.deputy, home.members[1])).toMatchObject({ is: 'done' });
			expect(await taken(eventId)).toBe(1);
			expect(await joining(home.deputy, home.members[0])).toEqual({ is: 'denied' });
			expect(await joining(await newPerson(database()), home.members[0])).toEqual({ is: 'missing' });
			expect(await bring(home.heads[1], eventId, home.members[0], {})).toEqual({ is: 'denied' });
			expect(await bring(home.heads[1], eventId, home.members[1], { personIds: home.teacher })).toMatchObject(
				{
					is: 'invalid',
				},
			);
			for (const _ of [1, 2])
				expect(await home.does(home.deputy, stayAway, { eventId })).toMatchObject({ is: 'done' });
			expect(await taken(eventId)).toBe(0);
		});

		test('by schools that are invited alone, and not once it is over', async () => {
			const eventId = await home.planned({ forWhom: 'schools', invitedIds: [home.third] });
			const led = await home.planned({
				...{ forWhom: 'schools', invitedIds: [home.third], speaker: '', ledBy: home.deputy },
			});
			expect(await home.does(home.heads[0], come, { eventId, memberId: home.members[0] })).toEqual({
				is: 'missing',
			});
			// Whoever leads it comes anyhow, and takes no place of another school.
			expect(await home.does(home.deputy, come, { eventId: led, memberId: home.members[1] })).toEqual({
				is: 'missing',
			});
			const late = '2026-11-13';
			expect(await home.does(home.heads[2], come, { eventId, memberId: home.third }, late)).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/is over/) },
			});
		});

		test('and whoever runs it takes somebody off the list; others do not', async () => {
			const eventId = await home.planned();
			await home.does(home.deputy, come, { eventId, memberId: home.members[1] });
			const off = (who: string) => home.does(who, takeOut, { eventId, personId: home.deputy });
			expect(await off(home.teacher)).toEqual({ is: 'denied' });
			expect(await off(home.chair)).toMatchObject({ is: 'done' });
			expect(await taken(eventId)).toBe(0);
		});
	});

	describe('HEP-9 places', () => {
		test('are as many as there are, whether for people or for others', async () => {
			const eventId = await home.planned({ places: '3' });
			const [head] = home.heads;
			const [member, other] = home.members;
			const full = { is: 'invalid', fields: { others: expect.stringMatching(/3 places are left/) } };
			expect(await bring(head, eventId, member, { others: '4' })).toMatchObject(full);
			expect(await bring(head, eventId, member, { others: '3' })).toMatchObject({ is: 'done' });
			expect(await home.does(home.deputy, come, { eventId, memberId: other })).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/last place/) },
			});
			const swapped = { others: '2', othersVersion: '1', personIds: home.teacher };
			expect(await bring(head, eventId, member, swapped)).toMatchObject({ is: 'done' });
			expect(await taken(eventId)).toBe(3);
			const fewer = { eventId, version: '1', ...moderation, places: '2' };
			const change = (ctx: Context, input: unknown) => changeEvent(ctx, origin, input);
			expect(await home.does(home.chair, change, fewer)).toMatchObject({
				is: 'invalid',
				fields: { places: '3 places are taken already. Keep at least as many.' },
			});
			expect(await home.does(home.chair, change, { ...fewer, places: '' })).toMatchObject({ is: 'done' });
		});

		test('two who take the last one at once: one is told that it is taken', async () => {
			const eventId = await home.planned({ places: '1' });
			const outcomes = await Promise.all([
				home.does(home.teacher, come, { eventId, memberId: home.members[0] }),
				home.does(home.deputy, come, { eventId, memberId: home.members[1] }),
			]);
			expect(outcomes.map(({ is }) => is).toSorted()).toEqual(['done', 'invalid']);
			expect(await taken(eventId)).toBe(1);
		});

		test('of a school that leaves the partnership are free again', async () => {
			const leaver = await holding(database());
			const eventId = await leaver.planned({ places: '2' });
			await leaver.does(leaver.heads[2], bringPeople, {
				...{ eventId, memberId: leaver.third, others: '1', othersVersion: '0', personIds: leaver.heads[2] },
			});
			const left = { memberId: leaver.third, untilDay: '2026-10-01' };
			expect(await leaver.does(leaver.chair, endMembership, left, '2026-09-20')).toMatchObject({
				is: 'done',
			});
			const day = '2026-10-02';
			const event = () =>
				leaver.as(leaver.chair, (ctx) => eventById(ctx, leaver.partnershipId, eventId), day);
			expect(await event()).toMatchObject({ places: 2, taken: 0 });
			const joins = { eventId, memberId: leaver.members[1], others: '2', othersVersion: '0' };
			expect(await leaver.does(leaver.heads[1], bringPeople, joins, day)).toMatchObject({ is: 'done' });
			expect(await leaver.does(leaver.heads[2], come, { eventId, memberId: leaver.third }, day)).toEqual({
				is: 'missing',
			});
		});

		test('with no rule of the application in the way are never more than there are, and nobody’s but their own', async () => {
			const eventId = await home.planned({ places: '1' });
			const insert = (by: string, personId: string, memberId: string, joinedBy = by) =>
				home.as(by, ({ db }) =>
					sql`insert into event_joining (partnership_id, event_id, person_id, member_id, joined_by, joined_at)
						values (${home.partnershipId}, ${eventId}, ${personId}, ${memberId}, ${joinedBy}, now())`.execute(db),
				);
			const refused = /row-level security/;
			const [member, other] = home.members;
			await expect(insert(home.deputy, home.teacher, member)).rejects.toThrow(refused);
			await expect(insert(home.deputy, home.deputy, member)).rejects.toThrow(refused);
			await expect(insert(home.teacher, home.teacher, member, home.chair)).rejects.toThrow(refused);
			await insert(home.teacher, home.teacher, member);
			await expect(insert(home.deputy, home.deputy, other)).rejects.toThrow(/No place is left/);
			await expect(
				home.as(home.heads[1], ({ db }) =>
					sql`insert into event_others (partnership_id, event_id, member_id, number, said_by, said_at)
						values (${home.partnershipId}, ${eventId}, ${other}, 1, ${home.heads[1]}, now())`.execute(db),
				),
			).rejects.toThrow(/No place is left/);
			await expect(
				home.as(home.deputy, ({ db }) =>
					sql`insert into event_others (partnership_id, event_id, member_id, number, said_by, said_at)
						values (${home.partnershipId}, ${eventId}, ${other}, 0, ${home.deputy}, now())`.execute(db),
				),
			).rejects.toThrow(refused);
			const away = await home.as(home.deputy, ({ db }) =>
				sql`delete from event_joining where event_id = ${eventId}`.execute(db),
			);
			expect(away.numAffectedRows).toBe(0n);
		});

		test('property: whoever joins, brings and leaves in whatever order, at once or not, no more come than there are places', async () => {
			const people = [
				[home.teacher, home.members[0]],
				[home.heads[0], home.members[0]],
				[home.deputy, home.members[1]],
				[home.heads[1], home.members[1]],
				[home.heads[2], home.third],
			] as const;
			const step = fc.record({
				who: fc.nat({ max: people.length - 1 }),
				what: fc.constantFrom('come', 'away', 'bring'),
				others: fc.nat({ max: 3 }),
			});
			await fc.assert(
				fc.asyncProperty(
					fc.integer({ min: 1, max: 4 }),
					fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
					async (places, rounds) => {
						const eventId = await home.planned({ places: String(places) });
						for (const round of rounds) {
							const outcomes = await Promise.all(
								round.map(async ({ who, what, others }) => {
									const [person, memberId] = people[who]!;
									if (what === 'come') return home.does(person, come, { eventId, memberId });
									if (what === 'away') return home.does(person, stayAway, { eventId });
									const all = await home.as(person, (ctx) =>
										comingTo(ctx, { partnershipId: home.partnershipId, eventId }),
									);
									const othersVersion = all.find((one) => one.memberId === memberId)?.othersVersion ?? 0;
									const said = { others: String(others), othersVersion: String(othersVersion) };
									return bring(person, eventId, memberId, said);
								}),
							);
							for (const { is } of outcomes) expect(['done', 'invalid', 'conflict', 'denied']).toContain(is);
							const now = await home.as(home.chair, (ctx) =>
								comingTo(ctx, { partnershipId: home.partnershipId, eventId }),
							);
							const count = now.reduce((sum, { people, others }) => sum + people.length + others, 0);
							expect(await taken(eventId)).toBe(count);
							expect(count).toBeLessThanOrEqual(places);
						}
					},
				),
				{ numRuns: 25 },
			);
		}, 120_000);
	});
});
