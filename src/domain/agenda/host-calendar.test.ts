import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { englishYear } from '#domain/calendar/english-year.ts';
import type { SchoolYear } from '#domain/calendar/school-year.ts';
import { yearFields } from '#domain/calendar/year-fields.fixture.ts';
import { enterYear } from '#domain/partnership/deeds/calendar.server.ts';
import { callMeeting, withdrawMeeting } from '#domain/meeting/deeds/calling.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { inTheMaking, reviewDay, type InTheMaking } from '#domain/review/deeds/in-the-making.fixture.ts';
import { courseOf } from '#domain/review/course.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { forEachEngine } from '#test/database.ts';
import { home } from './home.server.ts';

const name = '2026-27';
const common = englishYear(2026);

forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await inTheMaking(database());
		const preset = { id: randomUUIDv7(), partnershipId: it.home.partnershipId, preset: 'family' };
		await it.home.as(it.home.chair, (ctx) => publishPreset(ctx, preset));
	});

	const entering = (year: SchoolYear, memberId = '') =>
		it.home.as(it.home.chair, (ctx) =>
			enterYear(ctx, { partnershipId: it.home.partnershipId, memberId, name, form: yearFields(year) }),
		);
	const due = (key: string, day = '2026-11-20') =>
		it.home.as(
			it.host,
			async (ctx) =>
				(await courseOf(ctx, (await openReview(ctx, it.reviewId))!)).find((one) => one.key === key),
			day,
		);

	test('a review is held on no INSET day of its host, whatever the others do', async () => {
		await entering({ ...common, inset: ['2026-11-20'] });
		await entering({ ...common, inset: [reviewDay] }, it.home.members[0]);
		expect(await it.propose({ firstDay: reviewDay })).toMatchObject({
			is: 'invalid',
			fields: { firstDay: expect.stringMatching(/is not a school day/) },
		});
		expect(await it.propose({ firstDay: '2026-11-18', days: '2' })).toMatchObject({ is: 'done' });
		// Two school days of the host: not the nineteenth, on which its staff train alone.
		const { reviews } = await it.home.as(it.host, home, '2026-11-20');
		expect(reviews[0]?.firstDay).toBe('2026-11-18');
		const { last_day } = await database().asOwner((db) =>
			db.selectFrom('review').select('last_day').where('id', '=', it.reviewId).executeTakeFirstOrThrow(),
		);
		expect(last_day).toBe('2026-11-20');
	});

	test('NFS-15 NFS-28 progress is due on the day on which the heads really meet', async () => {
		const { partnershipId, chair } = it.home;
		expect(await due('progress', '2026-11-23')).toMatchObject({ due: '2027-02-12', provisional: true });
		const meeting = { id: randomUUIDv7(), partnershipId, who: 'heads', day: '2026-12-08' };
		await it.home.as(chair, (ctx) => callMeeting(ctx, meeting));
		expect(await due('progress')).toMatchObject({ due: '2026-12-08', provisional: false });
		await it.home.as(chair, (ctx) => withdrawMeeting(ctx, { partnershipId, meetingId: meeting.id }));
		expect(await due('progress')).toMatchObject({ due: '2027-02-12', provisional: true });
	});
});
