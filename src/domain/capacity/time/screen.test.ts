import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { englishYear } from '#domain/calendar/english-year.ts';
import { yearFields } from '#domain/calendar/year-fields.fixture.ts';
import { enterYear } from '#domain/partnership/deeds/calendar.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { inTheMaking, reviewDay, type InTheMaking } from '#domain/review/deeds/in-the-making.fixture.ts';
import { joinTeam, standStill, resumeReview } from '#domain/review/deeds/team.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { forEachEngine } from '#test/database.ts';
import { setLimit } from '../limit/deeds.server.ts';
import { addUnsuitable } from '../days/deeds.server.ts';
import { personScreen } from '../person.server.ts';
import { teamFacts } from '../team/queries.server.ts';
import { releaseDaysOf, timeScreen } from './screen.server.ts';

const year = '2026-27';

forEachEngine((database) => {
	let made: InTheMaking;
	let champion: string;
	let governor: string;
	beforeAll(async () => {
		made = await inTheMaking(database());
		const { home, facilitator, reviewer } = made;
		champion = await home.invited('champion', home.members[1]);
		governor = await home.invited('governor', home.members[1]);
		await home.as(home.chair, (ctx) =>
			publishPreset(ctx, { id: randomUUIDv7(), partnershipId: home.partnershipId, preset: 'family' }),
		);
		await made.propose({ days: '2' });
		for (const [personId, role] of [
			[reviewer, 'reviewer'],
			[facilitator, 'facilitator'],
			[champion, 'champion'],
		])
			await made.on(home.chair, joinTeam, { personId, role });
	});

	const screen = (by: string, of = year) =>
		made.home.as(by, async (ctx) => timeScreen(ctx, (await standingIn(ctx, made.home.partnershipId))!, of));
	const person = (by: string, whose: string) =>
		made.home.as(by, async (ctx) =>
			personScreen(ctx, (await standingIn(ctx, made.home.partnershipId))!, whose),
		);

	test('NFS-26 CSC-19 schools’ balances are for all, people’s days for those who release or run, and one’s own', async () => {
		const all = await screen(made.home.chair);
		expect(
			all.schools.map(({ name, given, received, balanceEver }) => [name, given, received, balanceEver]),
		).toEqual([
			['Demo school 1', 3, 0, 3],
			['Demo school 0', 0, 5, -5],
			[expect.stringContaining('no school here'), 2, 0, 2],
		]);
		expect(all.total).toBe(5);
		expect(all.people.map(({ personId, days, limit }) => [personId, days, limit])).toEqual([
			[made.reviewer, 2, 'at most 4 a school year'],
			[made.facilitator, 2, null],
			[champion, 1, 'at most 4 a school year'],
		]);
		expect((await screen(made.host)).people).toHaveLength(3);
		for (const [by, own] of [
			[champion, 1],
			[governor, 0],
		] as const) {
			const theirs = await screen(by);
			expect(theirs.people).toHaveLength(own);
			expect(theirs.outlook).toBeNull();
		}
		const days = (by: string) =>
			made.home.as(by, async (ctx) =>
				releaseDaysOf(ctx, (await standingIn(ctx, made.home.partnershipId))!, year),
			);
		expect((await days(made.home.chair))?.days).toHaveLength(5);
		expect(await days(champion)).toBeNull();
	});

	test('CEN-6 champions are looked out for in this school year and those to come, not in one that is over', async () => {
		const outlooks = ['2025-26', '2026-27', '2027-28'].map(
			async (of) => (await screen(made.home.chair, of)).outlook,
		);
		expect(await Promise.all(outlooks)).toEqual([
			null,
			expect.objectContaining({ champions: 1 }),
			expect.objectContaining({ champions: 1 }),
		]);
	});

	test('CSC-19 a person’s days and limit are read by them and their head, and of others only who they are', async () => {
		const input = {
			partnershipId: made.home.partnershipId,
			personId: champion,
			version: '0',
			daysAYear: '0',
		};
		await made.home.as(champion, (ctx) => setLimit(ctx, input));
		expect(await person(champion, champion)).toMatchObject({
			days: [{ day: '2026-11-20', as: 'champion', hostName: 'Demo school 0' }],
			limit: { words: 'at most 0 a school year', byProtocol: 'at most 4 a school year' },
			mayLimit: true,
			mayWithdraw: false,
		});
		expect(await person(made.reviewer, champion)).toMatchObject({ mayLimit: true, mayWithdraw: true });
		expect(await person(governor, champion)).toMatchObject({ days: null, limit: null, mayLimit: false });
		expect(await person(made.home.chair, randomUUIDv7())).toBeNull();
		const over = (await screen(made.home.chair)).people.find(({ personId }) => personId === champion);
		expect(over).toMatchObject({ over: true });
	});

	test('CSC-19 where a team is made, a day that does not suit is known to those who stand here, not to guests', async () => {
		await made.home.as(champion, (ctx) =>
			addUnsuitable(ctx, { id: randomUUIDv7(), kind: 'cannot', fromDay: reviewDay, words: 'Private' }),
		);
		const { partnershipId } = made.home;
		const asked = { partnershipId, firstDay: reviewDay, lastDay: '2026-11-20' };
		const known = await made.home.as(made.home.chair, (ctx) => teamFacts(ctx, asked));
		expect(known?.days).toEqual([{ personId: champion, day: reviewDay, kind: 'cannot' }]);
		expect(JSON.stringify(known)).not.toContain('Private');
		expect(known?.reviews[0]?.team).toHaveLength(3);
		expect(
			await made.home.as(made.home.chair, (ctx) =>
				teamFacts(ctx, { ...asked, firstDay: null, lastDay: null }),
			),
		).toMatchObject({ days: [] });
		expect(await made.home.as(randomUUIDv7(), (ctx) => teamFacts(ctx, asked))).toBeNull();
	});

	test('CSC-19 a review that stands still takes no days, until it goes ahead after all', async () => {
		const still = { id: randomUUIDv7(), kind: 'deferred', reason: 'Snow' };
		await made.on(made.home.chair, standStill, still);
		expect((await screen(made.home.chair)).total).toBe(0);
		await made.on(made.home.chair, resumeReview);
		expect((await screen(made.home.chair)).total).toBe(5);
	});

	test('NFS-26 a day on which the host’s own calendar has no pupils in is given by nobody', async () => {
		const { home, host } = made;
		const dates = { ...englishYear(2026), inset: ['2026-11-20'] };
		const entered = { partnershipId: home.partnershipId, version: '0', name: year, form: yearFields(dates) };
		const enter = (by: string, memberId: string) =>
			home.as(by, (ctx) => enterYear(ctx, { ...entered, memberId }));
		expect(await enter(made.reviewer, home.members[1])).toMatchObject({ is: 'done' });
		expect((await screen(host)).total).toBe(5);
		expect(await enter(host, home.members[0])).toMatchObject({ is: 'done' });
		const now = await screen(host);
		expect([now.total, ...now.schools.map(({ given, received }) => given - received)]).toEqual([3, 2, -3, 1]);
	});
});
