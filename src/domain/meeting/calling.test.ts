import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { chooseLead, formGroup } from '#domain/partnership/deeds/groups.server.ts';
import { addMember } from '#domain/partnership/deeds/membership.server.ts';
import {
	foundedPartnership,
	foundingDay,
	newPerson,
	type Founded,
} from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { callMeeting, moveMeeting, withdrawMeeting } from './deeds/calling.server.ts';
import { callSeries, offerSeries } from './deeds/series.server.ts';
import { invitedTo, meetingById, meetings } from './queries.server.ts';

forEachEngine((database) => {
	let home: Founded;
	let administrator: string;
	let head: string;
	let teacher: string;
	beforeAll(async () => {
		home = await foundedPartnership(database());
		administrator = await home.invited('administrator');
		head = await home.invited('headteacher', home.members[0]);
		teacher = await home.invited('senior leader', home.members[0]);
	});
	const calendar = () => home.as(home.chair, (ctx) => calendarFor(ctx, home.partnershipId));

	describe('NFS-28 a meeting of the heads', () => {
		const id = randomUUIDv7();
		const meeting = {
			who: 'heads',
			day: '2026-11-12',
			fromTime: '13:00',
			toTime: '15:30',
			place: 'Owlbeck',
		};
		const calling = (by: string, more: object = {}) =>
			home.as(by, (ctx) => callMeeting(ctx, { id, partnershipId: home.partnershipId, ...meeting, ...more }));
		const moving = (by: string, version: number, more: object) =>
			home.as(by, (ctx) =>
				moveMeeting(ctx, {
					meetingId: id,
					partnershipId: home.partnershipId,
					version: String(version),
					...meeting,
					...more,
				}),
			);
		const listed = () =>
			home.as(home.chair, (ctx) => meetings(ctx, home.partnershipId, '2026-08-01', '2027-07-31'));

		test('is called once by a form posted twice, and its day is counted with', async () => {
			for (const _ of [1, 2]) expect(await calling(administrator)).toMatchObject({ is: 'done' });
			expect(await calling(administrator, { place: 'Elsewhere' })).toMatchObject({ is: 'conflict' });
			const { who: kind, ...when } = meeting;
			expect(await listed()).toEqual([{ id, version: 1, kind, groupId: null, groupName: null, ...when }]);
			expect((await calendar()).meetings).toEqual(['2026-11-12']);
		});

		test('is moved once; who moves it by an old form is told', async () => {
			for (const _ of [1, 2])
				expect(await moving(home.chair, 1, { day: '2026-11-19' })).toMatchObject({ is: 'done' });
			expect(await moving(administrator, 1, { day: '2026-11-26' })).toMatchObject({
				is: 'conflict',
				current: { day: '2026-11-19', version: 2 },
			});
			expect((await calendar()).meetings).toEqual(['2026-11-19']);
		});

		test('of the steering group is shown and not counted from', async () => {
			const steering = { id: randomUUIDv7(), who: 'steering', day: '2026-10-01', fromTime: '', toTime: '' };
			expect(await calling(home.chair, steering)).toMatchObject({ is: 'done' });
			expect(await listed()).toHaveLength(2);
			expect((await calendar()).meetings).toEqual(['2026-11-19']);
		});

		test('ends after it begins', async () => {
			for (const times of [{ toTime: '12:00' }, { fromTime: '', toTime: '15:00' }])
				expect(await calling(home.chair, { id: randomUUIDv7(), ...times })).toMatchObject({
					is: 'invalid',
					fields: { toTime: expect.stringMatching(/ends after/) },
				});
		});

		test('is the organisers’ to call, to move and to withdraw', async () => {
			const withdrawing = (by: string) =>
				home.as(by, (ctx) => withdrawMeeting(ctx, { partnershipId: home.partnershipId, meetingId: id }));
			const stranger = await newPerson(database());
			const elsewhere = await foundedPartnership(database());
			for (const act of [calling, (by: string) => moving(by, 2, {}), withdrawing]) {
				expect(await act(head)).toEqual({ is: 'denied' });
				expect(await act(teacher)).toMatchObject({ is: act === calling ? 'denied' : 'missing' });
				for (const one of [stranger, elsewhere.chair]) expect(await act(one)).toEqual({ is: 'missing' });
			}
			for (const _ of [1, 2]) expect(await withdrawing(home.chair)).toMatchObject({ is: 'done' });
			expect(await moving(home.chair, 2, {})).toEqual({ is: 'missing' });
			expect((await calendar()).meetings).toEqual([]);
		});
	});

	describe('CSC-1 CSC-20 a meeting of a group, of deputies or of governors', () => {
		const groupOf = async (schoolYear: string, leadId = '') => {
			const group = {
				id: randomUUIDv7(),
				partnershipId: home.partnershipId,
				name: `Larch ${schoolYear}`,
				schoolYear,
			};
			const third = {
				id: randomUUIDv7(),
				partnershipId: home.partnershipId,
				fromDay: foundingDay,
				name: 'Third',
				place: 'Nowhere',
			};
			await home.as(home.chair, (ctx) => addMember(ctx, third));
			await home.as(home.chair, (ctx) =>
				formGroup(ctx, { ...group, memberIds: [home.members[0], third.id] }),
			);
			if (leadId)
				await home.as(home.chair, (ctx) =>
					chooseLead(ctx, { partnershipId: home.partnershipId, groupId: group.id, leadId }),
				);
			return group.id;
		};
		const call = (by: string, who: string, day = '2026-10-08') => {
			const id = randomUUIDv7();
			const meeting = { id, partnershipId: home.partnershipId, who, day };
			return home.as(by, async (ctx) => ({ id, ...(await callMeeting(ctx, meeting)) }));
		};
		const knownTo = async (by: string) =>
			(await home.as(by, (ctx) => meetings(ctx, home.partnershipId, '2026-10-08', '2026-10-08'))).map(
				({ kind, groupName }) => [kind, groupName],
			);

		test('is known to those who come, to those who organise, and to nobody else', async () => {
			const other = await home.invited('headteacher', home.members[1]);
			const deputy = await home.invited('deputy', home.members[1]);
			const governor = await home.invited('governor', home.members[0]);
			const steering = await home.invited('steering');
			const group = await groupOf('2026-27', head);
			for (const who of ['deputies', 'governors']) {
				expect(await call(head, who)).toMatchObject({ is: 'denied' });
				expect(await call(home.chair, who)).toMatchObject({ is: 'done' });
			}
			// The lead calls the group's own, and no other's.
			expect(await call(other, group)).toMatchObject({ is: 'denied' });
			expect(await call(head, group)).toMatchObject({ is: 'done' });
			expect(await call(head, 'heads')).toMatchObject({ is: 'denied' });
			const ofGroup = ['group', 'Larch 2026-27'];
			expect(await knownTo(head)).toEqual([ofGroup]);
			expect(await knownTo(deputy)).toEqual([['deputies', null]]);
			expect(await knownTo(governor)).toEqual([['governors', null]]);
			for (const who of [other, teacher, steering]) expect(await knownTo(who)).toEqual([]);
			for (const who of [home.chair, administrator]) expect(await knownTo(who)).toHaveLength(3);
		});

		test('of a group is held in the school year of the group', async () => {
			const last = await groupOf('2025-26');
			expect(await call(home.chair, last)).toMatchObject({
				is: 'invalid',
				fields: { day: expect.stringMatching(/is a group of 2025-26/) },
			});
			expect(await call(home.chair, randomUUIDv7())).toMatchObject({ is: 'missing' });
			expect(await call(home.chair, 'parents')).toMatchObject({
				is: 'invalid',
				fields: { who: 'Choose who meets.' },
			});
		});

		test('NFS-28 a development day is known to all, and brings together whom a heads’ meeting does', async () => {
			const deputy = await home.invited('deputy', home.members[0]);
			expect(await call(head, 'development day')).toMatchObject({ is: 'denied' });
			expect(await call(home.chair, 'development day', '2027-06-24')).toMatchObject({ is: 'done' });
			const known = (by: string) =>
				home.as(by, (ctx) => meetings(ctx, home.partnershipId, '2027-06-24', '2027-06-24'));
			for (const who of [head, deputy]) expect(await known(who)).toMatchObject([{ kind: 'development day' }]);
			const [found] = await known(head);
			const reads = (by: string) =>
				home.as(by, async (ctx) => (await meetingById(ctx, home.partnershipId, found!.id))?.attends);
			expect([await reads(head), await reads(home.chair), await reads(deputy)]).toEqual([true, true, false]);
			const invited = (kind: 'heads' | 'development day') =>
				home.as(home.chair, (ctx) =>
					invitedTo(ctx, home.partnershipId, { kind, groupId: null, day: '2027-06-24' }),
				);
			expect(await invited('development day')).toEqual(await invited('heads'));
		});

		test('invites whoever holds the role on its day, by name with their schools', async () => {
			const invited = (day: string) =>
				home.as(home.chair, async (ctx) =>
					(await invitedTo(ctx, home.partnershipId, { kind: 'governors', groupId: null, day })).map(
						({ name, schools }) => [name, schools],
					),
				);
			expect(await invited('2026-09-06')).toEqual([]);
			expect(await invited('2026-10-08')).toEqual([['Demo governor', 'Demo school 0']]);
		});
	});

	describe('NFS-28 CEN-4 a series of meetings', () => {
		const series = (more: object = {}) => ({
			...{ partnershipId: home.partnershipId, who: 'heads', schoolYear: '2026-27', unit: 'half-terms' },
			...{ weekday: '4', nth: '1', fromTime: '14:00', toTime: '16:00', place: 'Owlbeck', ...more },
		});
		const heads = async () =>
			(
				await home.as(home.chair, (ctx) => meetings(ctx, home.partnershipId, '2026-08-01', '2027-07-31'))
			).filter(({ kind }) => kind === 'heads');

		test('is shown before it is called, and called once on the days that are ticked', async () => {
			const offered = await home.as(home.chair, (ctx) => offerSeries(ctx, series()));
			if (offered.is !== 'done') throw new Error('not offered');
			const days = offered.value.map(({ day }) => day);
			expect(days).toEqual(['2026-11-05', '2027-01-07', '2027-02-25', '2027-04-15', '2027-06-10']);
			expect(await heads()).toEqual([]);
			const ticked = series({ days });
			for (const _ of [1, 2])
				expect(await home.as(home.chair, (ctx) => callSeries(ctx, ticked))).toMatchObject({ is: 'done' });
			expect((await heads()).map(({ day }) => day)).toEqual(days);
			expect((await heads())[0]).toMatchObject({ fromTime: '14:00', toTime: '16:00', place: 'Owlbeck' });
		});

		test.each([
			['a day that is not of it', { days: ['2026-11-06'] }, 'days'],
			['no day', { days: [] }, 'days'],
			['a year that is over', { schoolYear: '2024-25', days: ['2024-11-07'] }, 'schoolYear'],
			['an end before its start', { toTime: '13:00', days: ['2026-11-05'] }, 'toTime'],
			['a weekend', { weekday: '6', days: ['2026-11-05'] }, 'weekday'],
		])('is refused with %s', async (_, more, field) => {
			expect(await home.as(home.chair, (ctx) => callSeries(ctx, series(more)))).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.any(String) },
			});
		});

		test('is called by whoever organises', async () => {
			const days = ['2026-11-05'];
			expect(await home.as(head, (ctx) => callSeries(ctx, series({ days })))).toEqual({ is: 'denied' });
			const stranger = await newPerson(database());
			expect(await home.as(stranger, (ctx) => callSeries(ctx, series({ days })))).toEqual({ is: 'missing' });
		});
	});
});
