import { beforeAll, expect, test } from 'vitest';
import { agendaOf } from '#domain/agenda/meeting/agenda.server.ts';
import { callMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { openMeeting } from '#domain/meeting/deeds/opening.server.ts';
import { forEachEngine } from '#test/database.ts';
import { brokered, type Brokered } from '../brokered.fixture.ts';
import { changeConsents } from '../request/deeds.server.ts';
import { decideResource } from './deeds.server.ts';

const done = { is: 'done', value: null };
const meetingId = '01900000-0000-7000-8000-00000000abcd';

forEachEngine((database) => {
	let all: Brokered;
	let requestId: string;
	beforeAll(async () => {
		all = await brokered(database());
		({ requestId } = await all.proposed({ atMeetings: 'yes' }));
		const meeting = { id: meetingId, who: 'heads', day: '2026-11-12' };
		expect(await all.does(all.home.chair, callMeeting, meeting)).toMatchObject({ is: 'done' });
	});

	const onAgenda = (who: string) =>
		all.home.as(who, async (ctx) => {
			const open = await openMeeting(ctx, all.home.partnershipId, meetingId);
			return (await agendaOf(ctx, open!)).now!.requests;
		});

	test('NFS-17 what the partnership gives is decided by whoever leads, by number, and stands beside the request on the heads’ agenda', async () => {
		const given = { requestId, number: '0', days: '2', pounds: '£400', words: 'Supply for two teachers.' };
		for (const who of [all.head, all.other])
			expect(await all.does(who, decideResource, given)).toEqual({ is: 'denied' });
		for (const _ of [1, 2]) expect(await all.does(all.home.chair, decideResource, given)).toEqual(done);
		expect(await all.does(all.home.chair, decideResource, { ...given, days: '3' })).toMatchObject({
			is: 'conflict',
			current: { days: 2 },
		});
		expect(await onAgenda(all.other)).toMatchObject([
			{ memberName: 'Demo school 0', theme: 'Writing', resource: { days: 2, pounds: 400 } },
		]);
	});

	test('NFS-17 a request that its head closes to meetings is on no agenda any more', async () => {
		expect(await all.does(all.head, changeConsents, { requestId, version: '1' })).toEqual(done);
		for (const who of [all.other, all.home.chair, all.head]) expect(await onAgenda(who)).toEqual([]);
	});

	test.each([
		['days that are none', { days: '0' }, 'days'],
		['pence', { pounds: '1.50' }, 'pounds'],
		['no words', { words: ' ' }, 'words'],
	])('NFS-17 is refused at the field with %s', async (_, more, field) => {
		const given = { requestId, number: '1', words: 'Supply.', ...more };
		expect(await all.does(all.home.chair, decideResource, given)).toMatchObject({
			is: 'invalid',
			fields: { [field]: expect.any(String) },
		});
	});
});
