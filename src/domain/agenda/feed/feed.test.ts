import { beforeAll, expect, test } from 'vitest';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { changeFrame } from '#domain/review/deeds/frame.server.ts';
import { agreedReview, frame, type InTheMaking } from '#domain/review/deeds/in-the-making.fixture.ts';
import { standStill } from '#domain/review/deeds/team.server.ts';
import { inContext } from '#platform/context.ts';
import { nobody, person } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { readCalendar } from '#test/icalendar.ts';
import { endFeed, makeFeed } from './actions.server.ts';
import { feedMadeAt, feedOf, personOfFeed } from './feed.server.ts';

forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await agreedReview(database());
	});

	const owner = (token: string) =>
		inContext(database(), nobody, new Date(), (ctx) => personOfFeed(ctx, token));
	const make = async (by: string) => {
		const outcome = await it.home.as(by, makeFeed);
		if (outcome.is !== 'done') throw new Error(`No feed: ${outcome.is}`);
		return outcome.value.token;
	};
	const read = (by: string) => it.home.as(by, (ctx) => feedOf(ctx, 'https://reviews.example'));
	const events = async (by: string) => readCalendar(await read(by)).events;

	test('a feed’s address names its person, to whoever holds it; a new one ends the old, and ending ends it', async () => {
		const first = await make(it.reviewer);
		expect(await owner(first)).toBe(it.reviewer);
		const second = await make(it.reviewer);
		expect([await owner(first), await owner(second)]).toEqual([null, it.reviewer]);
		expect(await it.home.as(it.reviewer, feedMadeAt)).toBeInstanceOf(Date);
		expect(await it.home.as(it.host, feedMadeAt)).toBeNull();
		expect(await it.home.as(it.reviewer, endFeed)).toEqual({ is: 'done', value: null });
		expect(await owner(second)).toBeNull();
		expect(await it.home.as(it.reviewer, feedMadeAt)).toBeNull();
	});

	test('nobody sees, changes or ends another’s feed', async () => {
		const token = await make(it.reviewer);
		for (const who of [person(it.home.chair), nobody]) {
			const seen = await database().as(who, '2026-09-07', async (db) => ({
				rows: await db.selectFrom('calendar_feed').selectAll().execute(),
				ended: await db.deleteFrom('calendar_feed').executeTakeFirst(),
			}));
			expect(seen).toEqual({ rows: [], ended: { numDeletedRows: 0n } });
		}
		expect(await inContext(database(), nobody, new Date(), makeFeed)).toEqual({ is: 'missing' });
		expect(await owner(token)).toBe(it.reviewer);
	});

	test('it shows the day of the review and what is due, names the host, and never what the review is about', async () => {
		const all = await events(it.reviewer);
		expect(all.find(({ summary }) => summary === 'Peer review at Demo school 0')).toMatchObject({
			location: 'Demo school 0',
		});
		const due = all.filter(({ summary }) => summary === 'Peer review at Demo school 0: due');
		expect(due.length).toBeGreaterThan(0);
		expect(due.every(({ startDate }) => startDate.isDate)).toBe(true);
		expect(await read(it.reviewer)).not.toContain('feedback');
		expect(await read(it.reviewer)).not.toContain('Agree');
	});

	test.each([
		['2026-10-23', 'T073000Z'],
		['2026-11-02', 'T083000Z'],
		['2027-03-26', null],
		['2027-03-25', 'T083000Z'],
		['2027-04-13', 'T073000Z'],
	])('a review day on %s begins at the same time on London’s walls', async (firstDay, instant) => {
		const moved = await it.on(it.host, changeFrame, { ...frame, firstDay });
		// Good Friday is no school day, and so no day of a review.
		expect(moved).toMatchObject({ is: instant === null ? 'invalid' : 'done' });
		if (instant)
			expect(await read(it.reviewer)).toContain(`DTSTART:${firstDay.replaceAll('-', '')}${instant}`);
	});

	test('it is the same text until something changes', async () => {
		const before = await read(it.reviewer);
		expect(await read(it.reviewer)).toBe(before);
		await it.on(it.host, changeFrame, { ...frame, firstDay: '2026-11-20' });
		expect(await read(it.reviewer)).not.toBe(before);
	});

	test('it is empty of what is put off, and of everything once its person has left', async () => {
		expect(await events(it.facilitator)).not.toEqual([]);
		const role = await it.home.as(it.home.chair, (ctx) =>
			ctx.db
				.selectFrom('responsibility')
				.select('id')
				.where('person_id', '=', it.facilitator)
				.executeTakeFirstOrThrow(),
		);
		const ending = { partnershipId: it.home.partnershipId, roleId: role.id, untilDay: '2026-09-07' };
		await it.home.as(it.home.chair, (ctx) => endRole(ctx, { ...ending, of: 'responsibility' }));
		expect(await events(it.facilitator)).toEqual([]);
		const standstill = { id: crypto.randomUUID(), kind: 'cancelled', reason: 'Snow' };
		await it.on(it.host, standStill, standstill);
		expect(await events(it.reviewer)).toEqual([]);
	});
});
