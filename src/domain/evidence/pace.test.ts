import { randomUUIDv7 } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { activity, exampleDay, piece, reviewDay } from './day.fixture.ts';
import type { Day } from './day.ts';
import { behindBy, paceAt } from './pace.ts';
import { sayPace } from './pace.server.ts';
import { preparedReview, type PreparedReview } from './prepared-review.fixture.ts';
import { dayOf } from './screen.server.ts';

const everybody = { people: [] };
const activities = [
	activity({ id: 'books' }),
	activity({ id: 'talk', starts: '09:00', ends: '09:45', people: [{ id: 'tove', name: 'Tove Marsh' }] }),
	activity({ id: 'break', starts: '10:00', ends: '10:20', ...everybody }),
	activity({ id: 'walk', starts: '10:20', ends: '11:00' }),
];
const said = (minutesBehind: number) => [
	{ day: reviewDay, minutesBehind, by: 'Ines Coble', saidAt: `${reviewDay}T09:50:00.000Z` },
];
const at = (time: string, more: Partial<Day> = {}) =>
	paceAt(exampleDay({ activities, ...more }), { day: reviewDay, time });
const states = ({ running }: ReturnType<typeof at>) =>
	running.map(({ activity: { id }, state, starts }) => `${id} ${state} ${starts}`);

test('NFS-3 what is on now, what comes next and in how long, who is where', () => {
	const pace = at('09:50');
	expect(states(pace)).toEqual([
		'talk over 09:00',
		'books now 09:00',
		'break later 10:00',
		'walk later 10:20',
	]);
	expect(pace.next).toMatchObject({ inMinutes: 10, running: [{ activity: { id: 'break' } }] });
	expect(pace.people).toMatchObject([
		{ name: 'Ines Coble', at: { activity: { id: 'books' } }, following: { activity: { id: 'walk' } } },
		{ name: 'Tove Marsh', at: null, following: { activity: { id: 'break' } } },
	]);
});

test('NFS-3 a day that is behind moves along by as much, and what is over stays as it was', () => {
	const pace = at('10:10', { pace: said(15) });
	expect(states(pace)).toEqual([
		'talk over 09:00',
		'books now 09:15',
		'break later 10:15',
		'walk later 10:35',
	]);
	expect(pace.next?.inMinutes).toBe(5);
	expect(states(at('10:10', { pace: said(0) }))[2]).toBe('break now 10:00');
});

test('before the day it shows the day to come, and after it the last; without a timetable none', () => {
	const other = (day: string) => paceAt(exampleDay({ activities }), { day, time: '09:30' });
	expect(other('2026-11-18')).toMatchObject({
		day: reviewDay,
		today: false,
		next: null,
		people: [{ at: null }, {}],
	});
	expect(states(other('2026-11-20')).every((one) => one.includes(' over '))).toBe(true);
	expect(at('09:30', { activities: [] })).toMatchObject({ day: null, today: false, running: [], next: null });
});

test('CSC-26 what was parked is listed', () => {
	const evidence = [piece({ outsideFocus: true, lineId: null }), piece({ id: 'p2' })];
	expect(at('09:30', { evidence }).parked.map(({ id }) => id)).toEqual(['p1']);
});

test('whatever is said and whatever the clock shows, each activity is there once and none is both over and to come', () => {
	const time = fc
		.integer({ min: 0, max: 1439 })
		.map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
	fc.assert(
		fc.property(time, fc.integer({ min: 0, max: 240 }), (now, behind) => {
			const pace = at(now, { pace: said(behind) });
			expect(pace.running.map(({ activity: { id } }) => id).toSorted()).toEqual([
				'books',
				'break',
				'talk',
				'walk',
			]);
			for (const { state, starts, ends } of pace.running) {
				if (state === 'now') expect(starts <= now && now < ends).toBe(true);
				if (state === 'later') expect(starts > now).toBe(true);
			}
			if (pace.next) expect(pace.next.inMinutes).toBeGreaterThan(0);
		}),
	);
});

test.each([
	['09:00', '09:12', 12],
	['09:00', '08:55', 0],
	['08:00', '15:00', 240],
])('planned at %s and begun at %s is %i minutes behind', (planned, began, behind) => {
	expect(behindBy(planned, began)).toBe(behind);
});

forEachEngine((database) => {
	const say = (
		review: PreparedReview,
		input: object,
		someone: keyof PreparedReview['people'] = 'facilitator',
	) => review.as(someone, (ctx) => sayPace(ctx, { reviewId: review.reviewId, ...input }));
	const saidOf = async (review: PreparedReview) =>
		(await review.as('reviewer', (ctx) => dayOf(ctx, review.reviewId)))!.pace;

	test('NFS-3 anybody on the team says how far the day is behind; the last word counts, and who said it', async () => {
		const review = await preparedReview(database());
		const { reviewId, activityId } = review;
		const first = { reviewId, minutes: '10' };
		for (const _ of [1, 2])
			expect(await review.as('reviewer', (ctx) => sayPace(ctx, first))).toMatchObject({ is: 'done' });
		expect(await saidOf(review)).toMatchObject([{ day: reviewDay, minutesBehind: 10, by: 'Demo reviewer' }]);
		// Said before that, though it arrives later.
		await review.as('facilitator', (ctx) =>
			sayPace({ ...ctx, now: new Date(`${reviewDay}T09:27:00Z`) }, { reviewId, began: activityId }),
		);
		expect(await saidOf(review)).toMatchObject([{ minutesBehind: 10 }]);
		// It is noon, and the activity was planned for 9.15.
		await say(review, { began: activityId });
		expect(await saidOf(review)).toMatchObject([{ minutesBehind: 165, by: 'Demo facilitator' }]);
	});

	test('it is not for others, not for another day, and no number of any kind', async () => {
		const review = await preparedReview(database());
		for (const someone of ['host', 'champion', 'chair'] as const)
			expect(await say(review, { minutes: '5' }, someone)).toEqual({ is: 'denied' });
		expect(await say(review, { minutes: '5' }, 'outsider')).toEqual({ is: 'missing' });
		for (const minutes of ['-1', '241', 'late', '1.5'])
			expect(await say(review, { minutes }), minutes).toMatchObject({
				is: 'invalid',
				fields: { minutes: expect.any(String) },
			});
		expect(await say(review, {})).toMatchObject({
			is: 'invalid',
			fields: { minutes: 'Say how many minutes.' },
		});
		expect(await say(review, { began: randomUUIDv7() })).toMatchObject({ is: 'invalid' });
		const early = await review.as(
			'facilitator',
			(ctx) => sayPace(ctx, { reviewId: review.reviewId, minutes: '5' }),
			'2026-11-18',
		);
		expect(early).toMatchObject({ is: 'invalid', fields: { '': expect.stringContaining('planned today') } });
	});
});
