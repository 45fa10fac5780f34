import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { callMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { inTheMaking } from '#domain/review/deeds/in-the-making.fixture.ts';
import { acceptReview, joinTeam, standStill } from '#domain/review/deeds/team.server.ts';
import { tickStage } from '#domain/review/deeds/ticks.server.ts';
import { forEachEngine } from '#test/database.ts';
import { meetingScreen } from './screen.server.ts';

const stage = 'post-review';
/** The review is over, and the heads have not met since. */
const after = '2026-11-23';
const day = '2026-12-10';

forEachEngine((database) => {
	test('KSA-7 what all heads have still to talk over of a review stands on the agenda of the heads, and on no other', async () => {
		const it = await inTheMaking(database());
		const { chair, partnershipId, as } = it.home;
		await as(chair, (ctx) => publishPreset(ctx, { id: randomUUIDv7(), partnershipId, preset: 'trios' }));
		await it.propose();
		await it.on(chair, joinTeam, { personId: it.reviewer, role: 'reviewer' });
		for (const who of [it.host, it.reviewer]) await it.on(who, acceptReview);
		const meetings = { heads: randomUUIDv7(), steering: randomUUIDv7(), 'development day': randomUUIDv7() };
		for (const [who, id] of Object.entries(meetings))
			expect(await as(chair, (ctx) => callMeeting(ctx, { id, partnershipId, who, day }))).toMatchObject({
				is: 'done',
			});
		const agenda = async (who: string, of: keyof typeof meetings, on: string) =>
			(await as(who, (ctx) => meetingScreen(ctx, partnershipId, meetings[of]), on))!.agenda;
		const titles = async (of: keyof typeof meetings) =>
			(await agenda(chair, of, after)).things.map(({ title }) => title);

		expect(await titles('heads')).toContain('How reviews went');
		const due = { reviewId: it.reviewId, stage, hostName: expect.any(String) };
		const talks = async (who: string, on = after) => (await agenda(who, 'heads', on)).now?.talks;
		for (const other of ['steering', 'development day'] as const) {
			expect(await titles(other)).not.toContain('How reviews went');
			expect((await agenda(chair, other, after)).now?.talks, other).toEqual([]);
		}
		expect(await talks(it.host, '2026-11-19'), 'on the day').toEqual([]);
		expect(await talks(it.host)).toMatchObject([{ ...due, noted: true }]);
		expect(await talks(it.reviewer), 'before they agreed').toMatchObject([{ ...due, noted: false }]);
		await it.bind(it.reviewer);
		expect(await talks(it.reviewer)).toMatchObject([{ ...due, noted: true }]);
		expect(await talks(chair), 'heads no school').toMatchObject([{ ...due, noted: false }]);
		expect((await agenda(it.host, 'heads', '2026-12-14')).now, 'once it is over').toBeNull();

		const other = { id: randomUUIDv7(), partnershipId, version: '1', preset: 'family' };
		expect(await as(chair, (ctx) => publishPreset(ctx, other))).toMatchObject({ is: 'done' });
		expect(await titles('heads'), 'the review keeps its protocol').toContain('How reviews went');
		expect(await talks(it.host)).toHaveLength(1);
		expect(await it.on(it.host, tickStage, { stage, on: after, note: '' }, after)).toMatchObject({
			is: 'done',
		});
		expect(await talks(it.host)).toEqual([]);
		expect(await titles('heads')).not.toContain('How reviews went');
	});

	test('KSA-7 a review that is called off is nothing to talk over', async () => {
		const it = await inTheMaking(database());
		const { chair, partnershipId, as } = it.home;
		await as(chair, (ctx) => publishPreset(ctx, { id: randomUUIDv7(), partnershipId, preset: 'trios' }));
		await it.propose();
		const id = randomUUIDv7();
		await as(chair, (ctx) => callMeeting(ctx, { id, partnershipId, who: 'heads', day }));
		const talks = async () =>
			(await as(it.host, (ctx) => meetingScreen(ctx, partnershipId, id), after))!.agenda.now?.talks;
		expect(await talks()).toHaveLength(1);
		await it.on(it.host, standStill, { id: randomUUIDv7(), kind: 'cancelled', reason: 'Flu' }, after);
		expect(await talks()).toEqual([]);
	});

	test('KSA-7 nothing of it where the protocol does not have heads join', async () => {
		const it = await inTheMaking(database());
		const { chair, partnershipId, as } = it.home;
		await as(chair, (ctx) => publishPreset(ctx, { id: randomUUIDv7(), partnershipId, preset: 'family' }));
		const id = randomUUIDv7();
		await as(chair, (ctx) => callMeeting(ctx, { id, partnershipId, who: 'heads', day }));
		const { agenda } = (await as(chair, (ctx) => meetingScreen(ctx, partnershipId, id)))!;
		expect(agenda.things.map(({ key }) => key)).toEqual(
			expect.arrayContaining(['before', 'headline', 'looked-back']),
		);
		expect(agenda.things.map(({ key }) => key)).not.toContain('reviewing');
	});
});
