import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { closeAim, setAim } from '#domain/aim/deeds.server.ts';
import { callMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { saveMinutes } from '#domain/meeting/deeds/minutes.server.ts';
import { standingThings } from '#domain/meeting/minutes.ts';
import type { MeetingKind } from '#domain/meeting/model.ts';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { meetingScreen } from './screen.server.ts';

const done = { is: 'done' };

describe('what stands on an agenda by itself', () => {
	const keys = (kind: MeetingKind, day: string) => standingThings({ kind, day }).map(({ key }) => key);

	test('NFS-28 a development day begins with aims, figures and what reviews found, at any time of the year', () => {
		for (const day of ['2026-10-01', '2027-06-24'])
			expect(keys('development day', day)).toEqual([
				...['before', 'promised', 'aims', 'headline', 'since-review', 'looked-back', 'needed'],
			]);
	});

	test('HEP-11 the heads speak of the figures in the autumn term, and nobody else by itself', () => {
		for (const [day, there] of [
			['2026-08-31', false],
			['2026-09-01', true],
			['2026-12-18', true],
			['2027-01-05', false],
		] as const)
			expect(keys('heads', day).includes('headline')).toBe(there);
		for (const kind of ['group', 'steering', 'deputies', 'governors'] as const) {
			expect(keys(kind, '2026-10-01')).not.toContain('headline');
			expect(keys(kind, '2026-10-01')).not.toContain('aims');
		}
	});
});

forEachEngine((database) => {
	let home: Founded;
	let [head, meetingId] = ['', ''];
	const aims = { stands: randomUUIDv7(), closed: randomUUIDv7(), ofSchool: randomUUIDv7() };
	const day = '2026-10-08';

	beforeAll(async () => {
		home = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		meetingId = randomUUIDv7();
		const { partnershipId, members } = home;
		const aim = { partnershipId, memberId: '', schoolYear: '2026-27', words: '' };
		await home.as(home.chair, async (ctx) => {
			const called = { id: meetingId, partnershipId, who: 'development day', day };
			expect(await callMeeting(ctx, called)).toMatchObject(done);
			expect(await setAim(ctx, { ...aim, id: aims.stands, title: 'All read 😀' })).toMatchObject(done);
			expect(await setAim(ctx, { ...aim, id: aims.closed, title: 'All swim' })).toMatchObject(done);
			const ended = { partnershipId, aimId: aims.closed, because: 'They do.' };
			expect(await closeAim(ctx, ended)).toMatchObject(done);
		});
		const own = { ...aim, id: aims.ofSchool, memberId: members[0], title: 'Our own' };
		expect(await home.as(head, (ctx) => setAim(ctx, own))).toMatchObject(done);
	});

	test('NFS-28 the partnership’s aims that stand are on its agenda, before and after it; who sets them is told where', async () => {
		for (const [who, sets] of [
			[head, false],
			[home.chair, true],
		] as const)
			for (const on of [undefined, '2026-11-30'])
				expect(
					(await home.as(who, (ctx) => meetingScreen(ctx, home.partnershipId, meetingId), on))!.agenda.aims,
				).toEqual({
					standing: [{ id: aims.stands, title: 'All read 😀', words: '', schoolYear: '2026-27' }],
					sets,
				});
	});

	test('NFS-28 HEP-11 what was said of aims and figures is minuted', async () => {
		const said = { 'note-aims': 'Reading stays.', 'note-headline': 'Phonics fell in two schools.' };
		const minutes = { partnershipId: home.partnershipId, meetingId, version: '0', ...said };
		expect(await home.as(home.chair, (ctx) => saveMinutes(ctx, minutes), day)).toMatchObject(done);
		const page = await home.as(head, (ctx) => meetingScreen(ctx, home.partnershipId, meetingId), day);
		expect(page!.minutes[0]!.notes).toEqual({
			aims: 'Reading stays.',
			headline: 'Phonics fell in two schools.',
		});
	});
});
