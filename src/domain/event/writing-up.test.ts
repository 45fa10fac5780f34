import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { bringPeople, come } from './deeds/joining.server.ts';
import { callOffEvent, changeEvent } from './deeds/planning.server.ts';
import { saveWriteUp, tellTakeaway } from './deeds/writing-up.server.ts';
import { cameField, changedField, lookedField } from './field-names.ts';
import { holding, moderation, origin, type Holding } from './held.fixture.ts';
import { eventScreen } from './screen.server.ts';

const held = '2026-11-12';

forEachEngine((database) => {
	let home: Holding;
	let eventId: string;
	beforeAll(async () => {
		home = await holding(database());
		eventId = await home.planned({ speaker: '', ledBy: home.deputy, yearGroups: ['5', '6'] });
		await home.does(home.teacher, come, { eventId, memberId: home.members[0] });
		const brought = { eventId, memberId: home.third, others: '2', othersVersion: '0' };
		await home.does(home.heads[2], bringPeople, brought);
	});
	const written = (version: number, more: object = {}) => ({
		...{ eventId, version: String(version), done: 'We looked at books.', found: 'We agree.' },
		...{ [cameField(home.members[0])]: '1', [cameField(home.third)]: '2' },
		...{ [lookedField('5')]: '24', [changedField('5')]: '3', ...more },
	});
	const write = (by: string, version: number, more: object = {}, day = held) =>
		home.does(by, saveWriteUp, written(version, more), day);
	const shown = (by: string, day = held) =>
		home.as(by, (ctx) => eventScreen(ctx, home.partnershipId, eventId), day);

	describe('HEP-9 an event is written up', () => {
		test.each([
			['more changed than looked at', { [changedField('5')]: '25' }, 'changed-5'],
			['changed judgements of nothing', { [lookedField('6')]: '', [changedField('6')]: '1' }, 'looked-6'],
			['a number that is none', { [lookedField('5')]: '-1' }, 'looked-5'],
			['nothing that was done', { done: '' }, 'done'],
			['10,000 characters', { found: 'x'.repeat(10_000) }, 'found'],
		])('not with %s', async (_, more, field) => {
			expect(await write(home.deputy, 0, more)).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
		});

		test('by whoever leads it, from its first day on, each save a version, and a form of before is told', async () => {
			expect(await write(home.deputy, 0, {}, '2026-11-11')).toMatchObject({ is: 'invalid' });
			for (const by of [home.teacher, home.heads[2]]) expect(await write(by, 0)).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await write(home.deputy, 0)).toMatchObject({ is: 'done' });
			expect(await write(home.chair, 0, { done: 'We talked.' })).toMatchObject({
				is: 'conflict',
				current: { version: 1, done: 'We looked at books.' },
			});
			expect(await write(home.chair, 1, { done: 'We talked.', materials: 'In the folder' })).toMatchObject({
				is: 'done',
			});
			const screen = await shown(home.teacher);
			expect(screen!.writeUps.map(({ version, done }) => [version, done])).toEqual([
				[2, 'We talked.'],
				[1, 'We looked at books.'],
			]);
			expect(screen!.writeUps[0]).toMatchObject({
				came: { [home.members[0]]: 1, [home.third]: 2 },
				moderated: [{ yearGroup: '5', looked: 24, changed: 3 }],
				materials: 'In the folder',
			});
			expect(screen!.event.writtenUp).toBe(true);
		});

		test('with a warning to those who write it where it looks as if somebody were named', async () => {
			const named = { done: 'We read what Callum Fletcher wrote. Demo deputy led it.' };
			expect(await write(home.deputy, 2, named)).toMatchObject({ is: 'done' });
			expect((await shown(home.deputy))!.names.map(({ found }) => found)).toEqual(['Callum Fletcher']);
			expect((await shown(home.teacher))!.names).toEqual([]);
		});

		test('and keeps what was moderated when the event is called a lesson study since', async () => {
			const study = { eventId, version: '1', ...moderation, kind: 'lesson study', yearGroups: ['5', '6'] };
			const led = { ...study, speaker: '', ledBy: home.deputy };
			expect(await home.does(home.chair, (ctx, input) => changeEvent(ctx, origin, input), led)).toMatchObject(
				{ is: 'done' },
			);
			const version = (await shown(home.deputy))!.writeUps[0]!.version;
			expect(await write(home.deputy, version, { done: 'We planned a lesson.' })).toMatchObject({
				is: 'done',
			});
			const kept = [{ yearGroup: '5', looked: 24, changed: 3 }];
			expect((await shown(home.deputy))!.writeUps[0]).toMatchObject({
				done: 'We planned a lesson.',
				moderated: kept,
			});
		});

		test('and is called off or moved to another day no more', async () => {
			const off = { eventId, because: 'Snow.' };
			expect(
				await home.does(home.chair, (ctx, input) => callOffEvent(ctx, origin, input), off),
			).toMatchObject({ is: 'invalid', fields: { '': expect.stringMatching(/written up/) } });
			const moved = { eventId, version: '2', ...moderation, fromDay: '2026-11-19' };
			expect(
				await home.does(home.chair, (ctx, input) => changeEvent(ctx, origin, input), moved),
			).toMatchObject({ is: 'invalid', fields: { fromDay: expect.any(String) } });
		});
	});

	test('HEP-9 each school says what it takes from it, by its head or one who joined, by version', async () => {
		const take = (
			by: string,
			memberId: string,
			version: number,
			words = 'We moderate in pairs.',
			day = held,
		) => home.does(by, tellTakeaway, { eventId, memberId, version: String(version), words }, day);
		const [first, second, third] = home.heads;
		const [member] = home.members;
		expect(await take(first, member, 0, 'x', '2026-11-11')).toMatchObject({ is: 'invalid' });
		for (const _ of [1, 2]) expect(await take(home.teacher, member, 0)).toMatchObject({ is: 'done' });
		expect(await take(first, member, 0, 'Another')).toMatchObject({ is: 'conflict' });
		expect(await take(first, member, 1, 'Another')).toMatchObject({ is: 'done' });
		for (const by of [second, third, home.deputy, home.chair])
			expect(await take(by, member, 2)).toEqual({ is: 'denied' });
		expect((await shown(third))!.takeaways).toMatchObject([
			{ memberId: member, words: 'Another', version: 2 },
		]);
	});

	test('HEP-9 with no rule of the application in the way nobody writes up, or speaks for a school, but those whose it is', async () => {
		const writeRaw = (by: string, writtenBy = by, day = held) =>
			home.as(
				by,
				({ db }) =>
					sql`insert into event_write_up (partnership_id, event_id, version, came, done, found, materials, moderated, written_by, written_at)
						values (${home.partnershipId}, ${eventId}, 9, '{}', 'x', '', '', '[]', ${writtenBy}, now())`.execute(db),
				day,
			);
		const refused = /row-level security/;
		await expect(writeRaw(home.teacher)).rejects.toThrow(refused);
		await expect(writeRaw(home.deputy, home.chair)).rejects.toThrow(refused);
		await expect(writeRaw(home.deputy, home.deputy, '2026-11-11')).rejects.toThrow(refused);
		const takeRaw = (by: string) =>
			home.as(
				by,
				({ db }) =>
					sql`insert into event_takeaway (partnership_id, event_id, member_id, words, written_by, written_at)
						values (${home.partnershipId}, ${eventId}, ${home.third}, 'x', ${by}, now())`.execute(db),
				held,
			);
		for (const by of [home.teacher, home.chair]) await expect(takeRaw(by)).rejects.toThrow(refused);
		await takeRaw(home.heads[2]);
	});
});
