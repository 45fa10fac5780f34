import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { inContext } from '#platform/context.ts';
import { nobody, person } from '#platform/principal.ts';
import { hashToken } from '#platform/session/token.ts';
import { forEachEngine } from '#test/database.ts';
import { noSuchCode } from './joining.server.ts';
import { ownRoom, participantOf } from './phone-queries.server.ts';
import {
	changeRoomPlan,
	closeRoom,
	openRoom,
	prepareRoom,
	setDoor,
	setSeats,
	setTimer,
	startRound,
} from './running.server.ts';
import { deskScreen } from './screen.server.ts';
import { now, sitting, sittingOf, type Sitting } from '#test/demo/sitting.ts';

const done = { is: 'done', value: null };

forEachEngine((database) => {
	let at: Sitting;
	beforeAll(async () => {
		at = await sitting(database());
	}, 120_000);

	test.each(['hedgepath', 'foxglove', 'lanternby', 'tealeaf', 'ledgerly'] as const)(
		'NFS-14 %s prepares no workshop: it is the champion’s and the head’s',
		async (who) => {
			expect(await at.prepare(who)).toEqual({ is: 'denied' });
		},
	);

	test('HEP-7 NFS-12 NFS-14 the champion prepares it, no finding shown of itself, with rounds of the protocol’s way of working', async () => {
		expect(await at.prepare()).toEqual({ is: 'done', value: { id: at.roomId } });
		expect(await at.prepare()).toEqual({ is: 'done', value: { id: at.roomId } });
		const room = (await at.room())!;
		// NFS-12: by this protocol staff are given findings by the head alone.
		expect(room.plan.topics).toEqual([]);
		expect(room.plan.rounds.map(({ is }) => is)).toEqual([
			'talk',
			'cards',
			'votes',
			'matrix',
			'cards',
			'cards',
			'talk',
		]);
		for (const who of ['hedgepath', 'lanternby', 'tealeaf', 'ropewalk'] as const)
			expect(await at.room(who)).toBeNull();
		expect(await at.room('inkwell')).toMatchObject({ id: at.roomId });
	});

	test('R6 NFS-14 the keys of a room are held by parts of a team and of the partnership, not by those who play another', async () => {
		const keysOf = (who: Parameters<Sitting['as']>[0]) =>
			at.as(who, async ({ db }) => {
				const { rows } = await sql<{ key: string }>`select key from app_keys() as key`.execute(db);
				return rows.map(({ key }) => key);
			});
		const { partnershipId } = at.founded;
		const team = (role: string) => `${role}:${at.reviewId}`;
		expect(await keysOf('lanternby')).toContain(`chair:${partnershipId}`);
		expect(await keysOf('ledgerly')).toContain(`administrator:${partnershipId}`);
		const reviewers = await keysOf('hedgepath');
		expect(reviewers).toEqual(expect.arrayContaining([team('team'), team('reviewer')]));
		for (const other of [team('facilitator'), team('expert'), `chair:${partnershipId}`])
			expect(reviewers).not.toContain(other);
		expect(await keysOf('plumbline')).not.toContain(team('reviewer'));
	});

	test('the plan is changed by version; a finding of nobody’s is refused', async () => {
		const form = { ...(await at.planForm()), seats: '2' };
		const nobodys = randomUUIDv7();
		expect(
			await at.run(changeRoomPlan, { ...form, shown: [nobodys], [`words-${nobodys}`]: 'Secret' }),
		).toMatchObject({ fields: { shown: expect.stringContaining('not there any longer') } });
		expect(await at.run(changeRoomPlan, { ...form, day: '2026-11-04' })).toMatchObject({
			fields: { day: expect.any(String) },
		});
		expect(await at.run(changeRoomPlan, form)).toEqual(done);
		expect(await at.run(changeRoomPlan, form, 'inkwell')).toMatchObject({ is: 'conflict' });
		expect((await at.room())!).toMatchObject({
			version: 2,
			plan: { topics: [{ key: 'a', words: 'How do readers get better?' }] },
		});
	});

	test('nothing runs before the room is open, and opening it twice keeps its code', async () => {
		for (const [deed, input] of [
			[startRound, { round: 'r2' }],
			[setDoor, { door: 'open' }],
			[setTimer, { minutes: '2' }],
			[closeRoom, {}],
		] as const)
			expect(await at.run(deed, input)).toMatchObject({ is: 'invalid' });
		expect(await at.run(openRoom)).toEqual(done);
		const { code } = (await at.room())!;
		expect(code).toMatch(/^.{8}$/);
		expect(await at.run(openRoom)).toEqual(done);
		expect((await at.room())!.code).toBe(code);
	});

	test('a code lets in as many phones as there are places, and no other code lets in any', async () => {
		for (const wrong of ['BBBB BBBB', '23456789'])
			expect(await at.joining(wrong)).toEqual({ is: 'invalid', fields: { code: noSuchCode } });
		const [first] = [await at.phone(), await at.phone()];
		expect(await at.joining((await at.room())!.code!)).toMatchObject({
			fields: { code: expect.stringContaining('Every place') },
		});
		const standing = (token: string, when = now) =>
			inContext(database(), nobody, when, (ctx) => participantOf(ctx, hashToken(token)));
		expect(await standing(first!.token)).toEqual({ id: first!.id, standing: 'in' });
		expect(await standing(randomUUIDv7())).toBeNull();
		// On the next day nobody is in a room that was left open.
		expect(await standing(first!.token, new Date('2026-11-24T08:00:00Z'))).toMatchObject({
			standing: 'over',
		});
	});

	test('HEP-7 places are made while the room is open, and a plan that was open before says so', async () => {
		const before = await at.planForm();
		expect(await at.run(setSeats, { seats: '301' })).toMatchObject({ fields: { seats: expect.any(String) } });
		expect(await at.run(setSeats, { seats: '3' }, 'tealeaf')).toEqual({ is: 'denied' });
		expect(await at.run(setSeats, { seats: '3' })).toEqual(done);
		await at.phone();
		expect(await at.joining((await at.room())!.code!)).toMatchObject({
			fields: { code: expect.stringContaining('Every place') },
		});
		expect(await at.run(changeRoomPlan, before)).toMatchObject({ is: 'conflict' });
	});

	test('a code runs out, goes when the door is shut, and is another when it has got about', async () => {
		const before = (await at.room())!.code!;
		expect(await at.joining(before, new Date(now.getTime() + 4 * 3_600_000))).toMatchObject({
			fields: { code: noSuchCode },
		});
		expect(await at.run(setDoor, { door: 'open' })).toEqual(done);
		expect((await at.room())!.code).toBe(before);
		expect(await at.run(setDoor, { door: 'new' })).toEqual(done);
		const after = (await at.room())!.code!;
		expect(after).not.toBe(before);
		expect(await at.joining(before)).toMatchObject({ fields: { code: noSuchCode } });
		expect(await at.run(setDoor, { door: 'shut' })).toEqual(done);
		expect(await at.joining(after)).toMatchObject({ fields: { code: noSuchCode } });
		expect(await at.run(setDoor, { door: 'open' })).toEqual(done);
	});

	test('a plan that is saved again on a further day keeps what staff work on', async () => {
		const desk = await at.as('plumbline', async (ctx) =>
			deskScreen({ ...ctx, today: '2026-11-24' }, at.reviewId, at.roomId),
		);
		const shown = desk!.room.plan.topics.map(({ findingId }) => findingId);
		expect(desk!.openToday).toBe(false);
		expect(desk!.findings.map(({ id }) => id)).toEqual(expect.arrayContaining(shown));
	});

	test('a round starts its clock, which is lengthened and stopped; a press twice starts it once', async () => {
		expect(await at.run(startRound, { round: 'r99' })).toMatchObject({ is: 'invalid' });
		expect(await at.run(startRound, { round: 'r2' })).toEqual(done);
		const ends = async () => (await at.room())!.roundUntil?.getTime() ?? null;
		const first = (await ends())!;
		expect(first).toBe(now.getTime() + 10 * 60_000);
		await at.run(startRound, { round: 'r2' });
		expect(await ends()).toBe(first);
		await at.run(setTimer, { minutes: '2' });
		expect(await ends()).toBe(first + 2 * 60_000);
		await at.run(setTimer, { minutes: '0' });
		expect(await ends()).toBeNull();
	});

	test('HEP-7 on a further day phones of the first are in no more and take no place', async () => {
		const tuesday = new Date('2026-11-24T09:00:00Z');
		const further = sittingOf(at.founded, at.reviewId);
		await further.prepare();
		await further.run(changeRoomPlan, { ...(await further.planForm()), seats: '1' });
		await further.run(openRoom);
		const first = await further.phone();
		const champion = person(at.founded.people.get('plumbline')!);
		const on = { reviewId: at.reviewId, roomId: further.roomId };
		const joined = (when: Date) =>
			inContext(database(), champion, when, async (ctx) =>
				deskScreen(ctx, on.reviewId, on.roomId).then((desk) => desk!.joined),
			);
		expect(await joined(now)).toBe(1);
		expect(await inContext(database(), champion, tuesday, (ctx) => openRoom(ctx, on))).toEqual(done);
		expect(await joined(tuesday)).toBe(0);
		const standing = await inContext(database(), nobody, tuesday, (ctx) =>
			participantOf(ctx, hashToken(first.token)),
		);
		expect(standing).toMatchObject({ standing: 'over' });
		expect(await first.as(ownRoom, tuesday)).toBeNull();
		expect(await further.joining((await further.room())!.code!, tuesday)).toMatchObject({ is: 'done' });
		expect(await joined(tuesday)).toBe(1);
	});

	test('a workshop that is over lets nobody in and is changed no more; what was prepared stays', async () => {
		const phone = (await at.room())!.code!;
		expect(await at.run(closeRoom, {}, 'inkwell')).toEqual(done);
		expect(await at.joining(phone)).toMatchObject({ fields: { code: noSuchCode } });
		for (const deed of [openRoom, closeRoom])
			expect(await at.run(deed)).toMatchObject({ fields: { '': expect.stringContaining('is over') } });
		expect(await at.run(prepareRoom, { id: randomUUIDv7() })).toMatchObject({ is: 'done' });
	});
});
