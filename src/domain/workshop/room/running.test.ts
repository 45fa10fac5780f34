import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { inContext } from '#platform/context.ts';
import { nobody } from '#platform/principal.ts';
import { hashToken } from '#platform/session/token.ts';
import { forEachEngine } from '#test/database.ts';
import { noSuchCode } from './joining.server.ts';
import { participantOf } from './phone-queries.server.ts';
import {
	changeRoomPlan,
	closeRoom,
	openRoom,
	prepareRoom,
	setDoor,
	setTimer,
	startRound,
} from './running.server.ts';
import { deskScreen } from './screen.server.ts';
import { now, sitting, type Sitting } from '#test/demo/sitting.ts';

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
		expect(room.plan.rounds.map(({ is }) => is)).toEqual(['talk', 'cards', 'votes', 'matrix', 'talk']);
		for (const who of ['hedgepath', 'lanternby', 'tealeaf', 'ropewalk'] as const)
			expect(await at.room(who)).toBeNull();
		expect(await at.room('inkwell')).toMatchObject({ id: at.roomId });
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

	test('a workshop that is over lets nobody in and is changed no more; what was prepared stays', async () => {
		const phone = (await at.room())!.code!;
		expect(await at.run(closeRoom, {}, 'inkwell')).toEqual(done);
		expect(await at.joining(phone)).toMatchObject({ fields: { code: noSuchCode } });
		for (const deed of [openRoom, closeRoom])
			expect(await at.run(deed)).toMatchObject({ fields: { '': expect.stringContaining('is over') } });
		expect(await at.run(prepareRoom, { id: randomUUIDv7() })).toMatchObject({ is: 'done' });
	});
});
