import { beforeAll, describe, expect, test } from 'vitest';
import { come } from '#domain/event/deeds/joining.server.ts';
import { callOffEvent } from '#domain/event/deeds/planning.server.ts';
import { saveWriteUp } from '#domain/event/deeds/writing-up.server.ts';
import { holding, origin, type Holding } from '#domain/event/held.fixture.ts';
import { myEvents } from '#domain/event/queries.server.ts';
import { forEachEngine } from '#test/database.ts';
import { readCalendar } from '#test/icalendar.ts';
import { eventsAtHome, eventsSince } from '../events.ts';
import { feedOf } from '../feed/feed.server.ts';
import { remindAll } from './remind.server.ts';

const making = { origin, secret: 'a secret' };

forEachEngine((database) => {
	let home: Holding;
	let eventId: string;
	beforeAll(async () => {
		home = await holding(database());
		const led = { speaker: '', ledBy: home.deputy, atMemberId: home.members[1], place: 'the hall' };
		// A Thursday.
		eventId = await home.planned(led);
		await home.does(home.teacher, come, { eventId, memberId: home.members[0] });
		const off = await home.planned({ ...led, title: 'Off' });
		await home.does(home.teacher, come, { eventId: off, memberId: home.members[0] });
		await home.does(home.chair, (ctx, input) => callOffEvent(ctx, origin, input), {
			eventId: off,
			because: 'Snow.',
		});
	});
	const remind = (day: string) =>
		remindAll(database(), making, new Date(`${day}T10:00:00Z`), (fault) => {
			throw fault;
		});
	const letters = () =>
		database().signIn((db) =>
			db
				.selectFrom('letter')
				.innerJoin('person', 'person.email', 'letter.recipient')
				.select(['person.id', 'letter.body'])
				.where('letter.subject', 'like', 'Peer review:%')
				.orderBy('letter.id')
				.execute(),
		);

	test('HEP-9 those who come and whoever leads are told once, some days before; nobody else is', async () => {
		await remind('2026-11-04');
		expect(await letters()).toEqual([]);
		for (const day of ['2026-11-05', '2026-11-06', '2026-11-12']) await remind(day);
		const sent = await letters();
		expect(sent.map(({ id }) => id).toSorted()).toEqual([home.teacher, home.deputy].toSorted());
		const to = (who: string) => sent.find(({ id }) => id === who)!.body;
		expect(to(home.teacher)).toContain(`* Year 5 writing
  An event you come to: Thursday 12 November 2026, Demo school 1, the hall
  All about it: ${origin}/partnerships/${home.partnershipId}/events/${eventId}
`);
		expect(to(home.deputy)).toContain('An event you lead: Thursday 12 November 2026');
	});

	test('HEP-9 whoever leads it is asked to write it up once, a week after, and not once it is written up', async () => {
		const before = (await letters()).length;
		for (const day of ['2026-11-13', '2026-11-18']) await remind(day);
		expect(await letters()).toHaveLength(before);
		for (const day of ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-30', '2026-12-07'])
			await remind(day);
		const sent = (await letters()).slice(before);
		expect(sent.map(({ id }) => id)).toEqual([home.deputy]);
		expect(sent[0]!.body).toContain(`* Year 5 writing
  The event of Thursday 12 November 2026 is not written up yet
  Say what came of it: ${origin}/partnerships/${home.partnershipId}/events/${eventId}#written-up
`);
	});

	describe('HEP-9 the calendar', () => {
		const entries = async (who: string, day?: string) =>
			readCalendar(await home.as(who, (ctx) => feedOf(ctx, origin), day)).events;
		test('of those who come or lead holds the event with its hours, and nobody else’s does', async () => {
			for (const who of [home.teacher, home.deputy]) {
				const [entry, ...more] = await entries(who);
				expect(more).toEqual([]);
				expect([entry!.summary, entry!.location]).toEqual(['Year 5 writing', 'Demo school 1, the hall']);
				expect(entry!.startDate.toJSDate()).toEqual(new Date('2026-11-12T13:30:00Z'));
			}
			for (const who of [home.heads[0], home.heads[2]]) expect(await entries(who)).toEqual([]);
		});
		test('shows whole days of an event that lasts several', async () => {
			const long = await home.planned({ fromDay: '2026-11-16', toDay: '2026-11-18', title: 'Cycles' });
			await home.does(home.heads[2], come, { eventId: long, memberId: home.third });
			const [entry] = await entries(home.heads[2]);
			expect(entry!.summary).toBe('Cycles, 13:30');
			expect([entry!.startDate.toString(), entry!.endDate.toString()]).toEqual(['2026-11-16', '2026-11-19']);
		});
	});

	const atHome = (who: string, day: string) =>
		home.as(
			who,
			async (ctx) => {
				const { coming, toWriteUp } = eventsAtHome(await myEvents(ctx, eventsSince(ctx.today)), ctx.today);
				return [coming, toWriteUp].map((events) => events.map(({ title }) => title));
			},
			day,
		);

	test('HEP-9 Home shows what comes in the next weeks and what waits to be written up', async () => {
		expect(await atHome(home.teacher, '2026-10-01')).toEqual([[], []]);
		expect(await atHome(home.teacher, '2026-11-01')).toEqual([['Year 5 writing'], []]);
		expect(await atHome(home.teacher, '2026-11-13')).toEqual([[], []]);
		expect(await atHome(home.deputy, '2026-11-13')).toEqual([[], ['Year 5 writing']]);
		const said = { eventId, version: '0', done: 'We looked at books.' };
		expect(await home.does(home.deputy, saveWriteUp, said, '2026-11-13')).toMatchObject({ is: 'done' });
		expect(await atHome(home.deputy, '2026-11-13')).toEqual([[], []]);
	});

	test('HEP-9 nothing tells of an event any more to somebody whose post at the school they come for has ended', async () => {
		const who = await home.invited('senior leader', home.third);
		await home.worksAt(who, home.members[0]);
		const later = await home.planned({ title: 'Later', fromDay: '2026-11-17', toDay: '' });
		expect(await home.does(who, come, { eventId: later, memberId: home.third })).toMatchObject({
			is: 'done',
		});
		expect(await atHome(who, '2026-11-01')).toEqual([['Later'], []]);
		await home.leaves(who, home.third, '2026-11-02');
		expect(await atHome(who, '2026-11-03')).toEqual([[], []]);
		expect((await home.letters('Peer review:')).filter(({ id }) => id === who)).toEqual([]);
		await remind('2026-11-16');
		expect((await home.letters('Peer review:')).filter(({ id }) => id === who)).toEqual([]);
	});

	test('HEP-9 a write-up is owed for as long as the school year lasts, by whoever planned it once its leader has left', async () => {
		const leaver = await home.invited('deputy', home.third);
		const [, , planner] = home.heads;
		await home.planned({ title: 'Owed', speaker: '', ledBy: leaver }, planner);
		expect(await atHome(leaver, '2027-05-20')).toEqual([[], ['Owed']]);
		expect(await atHome(planner, '2027-05-20')).toEqual([[], []]);
		await home.leaves(leaver, home.third, '2027-05-21');
		expect(await atHome(planner, '2027-07-31')).toEqual([[], ['Owed']]);
		expect(await atHome(planner, '2027-08-01')).toEqual([[], []]);
	});
});

test('HEP-9 in the first weeks of a school year Home asks for what was held before the holidays', () => {
	expect(eventsSince('2027-08-01')).toBe('2027-06-02');
	expect(eventsSince('2027-05-20')).toBe('2026-08-01');
});
