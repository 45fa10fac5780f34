import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { inTheMaking } from '#domain/review/deeds/in-the-making.fixture.ts';
import { joinTeam } from '#domain/review/deeds/team.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { forEachEngine } from '#test/database.ts';
import { besideTeam } from './beside-team.server.ts';

forEachEngine((database) => {
	test('CSC-19 a facilitator who is no head makes the team without learning how much others give', async () => {
		const { home, facilitator, reviewer, reviewId, propose, on } = await inTheMaking(database());
		await home.as(home.chair, (ctx) =>
			publishPreset(ctx, { id: randomUUIDv7(), partnershipId: home.partnershipId, preset: 'family' }),
		);
		await propose({ days: '2' });
		await on(home.chair, joinTeam, { personId: facilitator, role: 'facilitator' });
		await on(home.chair, joinTeam, { personId: reviewer, role: 'reviewer' });
		const loads = (by: string) =>
			home.as(by, async (ctx) => {
				const review = (await openReview(ctx, reviewId))!;
				const calendar = await calendarFor(ctx, home.partnershipId, review.hostMemberId);
				const beside = await besideTeam(ctx, review, calendar, []);
				return [reviewer, facilitator].map((personId) => beside!.get(personId)!.load);
			});
		const limit = '2 days in 2026-27, of at most 4 a school year';
		expect(await loads(home.chair)).toEqual([limit, '2 days in 2026-27']);
		expect(await loads(reviewer)).toEqual([limit, '2 days in 2026-27']);
		expect(await loads(facilitator)).toEqual([null, '2 days in 2026-27']);
	});
});
