import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import { bringPeople, come, lowerOthers } from './deeds/joining.server.ts';
import { changeEvent } from './deeds/planning.server.ts';
import { holding, moderation, origin, type Holding } from './held.fixture.ts';
import { comingTo } from './joining-queries.server.ts';
import { eventById } from './queries.server.ts';
import { eventScreen } from './screen.server.ts';

forEachEngine((database) => {
	let home: Holding;
	beforeAll(async () => {
		home = await holding(database());
	});
	const bring = (who: string, eventId: string, memberId: string, more: object, day?: string) =>
		home.does(who, bringPeople, { eventId, memberId, othersVersion: '0', ...more }, day);
	const joins = (who: string, eventId: string, memberId: string, day?: string) =>
		home.does(who, come, { eventId, memberId }, day);
	const coming = async (eventId: string, day?: string) =>
		(
			await home.as(home.chair, (ctx) => comingTo(ctx, { partnershipId: home.partnershipId, eventId }), day)
		).flatMap(({ memberId, people, others }) =>
			people.length + others > 0
				? [{ memberId, people: people.map(({ personId }) => personId), others }]
				: [],
		);
	const taken = async (eventId: string, day?: string) =>
		(await home.as(home.chair, (ctx) => eventById(ctx, home.partnershipId, eventId), day))!.taken;
	/** A senior leader of the first school, whom the second has too. */
	const shared = async () => {
		const who = await home.invited('senior leader', home.members[0]);
		await home.worksAt(who, home.members[1]);
		return who;
	};

	describe('HEP-9 somebody who joined for another school', () => {
		test('and works there still comes for one alone, as is said by the field', async () => {
			const who = await shared();
			const eventId = await home.planned();
			expect(await joins(who, eventId, home.members[0])).toMatchObject({ is: 'done' });
			const sentence = expect.stringMatching(/comes for Demo school 0 already/);
			expect(
				await bring(home.heads[1], eventId, home.members[1], { personIds: who, others: '0' }),
			).toMatchObject({ is: 'invalid', fields: { personIds: sentence } });
			expect(await joins(who, eventId, home.members[1])).toMatchObject({
				is: 'invalid',
				fields: { '': sentence },
			});
			expect(await coming(eventId)).toEqual([{ memberId: home.members[0], people: [who], others: 0 }]);
		});

		test('and works there no longer comes for the school that ticks them, or for which they come themselves', async () => {
			const day = '2026-09-09';
			for (const byHead of [true, false]) {
				const who = await shared();
				const eventId = await home.planned({ places: '1' });
				expect(await joins(who, eventId, home.members[0])).toMatchObject({ is: 'done' });
				await home.leaves(who, home.members[0], '2026-09-08');
				const screen = await home.as(who, (ctx) => eventScreen(ctx, home.partnershipId, eventId), day);
				expect(screen!.comes).toBe(false);
				const outcome = byHead
					? await bring(home.heads[1], eventId, home.members[1], { personIds: who }, day)
					: await joins(who, eventId, home.members[1], day);
				expect(outcome).toMatchObject({ is: 'done' });
				expect(await coming(eventId, day)).toEqual([{ memberId: home.members[1], people: [who], others: 0 }]);
				expect(await taken(eventId, day)).toBe(1);
			}
		});

		test('is with no rule of the application in the way moved by nobody while they work there, nor by a head of elsewhere', async () => {
			const who = await shared();
			const eventId = await home.planned();
			await joins(who, eventId, home.members[0]);
			const takes = (head: string, day?: string) =>
				home.as(
					head,
					async ({ db }) =>
						(await sql`delete from event_joining where event_id = ${eventId}`.execute(db)).numAffectedRows,
					day,
				);
			expect(await takes(home.heads[1])).toBe(0n);
			await home.leaves(who, home.members[0], '2026-09-08');
			expect(await takes(home.heads[2], '2026-09-09')).toBe(0n);
			expect(await takes(home.heads[1], '2026-09-09')).toBe(1n);
		});
	});

	test('HEP-9 where more come than there are places since somebody returned, fewer can always be said, and nobody is added', async () => {
		const [first, second] = home.heads;
		const [member, other] = home.members;
		const eventId = await home.planned({ places: '3' });
		const who = await home.invited('deputy', member);
		expect(await joins(who, eventId, member)).toMatchObject({ is: 'done' });
		await home.leaves(who, member, '2026-09-08');
		const day = '2026-09-09';
		expect(await bring(second, eventId, other, { others: '3' }, day)).toMatchObject({ is: 'done' });
		await home.worksAt(who, member, day);
		expect(await taken(eventId, day)).toBe(4);
		const swapped = { others: '2', othersVersion: '1', personIds: home.deputy };
		expect(await bring(second, eventId, other, swapped, day)).toMatchObject({
			is: 'invalid',
			fields: { personIds: expect.stringMatching(/last place has been taken/) },
		});
		const kept = { eventId, version: '1', ...moderation, places: '3', bring: 'Books' };
		const change = (ctx: Context, input: unknown) => changeEvent(ctx, origin, input);
		expect(await home.does(home.chair, change, kept, day)).toMatchObject({ is: 'done' });
		const again = { seen: [who], personIds: [who, home.teacher] };
		expect(await bring(first, eventId, member, again, day)).toMatchObject({ is: 'invalid' });
		expect(await bring(second, eventId, other, { others: '2', othersVersion: '1' }, day)).toMatchObject({
			is: 'done',
		});
		expect(await taken(eventId, day)).toBe(3);
	});

	test('HEP-9 whoever has left held no place that somebody else could be ticked for', async () => {
		const [member, other] = home.members;
		const eventId = await home.planned({ places: '1' });
		const who = await home.invited('deputy', member);
		await joins(who, eventId, member);
		await home.leaves(who, member, '2026-09-08');
		const day = '2026-09-09';
		expect(await joins(home.deputy, eventId, other, day)).toMatchObject({ is: 'done' });
		const ticked = { seen: [who], personIds: [home.teacher] };
		expect(await bring(home.heads[0], eventId, member, ticked, day)).toMatchObject({
			is: 'invalid',
			fields: { personIds: expect.stringMatching(/last place/) },
		});
	});

	test('HEP-9 whoever runs an event lowers the others of any school, and nobody raises them but the school', async () => {
		const eventId = await home.planned();
		const [, second] = home.heads;
		const memberId = home.members[1];
		expect(await bring(second, eventId, memberId, { others: '5' })).toMatchObject({ is: 'done' });
		const lower = (who: string, others: string, othersVersion: string, more: object = {}, day?: string) =>
			home.does(who, lowerOthers, { eventId, memberId, others, othersVersion, ...more }, day);
		for (const who of [home.teacher, home.heads[2]])
			expect(await lower(who, '2', '1')).toEqual({ is: 'denied' });
		expect(await lower(home.chair, '6', '1')).toMatchObject({
			is: 'invalid',
			fields: { others: expect.any(String) },
		});
		expect(await lower(home.chair, 'few', '1')).toMatchObject({
			is: 'invalid',
			fields: { others: expect.any(String) },
		});
		expect(await lower(home.chair, '2', '1', { memberId: home.third })).toEqual({ is: 'missing' });
		for (const _ of [1, 2]) expect(await lower(home.chair, '2', '1')).toMatchObject({ is: 'done' });
		expect(await lower(home.chair, '1', '1')).toMatchObject({ is: 'conflict', current: { others: 2 } });
		expect(await lower(home.chair, '1', '2', {}, '2026-11-13')).toMatchObject({ is: 'invalid' });
		expect(await coming(eventId)).toEqual([{ memberId, people: [], others: 2 }]);
		// As the school says it still: its head is told what becomes of the event.
		const raw = (who: string, set: ReturnType<typeof sql>) =>
			home.as(who, async ({ db }) =>
				sql`update event_others set ${set} where event_id = ${eventId}`.execute(db),
			);
		const refused = /A school says itself|row-level security/;
		await expect(raw(home.chair, sql`number = 3`)).rejects.toThrow(refused);
		await expect(raw(home.chair, sql`number = 1, said_by = ${home.chair}`)).rejects.toThrow(refused);
		expect((await raw(home.teacher, sql`number = 0`)).numAffectedRows).toBe(0n);
	});
});
