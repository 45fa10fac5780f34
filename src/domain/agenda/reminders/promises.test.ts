import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { callMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { notePromise, tellPromise } from '#domain/meeting/deeds/promises.server.ts';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { readCalendar } from '#test/icalendar.ts';
import { feedOf } from '../feed/feed.server.ts';
import { remindAll } from './remind.server.ts';

const making = { origin: 'https://reviews.example', secret: 'a secret' };

forEachEngine((database) => {
	let home: Founded;
	let head: string;
	let deputy: string;
	const promise = { id: randomUUIDv7(), words: 'Send the moderation dates', due: '2026-11-20' };
	const meetingId = randomUUIDv7();
	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		deputy = await home.invited('deputy', home.members[0]);
		const { partnershipId } = home;
		const hours = { fromTime: '14:00', toTime: '16:00', place: 'Owlbeck' };
		const meeting = { id: meetingId, partnershipId, who: 'heads', day: '2026-11-12', ...hours };
		expect(await home.as(home.chair, (ctx) => callMeeting(ctx, meeting))).toMatchObject({ is: 'done' });
		const forum = { id: randomUUIDv7(), partnershipId, who: 'deputies', day: '2026-11-26' };
		expect(await home.as(home.chair, (ctx) => callMeeting(ctx, forum))).toMatchObject({ is: 'done' });
		const noted = { ...promise, partnershipId, meetingId, personId: head };
		expect(await home.as(home.chair, (ctx) => notePromise(ctx, noted), '2026-11-12')).toMatchObject({
			is: 'done',
		});
	});

	const remind = (instant: string) =>
		remindAll(database(), making, new Date(instant), (fault) => {
			throw fault;
		});
	const letters = async () => {
		const rows = await database().signIn((db) =>
			db
				.selectFrom('letter')
				.innerJoin('person', 'person.email', 'letter.recipient')
				.select(['person.id', 'letter.subject', 'letter.body'])
				.where('letter.subject', 'like', 'Peer review:%')
				.orderBy('letter.id')
				.execute(),
		);
		return rows;
	};

	test('a promise is told to whoever made it when it is due and when it is overdue, for a while, until it is done', async () => {
		await remind('2026-11-16T10:00:00Z');
		await remind('2026-11-17T10:00:00Z');
		expect(await letters()).toMatchObject([{ id: head, subject: 'Peer review: 1 due within a week' }]);
		expect((await letters())[0]!.body).toContain(`* Send the moderation dates
  Promised at: Heads’ meeting, Thursday 12 November 2026; by Friday 20 November 2026
  Say that it is done: https://reviews.example/home#promised
`);
		await remind('2026-11-23T10:00:00Z');
		expect((await letters()).map(({ subject }) => subject)).toEqual([
			'Peer review: 1 due within a week',
			'Peer review: 1 overdue',
		]);
		const told = { partnershipId: home.partnershipId, promiseId: promise.id, done: 'yes' };
		expect(await home.as(head, (ctx) => tellPromise(ctx, told), '2026-11-24')).toMatchObject({ is: 'done' });
		await remind('2026-11-30T10:00:00Z');
		expect(await letters()).toHaveLength(2);
		await home.as(head, (ctx) => tellPromise(ctx, { ...told, done: 'no' }), '2026-11-30');
	});

	test('NFS-28 a calendar holds the meetings its person comes to and the days of their promises, and no word of an agenda', async () => {
		const events = async (who: string) =>
			readCalendar(await home.as(who, (ctx) => feedOf(ctx, making.origin))).events;
		expect((await events(head)).map(({ summary }) => summary).toSorted()).toEqual([
			'Heads’ meeting',
			'Heads’ meeting: promised by today',
		]);
		const meeting = (await events(head)).find(({ summary }) => summary === 'Heads’ meeting')!;
		expect(meeting.location).toBe('Owlbeck');
		expect(meeting.startDate.toJSDate()).toEqual(new Date('2026-11-12T14:00:00Z'));
		expect(meeting.endDate.toJSDate()).toEqual(new Date('2026-11-12T16:00:00Z'));
		expect((await events(deputy)).map(({ summary }) => summary)).toEqual(['Deputies’ meeting']);
		// Who leads may read the deputies' agenda, and is not expected there.
		expect((await events(home.chair)).map(({ summary }) => summary)).toEqual(['Heads’ meeting']);
	});
});
