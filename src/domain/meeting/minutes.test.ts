import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { callMeeting, moveMeeting, withdrawMeeting } from './deeds/calling.server.ts';
import { addItem, changeItem, placeItem, removeItem } from './deeds/items.server.ts';
import { confirmMinutes, saveMinutes } from './deeds/minutes.server.ts';
import { dropPromise, notePromise, tellPromise } from './deeds/promises.server.ts';
import { itemsOf } from './item-queries.server.ts';
import { decisionsIn } from './minutes.ts';
import { minutesOf } from './minutes-queries.server.ts';
import { myPromises, promisedBefore, promisesOf } from './promise-queries.server.ts';
import { meetingById, myMeetings } from './queries.server.ts';

const day = '2026-11-12';
const dayAfter = '2026-11-13';
const done = { is: 'done' };

test('decisions are one on each line, without the numbers that were typed before them', () => {
	expect(decisionsIn('1. We meet at Owlbeck.\n\n 2) 3 rooms are booked \n<b>Bold</b> 😀')).toEqual([
		'We meet at Owlbeck.',
		'3 rooms are booked',
		'<b>Bold</b> 😀',
	]);
});

forEachEngine((database) => {
	let home: Founded;
	let administrator: string;
	let head: string;
	let deputy: string;
	let meetingId: string;
	beforeAll(async () => {
		home = await foundedPartnership(database());
		administrator = await home.invited('administrator');
		head = await home.invited('headteacher', home.members[0]);
		deputy = await home.invited('deputy', home.members[0]);
		meetingId = await called('heads', day);
	});

	type Deed = (ctx: Context, input: unknown) => Promise<Outcome<unknown>>;
	const does = (by: string, deed: Deed, input: object, on = day) =>
		home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, meetingId, ...input }), on);
	const called = async (who: string, on: string) => {
		const id = randomUUIDv7();
		expect(
			await home.as(home.chair, (ctx) =>
				callMeeting(ctx, { id, partnershipId: home.partnershipId, who, day: on }),
			),
		).toMatchObject(done);
		return id;
	};
	const minutes = (by = home.chair, on = day) =>
		home.as(by, (ctx) => minutesOf(ctx, home.partnershipId, meetingId), on);

	describe('an agenda’s own items', () => {
		const item = () => ({ id: randomUUIDv7(), title: 'Moderation', ledBy: 'Oswin', lastsMinutes: '15' });
		const titles = async (by = head) =>
			(await home.as(by, (ctx) => itemsOf(ctx, home.partnershipId, meetingId), day)).map(
				({ title }) => title,
			);

		test('are put there by whoever minutes, once, and read by those who come', async () => {
			const first = item();
			expect(await does(head, addItem, first)).toEqual({ is: 'denied' });
			for (const who of [deputy, await newPerson(database())])
				expect(await does(who, addItem, first)).toEqual({ is: 'missing' });
			for (const _ of [1, 2]) expect(await does(administrator, addItem, first)).toMatchObject(done);
			expect(await does(home.chair, addItem, { ...item(), title: 'Governors' })).toMatchObject(done);
			expect(await titles()).toEqual(['Moderation', 'Governors']);
			expect(await titles(deputy)).toEqual([]);
			expect(await does(administrator, addItem, { ...item(), lastsMinutes: 'long' })).toMatchObject({
				is: 'invalid',
				fields: { lastsMinutes: 'Give a whole number of minutes.' },
			});
		});

		test('are said otherwise by version, moved, and taken off', async () => {
			const [first] = await home.as(head, (ctx) => itemsOf(ctx, home.partnershipId, meetingId), day);
			const change = { itemId: first!.id, version: '1', title: 'Writing', ledBy: '', lastsMinutes: '' };
			for (const _ of [1, 2]) expect(await does(home.chair, changeItem, change)).toMatchObject(done);
			expect(await does(administrator, changeItem, { ...change, title: 'Maths' })).toMatchObject({
				is: 'conflict',
				current: { title: 'Writing', version: 2 },
			});
			expect(await does(home.chair, placeItem, { itemId: first!.id, to: 'up' })).toMatchObject(done);
			expect(await titles()).toEqual(['Writing', 'Governors']);
			expect(await does(home.chair, placeItem, { itemId: first!.id, to: 'down' })).toMatchObject(done);
			expect(await titles()).toEqual(['Governors', 'Writing']);
			expect(await does(head, removeItem, { itemId: first!.id })).toEqual({ is: 'denied' });
			expect(await does(home.chair, removeItem, { itemId: first!.id })).toMatchObject(done);
			expect(await titles()).toEqual(['Governors']);
			expect(await does(home.chair, removeItem, { itemId: randomUUIDv7() })).toEqual({ is: 'missing' });
		});
	});

	describe('NFS-15 minutes', () => {
		const said = (more: object = {}) => ({
			...{ version: '0', 'note-since-review': 'Writing goes better.', decisions: '1. We meet at Owlbeck.' },
			...{ [`there-${head}`]: 'present', [`there-${administrator}`]: 'apology', others: 'A guest', ...more },
		});

		test('are written from the day on by whoever minutes, and read by those who come', async () => {
			expect(await does(administrator, saveMinutes, said(), '2026-11-11')).toMatchObject({ is: 'invalid' });
			expect(await does(head, saveMinutes, said())).toEqual({ is: 'denied' });
			expect(await does(deputy, saveMinutes, said())).toEqual({ is: 'missing' });
			for (const _ of [1, 2]) expect(await does(administrator, saveMinutes, said())).toMatchObject(done);
			expect(await minutes(head)).toMatchObject([
				{
					...{ version: 1, present: [head], apologies: [administrator], others: 'A guest' },
					...{
						notes: { 'since-review': 'Writing goes better.' },
						decisions: ['We meet at Owlbeck.'],
						confirmed: null,
					},
				},
			]);
			for (const who of [deputy, await newPerson(database())]) expect(await minutes(who)).toEqual([]);
		});

		test('saved in two places at once show the second what the first saved', async () => {
			expect(await does(home.chair, saveMinutes, said({ others: 'Nobody' }))).toMatchObject({
				is: 'conflict',
				current: { version: 1, others: 'A guest' },
			});
			const more = said({ version: '1', 'note-promised': '<script>alert(1)</script> 😀' });
			expect(await does(home.chair, saveMinutes, more)).toMatchObject(done);
			expect((await minutes()).map(({ version }) => version)).toEqual([2, 1]);
			expect(
				await does(home.chair, saveMinutes, said({ version: '2', 'note-promised': 'x'.repeat(5001) })),
			).toMatchObject({
				is: 'invalid',
				fields: { 'note-promised': expect.stringMatching(/5,000/) },
			});
		});

		test('are confirmed after the day by whoever leads; a correction is confirmed anew', async () => {
			expect(await does(home.chair, confirmMinutes, { version: '2' })).toMatchObject({ is: 'invalid' });
			expect(await does(administrator, confirmMinutes, { version: '2' }, dayAfter)).toEqual({ is: 'denied' });
			expect(await does(home.chair, confirmMinutes, { version: '1' }, dayAfter)).toMatchObject({
				is: 'conflict',
			});
			for (const _ of [1, 2])
				expect(await does(home.chair, confirmMinutes, { version: '2' }, dayAfter)).toMatchObject(done);
			const stands = async () =>
				(
					await home.as(head, (ctx) => myMeetings(ctx, home.partnershipId, { from: day, to: day }), dayAfter)
				).map((one) => one.minutes);
			expect(await stands()).toEqual(['confirmed']);
			expect(
				await does(administrator, saveMinutes, said({ version: '2', others: 'Nobody' }), dayAfter),
			).toMatchObject(done);
			expect(await stands()).toEqual(['draft']);
			expect(await minutes(head, dayAfter)).toMatchObject([
				{ version: 3, confirmed: null },
				{ version: 2, confirmed: { by: 'Chair Example' } },
				{ version: 1 },
			]);
		});

		test('say so where what was written of a thing has lost its place, and nothing is saved without it', async () => {
			const before = (await minutes()).length;
			const astray = { version: String(before), [`note-${randomUUIDv7()}`]: 'They moved the books.' };
			expect(await does(home.chair, saveMinutes, astray)).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringContaining('“They moved the books.”') },
			});
			expect(await minutes()).toHaveLength(before);
		});

		test('keep their meeting on its day and from being withdrawn', async () => {
			const moved = { day: '2026-11-19', version: '1', fromTime: '', toTime: '', place: '' };
			expect(await does(home.chair, moveMeeting, moved)).toMatchObject({
				is: 'invalid',
				fields: { day: expect.stringContaining('has minutes') },
			});

			expect(await does(home.chair, withdrawMeeting, {})).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/has minutes/) },
			});
		});

		test('are read by who holds the role today, and not by who has left', async () => {
			const newHead = await home.invited('headteacher', home.members[1]);
			expect(await minutes(newHead, '2027-01-05')).toHaveLength(3);
			const given = await home.as(home.chair, (ctx) => roles(ctx, home.partnershipId));
			const { id } = given.find(({ personId }) => personId === newHead)!;
			const ended = {
				partnershipId: home.partnershipId,
				roleId: id,
				of: 'appointment',
				untilDay: '2027-01-06',
			};
			expect(await home.as(home.chair, (ctx) => endRole(ctx, ended), '2027-01-05')).toMatchObject(done);
			expect(await minutes(newHead, '2027-01-06')).toEqual([]);
		});
	});

	describe('a promise', () => {
		const promise = (more: object = {}) => ({
			...{
				id: randomUUIDv7(),
				personId: head,
				words: 'Send the moderation dates 😀',
				due: '2026-11-20',
				...more,
			},
		});
		const own = (by: string, on = dayAfter) => home.as(by, myPromises, on);

		test('is noted once by whoever minutes, is its person’s to do, and is told done by them', async () => {
			const first = promise();
			expect(await does(head, notePromise, first)).toEqual({ is: 'denied' });
			expect(await does(deputy, notePromise, first)).toEqual({ is: 'missing' });
			for (const _ of [1, 2]) expect(await does(administrator, notePromise, first)).toMatchObject(done);
			expect(await does(administrator, notePromise, { ...first, words: 'Other' })).toMatchObject({
				is: 'conflict',
			});
			expect(await own(head)).toMatchObject([
				{ words: 'Send the moderation dates 😀', kind: 'heads', meetingDay: day },
			]);
			expect(await own(home.chair)).toEqual([]);
			const told = { promiseId: first.id, done: 'yes' };
			expect(await does(deputy, tellPromise, told)).toEqual({ is: 'missing' });
			const otherHead = await home.invited('headteacher', home.members[1]);
			expect(await does(otherHead, tellPromise, told)).toEqual({ is: 'denied' });
			for (const _ of [1, 2]) expect(await does(head, tellPromise, told, dayAfter)).toMatchObject(done);
			expect(await own(head)).toEqual([]);
			expect(await does(head, tellPromise, { ...told, done: 'no' }, dayAfter)).toMatchObject(done);
			expect(await own(head)).toHaveLength(1);
		});

		test('stands on the next agenda of the same people until it is done', async () => {
			const next = await called('heads', '2026-12-10');
			const steering = await called('steering', '2026-12-10');
			const waiting = (id: string, on: string) =>
				home.as(
					home.chair,
					async (ctx) => {
						const meeting = await meetingById(ctx, home.partnershipId, id);
						return (await promisedBefore(ctx, home.partnershipId, meeting!)).map(({ doneOn }) => doneOn);
					},
					on,
				);
			expect(await waiting(next, dayAfter)).toEqual([null]);
			expect(await waiting(steering, dayAfter)).toEqual([]);
			const [one] = await own(head);
			await does(head, tellPromise, { promiseId: one!.id, done: 'yes' }, '2026-12-10');
			// What was done on the day of the meeting still stands on its agenda.
			expect(await waiting(next, '2026-12-11')).toEqual(['2026-12-10']);
			await does(head, tellPromise, { promiseId: one!.id, done: 'no' }, '2026-12-10');
			await does(head, tellPromise, { promiseId: one!.id, done: 'yes' }, '2026-12-01');
			expect(await waiting(next, '2026-12-11')).toEqual([]);
		});

		test.each([
			['a day before the meeting', { due: '2026-11-11' }, 'due', day],
			['nothing said', { words: ' ' }, 'words', day],
			['far too much', { words: 'x'.repeat(301) }, 'words', day],
			['nobody chosen', { personId: '' }, 'personId', day],
			['the meeting still to come', {}, '', '2026-11-01'],
		])('is refused with %s', async (_, more, field, on) => {
			expect(await does(administrator, notePromise, promise(more), on)).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
		});

		test('is not expected of somebody who has left', async () => {
			const gone = await home.invited('headteacher', home.members[1]);
			const given = await home.as(home.chair, (ctx) => roles(ctx, home.partnershipId));
			const { id } = given.find(({ personId }) => personId === gone)!;
			const ended = { partnershipId: home.partnershipId, roleId: id, of: 'appointment', untilDay: dayAfter };
			expect(await home.as(home.chair, (ctx) => endRole(ctx, ended))).toMatchObject(done);
			expect(await does(home.chair, notePromise, promise({ personId: gone }), dayAfter)).toMatchObject({
				is: 'invalid',
				fields: { personId: expect.stringMatching(/not in the partnership any more/) },
			});
		});

		test('that nobody waits for any more is dropped by whoever minutes', async () => {
			const mistaken = promise();
			await does(administrator, notePromise, mistaken);
			expect(await does(head, dropPromise, { promiseId: mistaken.id })).toEqual({ is: 'denied' });
			for (const _ of [1, 2])
				expect(await does(administrator, dropPromise, { promiseId: mistaken.id })).toMatchObject(done);
			const left = await home.as(head, (ctx) => promisesOf(ctx, home.partnershipId, meetingId), day);
			expect(left.some(({ id }) => id === mistaken.id)).toBe(false);
		});
	});
});
