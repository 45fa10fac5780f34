import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { changeFrame } from '#domain/review/deeds/frame.server.ts';
import { agreedReview, frame, type InTheMaking } from '#domain/review/deeds/in-the-making.fixture.ts';
import { scheduleActivity } from '#domain/review/deeds/plan.server.ts';
import { joinTeam, leaveTeam, resumeReview, standStill } from '#domain/review/deeds/team.server.ts';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { readCalendar } from '#test/icalendar.ts';
import { inviteAll, lookThroughCalendars } from './invite.server.ts';

const now = new Date('2026-09-08T12:00:00Z');
const muchLater = new Date('2100-01-01T00:00:00Z');
const muchEarlier = new Date('2000-01-01T00:00:00Z');

forEachEngine((database) => {
	let it: InTheMaking;
	let emails: Map<string, string>;
	const faults: unknown[] = [];
	beforeAll(async () => {
		it = await agreedReview(database());
		const people = await database().signIn((db) => db.selectFrom('person').select(['id', 'email']).execute());
		emails = new Map(people.map(({ id, email }) => [email, id]));
	});
	beforeEach(() => database().signIn((db) => db.updateTable('letter').set({ calendar: null }).execute()));

	const invite = async (settledBy = muchLater, processes = 1) => {
		await Promise.all(
			Array.from({ length: processes }, () =>
				inviteAll(database(), { origin: 'https://reviews.example', now, settledBy }, (fault) =>
					faults.push(fault),
				),
			),
		);
		expect(faults).toEqual([]);
	};

	/** What letters written since the test began do to calendars: method, person, day and hours as a reader shows them. */
	async function sent() {
		const letters = await database().signIn((db) =>
			db
				.selectFrom('letter')
				.select(['recipient', 'subject', 'body', 'calendar', 'calendar_method as method'])
				.where('calendar', 'is not', null)
				.orderBy('id')
				.execute(),
		);
		return letters.map(({ recipient, subject, body, calendar, method }) => {
			const read = readCalendar(calendar!);
			const event = read.events[0]!;
			expect(read.method).toBe(method);
			return {
				to: emails.get(recipient),
				subject,
				body,
				method,
				uid: event.uid,
				sequence: event.sequence,
				starts: event.startDate.toJSDate().toISOString(),
				ends: event.endDate.toJSDate().toISOString(),
				text: calendar!,
			};
		});
	}

	const change = (more: object) => it.on(it.host, changeFrame, { ...frame, ...more });

	test('nothing is sent while a review still changes', async () => {
		await invite(muchEarlier);
		expect(await sent()).toEqual([]);
	});

	test('NFS-5 host and team are invited to the day, once, however many processes invite', async () => {
		await invite(muchLater, 3);
		const letters = await sent();
		expect(letters.map(({ to }) => to).toSorted()).toEqual([it.host, it.reviewer, it.facilitator].toSorted());
		expect(letters).toMatchObject(
			letters.map(() => ({
				method: 'REQUEST',
				sequence: 0,
				subject: 'Peer review at Demo school 0, Thursday 19 November 2026',
			})),
		);
		expect(letters[0]!.body).toContain(`https://reviews.example/reviews/${it.reviewId}`);
		expect(letters.every(({ text }) => !text.includes('feedback'))).toBe(true);
		await it.on(it.home.chair, joinTeam, { personId: it.reviewer, role: 'reviewer' });
		await invite();
		expect(await sent()).toHaveLength(3);
	});

	test('a review that moves twice in a row makes one letter each, by the clocks of the new day', async () => {
		await change({ firstDay: '2026-10-22' });
		await change({ firstDay: '2026-10-22', days: '2' });
		await invite();
		const letters = (await sent())
			.filter(({ to }) => to === it.reviewer)
			.toSorted((one, other) => other.sequence - one.sequence);
		expect(letters).toMatchObject([
			{ method: 'REQUEST', sequence: 1, subject: expect.stringMatching(/^Changed: .*22 October 2026$/) },
			{ method: 'REQUEST', sequence: 0, subject: expect.stringMatching(/^Peer review .*23 October 2026$/) },
		]);
		expect(letters[0]!.uid).not.toBe(letters[1]!.uid);
		await change({});
		await invite();
		const before = new Set(letters.map(({ text }) => text));
		const back = (await sent())
			.filter(({ to, text }) => to === it.reviewer && !before.has(text))
			.toSorted((one, other) => other.sequence - one.sequence);
		expect(back).toMatchObject([
			{ method: 'REQUEST', sequence: 2, uid: letters[0]!.uid },
			{ method: 'CANCEL', sequence: 1, uid: letters[1]!.uid },
		]);
		// The protocol's day begins at the same time on the wall in summer and in winter.
		expect(letters[0]!.starts.slice(11)).toBe(summer(back[0]!.starts.slice(11)));
	});

	test('NFS-7 the hours are those of the timetable once the plan is agreed, and stay while it is changed', async () => {
		const activity = (more: object) => it.on(it.host, scheduleActivity, it.activity(more));
		await activity({});
		await invite();
		expect(await sent()).toEqual([]);
		const agreement = { partnership_id: it.home.partnershipId, review_id: it.reviewId, agreed_by: it.host };
		await it.home.as(it.host, ({ db }) => db.insertInto('plan_agreement').values(agreement).execute());
		await invite();
		expect((await sent()).map(({ starts, ends }) => [starts, ends])).toEqual(
			Array.from({ length: 3 }, () => ['2026-11-19T10:00:00.000Z', '2026-11-19T11:00:00.000Z']),
		);
		await activity({ starts: '11:00', ends: '12:00' });
		await invite();
		expect(await sent()).toHaveLength(3);
	});

	describe('who leaves', () => {
		test('the team is told, and whoever comes back is invited again', async () => {
			await it.on(it.reviewer, leaveTeam, { personId: it.reviewer });
			await invite();
			expect(await sent()).toMatchObject([
				{ to: it.reviewer, method: 'CANCEL', body: expect.stringContaining('no longer stands for you') },
			]);
			await it.on(it.home.chair, joinTeam, { personId: it.reviewer, role: 'reviewer' }, '2026-09-08');
			await invite();
			expect((await sent()).slice(1)).toMatchObject([{ to: it.reviewer, method: 'REQUEST' }]);
		});

		test('the partnership is told too, though they may no longer see the review', async () => {
			const { id } = await it.home.as(it.home.chair, (ctx) =>
				ctx.db
					.selectFrom('responsibility')
					.select('id')
					.where('person_id', '=', it.facilitator)
					.executeTakeFirstOrThrow(),
			);
			const ending = {
				partnershipId: it.home.partnershipId,
				roleId: id,
				of: 'responsibility',
				untilDay: '2026-09-08',
			};
			expect(await it.home.as(it.home.chair, (ctx) => endRole(ctx, ending))).toMatchObject({ is: 'done' });
			await invite();
			expect(await sent()).toMatchObject([{ to: it.facilitator, method: 'CANCEL' }]);
		});
	});

	test('a review that is put off leaves every calendar, and comes back when it goes ahead', async () => {
		const id = crypto.randomUUID();
		await it.on(it.host, standStill, { id, kind: 'deferred', reason: 'Snow' });
		await invite();
		const off = await sent();
		expect(off.map(({ to, method }) => [to, method]).toSorted()).toEqual(
			[it.host, it.reviewer].map((to) => [to, 'CANCEL']).toSorted(),
		);
		expect(off[0]).toMatchObject({
			subject: expect.stringMatching(/^Called off: /),
			body: expect.stringContaining('has been put off'),
		});
		await it.on(it.host, resumeReview);
		await invite();
		const on = (await sent()).slice(2);
		expect(on.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST']);
		for (const { uid, sequence } of on)
			expect(sequence).toBeGreaterThan(off.find((one) => one.uid === uid)!.sequence);
	});

	test('looking through what is ahead, as once a day, sends nothing that calendars know', async () => {
		await lookThroughCalendars(database(), now);
		await invite();
		expect(await sent()).toEqual([]);
	});

	test('what a person’s calendar was told is theirs alone to see; what changed is the job’s', async () => {
		const seen = await database().as(person(it.reviewer), '2026-09-08', (db) =>
			db.selectFrom('calendar_entry').select('person_id').distinct().execute(),
		);
		expect(seen).toEqual([{ person_id: it.reviewer }]);
		await lookThroughCalendars(database(), now);
		for (const who of [person(it.home.chair), { kind: 'job', name: 'reminders' } as const]) {
			const changes = await database().as(who, '2026-09-08', (db) =>
				db.selectFrom('calendar_change').select('review_id').execute(),
			);
			expect(changes).toEqual([]);
		}
	});
});

/** The same time on the wall, an hour earlier in Greenwich. */
const summer = (time: string) => `${String(Number(time.slice(0, 2)) - 1).padStart(2, '0')}${time.slice(2)}`;
