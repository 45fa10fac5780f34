import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formGroup, chooseLead } from '#domain/partnership/deeds/groups.server.ts';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { forEachEngine } from '#test/database.ts';
import { addUnsuitable } from '../days/deeds.server.ts';
import { unsuitableDays } from '../days/queries.server.ts';
import { answerPoll, askForDays, askMore, closePoll, offerDays, remindOfPoll } from './deeds.server.ts';
import { myPolls, pollById, pollsOf } from './queries.server.ts';

const days = ['2026-11-03', '2026-11-05', '2026-11-10'] as const;
const [first, second, third] = days;
const origin = 'http://localhost:4000';

forEachEngine((database) => {
	let home: Founded;
	let head: string;
	let otherHead: string;
	let staff: string;
	let pollId: string;
	beforeAll(async () => {
		home = await foundedPartnership(database());
		staff = await home.invited('deputy', home.members[0]);
	});
	// Of whom nothing has been said yet.
	beforeEach(async () => {
		head = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		pollId = await asked();
	});

	const form = (more: object = {}) => ({
		...{ id: randomUUIDv7(), partnershipId: home.partnershipId, title: 'Reviews in November', words: '' },
		...{ days: [...days], personIds: [head, otherHead], untilDay: '2026-10-01', ...more },
	});
	const ask = (by: string, input: object, day?: string) =>
		home.as(by, (ctx) => askForDays(ctx, origin, input), day);
	async function asked(more: object = {}): Promise<string> {
		const input = form(more);
		expect(await ask(home.chair, input)).toMatchObject({ is: 'done' });
		return input.id;
	}
	type Deed = (ctx: Context, input: unknown) => Promise<Outcome>;
	const does = (by: string, deed: Deed, more: object = {}, day?: string) =>
		home.as(by, (ctx) => deed(ctx, { partnershipId: home.partnershipId, pollId, ...more }), day);
	const reminds: Deed = (ctx, input) => remindOfPoll(ctx, origin, input);
	const asksMore: Deed = (ctx, input) => askMore(ctx, origin, input);
	const all = (answer: string) => Object.fromEntries(days.map((day) => [day, answer]));
	const seen = (by: string, day?: string) =>
		home.as(by, (ctx) => pollById(ctx, home.partnershipId, pollId), day);
	const learnt = async (by: string, whose: string, partnershipId = home.partnershipId) =>
		(
			await home.as(by, (ctx) =>
				unsuitableDays(ctx, partnershipId, [whose], { from: '2026-11-01', to: '2026-11-30' }),
			)
		).map(({ day, kind }) => [day, kind]);
	const waiting = async (who: string) =>
		(await home.as(who, myPolls)).filter(({ answeredAt }) => answeredAt === null);
	const letters = async (personId: string): Promise<string[]> =>
		database().asOwner(async (db) => {
			const { rows } = await sql<{ subject: string }>`
				select l.subject from letter l join person p on p.email = l.recipient
				where p.id = ${personId} and l.subject like '%suit you%'`.execute(db);
			return rows.map(({ subject }) => subject);
		});

	describe('asking', () => {
		test('CSC-19 is for whoever organises: each who is asked gets one letter and finds it waiting, others see nothing', async () => {
			const before = await letters(head);
			const input = form({ personIds: [head, home.chair] });
			for (const _ of [1, 2])
				expect(await ask(home.chair, input)).toEqual({ is: 'done', value: { id: input.id } });
			expect(await letters(head)).toHaveLength(before.length + 1);
			expect(await letters(home.chair), 'not to oneself').toEqual([]);
			for (const more of [{ title: 'Other' }, { personIds: [head, otherHead] }])
				expect(await ask(home.chair, { ...input, ...more })).toMatchObject({
					is: 'invalid',
					fields: { '': expect.stringMatching(/asked already/) },
				});
			expect(await letters(head)).toHaveLength(before.length + 1);
			pollId = input.id;
			expect(await seen(head)).toMatchObject({
				...{ title: 'Reviews in November', days, askedByName: 'Chair Example', closedAt: null },
				people: [{ name: 'Chair Example', answeredAt: null }, { name: 'Demo headteacher' }],
			});
			expect((await waiting(head)).map(({ id }) => id)).toContain(pollId);
			for (const somebody of [otherHead, staff, await newPerson(database())]) {
				expect(await seen(somebody)).toBeNull();
				expect((await waiting(somebody)).map(({ id }) => id)).not.toContain(pollId);
			}
		});

		test('CSC-19 whoever leads a group asks the people of its schools; a head or deputy nobody', async () => {
			for (const somebody of [head, staff]) expect(await ask(somebody, form())).toEqual({ is: 'denied' });
			expect(await ask(await newPerson(database()), form())).toEqual({ is: 'missing' });
			const group = { partnershipId: home.partnershipId, id: randomUUIDv7() };
			const own = { name: 'Demo group', schoolYear: '2026-27', memberIds: home.members };
			await home.as(home.chair, (ctx) => formGroup(ctx, { ...group, ...own }));
			const named = { partnershipId: home.partnershipId, groupId: group.id, leadId: head };
			expect(await home.as(home.chair, (ctx) => chooseLead(ctx, named))).toMatchObject({ is: 'done' });
			expect(await ask(head, form({ personIds: [home.chair] }))).toMatchObject({
				is: 'invalid',
				fields: { personIds: expect.any(String) },
			});
			expect(await ask(head, form({ personIds: [head, staff] }))).toMatchObject({ is: 'done' });
			expect((await waiting(staff)).length).toBe(1);
		});

		test('bad input is refused at its field', async () => {
			for (const [more, field] of [
				[{ title: ' ' }, 'title'],
				[{ days: [] }, 'days'],
				[{ days: ['2026-02-30'] }, 'days'],
				[{ days: ['2026-09-07'] }, 'days'],
				[{ days: ['2026-12-25'] }, 'days'],
				[{ days: ['2026-11-07'] }, 'days'],
				[{ days: ['2027-11-03'] }, 'days'],
				[{ untilDay: '' }, 'untilDay'],
				[{ untilDay: '2026-09-06' }, 'untilDay'],
				[{ untilDay: '2026-11-11' }, 'untilDay'],
				[{ personIds: [] }, 'personIds'],
				[{ personIds: [await newPerson(database())] }, 'personIds'],
			] as const)
				expect(await ask(home.chair, form(more)), field).toMatchObject({
					is: 'invalid',
					fields: { [field]: expect.any(String) },
				});
		});

		test('CSC-19 days are offered by the calendar, and too many or none are said at the field', async () => {
			const offered = (more: object) =>
				home.as(home.chair, (ctx) =>
					offerDays(ctx, {
						...{
							partnershipId: home.partnershipId,
							from: '2026-11-02',
							to: '2026-11-10',
							weekdays: ['2', '4'],
						},
						...more,
					}),
				);
			expect(await offered({})).toEqual({ is: 'done', value: [...days] });
			for (const [more, field] of [
				[{ to: '2026-11-01' }, 'to'],
				[{ to: '2027-07-01' }, 'to'],
				[{ to: '2029-07-01' }, 'to'],
				[{ from: '2026-12-28', to: '2026-12-30' }, 'to'],
				[{ from: '2026-09-07' }, 'from'],
				[{ weekdays: [] }, 'weekdays'],
			] as const)
				expect(await offered(more), JSON.stringify(more)).toMatchObject({
					is: 'invalid',
					fields: { [field]: expect.any(String) },
				});
			const whole = {
				partnershipId: home.partnershipId,
				from: '2026-11-02',
				to: '2026-11-10',
				weekdays: ['2'],
			};
			expect(await home.as(head, (ctx) => offerDays(ctx, whole))).toEqual({ is: 'denied' });
		});
	});

	describe('answering', () => {
		const answers = { [first]: 'suits', [second]: 'if need be', [third]: 'cannot' };

		test('CSC-19 is for who was asked, at any time anew, and is what planning reads in this partnership alone', async () => {
			expect(await does(head, answerPoll, { ...answers, words: 'Mornings' })).toEqual({
				is: 'done',
				value: null,
			});
			expect((await seen(otherHead))!.people[0]).toMatchObject({
				words: 'Mornings',
				answeredAt: expect.any(Date),
			});
			expect(await learnt(otherHead, head)).toEqual([
				[second, 'if need be'],
				[third, 'cannot'],
			]);
			expect((await waiting(head)).map(({ id }) => id)).not.toContain(pollId);
			await does(head, answerPoll, { [second]: 'cannot', [third]: 'suits' }, '2026-11-04');
			expect(await learnt(otherHead, head)).toEqual([[second, 'cannot']]);
			expect(await does(staff, answerPoll, answers)).toEqual({ is: 'missing' });
			expect(await does(home.chair, answerPoll, answers), 'who asked, and was not asked').toEqual({
				is: 'denied',
			});
			const other = await foundedPartnership(database());
			expect(await learnt(other.chair, head, other.partnershipId)).toEqual([]);
		});

		test('CSC-19 of a day said both here and among one’s own days, what was said later holds', async () => {
			const own = { id: randomUUIDv7(), kind: 'cannot', fromDay: first };
			await home.as(otherHead, (ctx) => addUnsuitable(ctx, own), '2026-09-08');
			expect(await learnt(head, otherHead)).toEqual([[first, 'cannot']]);
			await does(otherHead, answerPoll, { ...all('suits'), [third]: 'cannot' }, '2026-09-09');
			expect(await learnt(head, otherHead)).toEqual([[third, 'cannot']]);
			await home.as(
				otherHead,
				(ctx) => addUnsuitable(ctx, { ...own, id: randomUUIDv7(), kind: 'if need be', fromDay: third }),
				'2026-09-10',
			);
			expect(await learnt(head, otherHead)).toEqual([[third, 'if need be']]);
			await home.as(otherHead, (ctx) => addUnsuitable(ctx, { ...own, id: randomUUIDv7() }), '2026-09-11');
			expect(await learnt(head, otherHead), 'the same said again').toEqual([
				[first, 'cannot'],
				[third, 'if need be'],
			]);
		});

		test('CSC-19 a day left out is asked for at its field; what was said of days that are over stays', async () => {
			expect(await does(head, answerPoll, { [first]: 'suits', [third]: 'perhaps' })).toMatchObject({
				is: 'invalid',
				fields: { [second]: expect.any(String), [third]: expect.any(String) },
			});
			await does(head, answerPoll, { ...answers, [first]: 'cannot' });
			await does(head, answerPoll, { [second]: 'suits', [third]: 'suits' }, '2026-11-04');
			expect(await learnt(otherHead, head)).toEqual([[first, 'cannot']]);
		});
	});

	test('CSC-19 whoever runs it reminds those who are silent once a day, asks more and closes; nobody else', async () => {
		await does(head, answerPoll, all('suits'));
		const counts = async () => [(await letters(head)).length, (await letters(otherHead)).length];
		const before = await counts();
		for (const deed of [reminds, closePoll, asksMore])
			expect(await does(otherHead, deed, { personIds: [staff] })).toEqual({ is: 'denied' });
		expect(await does(home.chair, reminds)).toMatchObject({ is: 'invalid' });
		expect(await does(home.chair, reminds, {}, '2026-09-09')).toMatchObject({ is: 'done' });
		expect(await does(home.chair, reminds, {}, '2026-09-09')).toMatchObject({ is: 'invalid' });
		expect(await counts()).toEqual([before[0], before[1]! + 1]);

		expect(await does(home.chair, asksMore, { personIds: [staff, head] })).toMatchObject({ is: 'done' });
		expect(await counts(), 'who was asked before hears nothing').toEqual([before[0], before[1]! + 1]);
		expect((await seen(staff))!.people).toHaveLength(3);

		for (const _ of [1, 2]) expect(await does(home.chair, closePoll)).toMatchObject({ is: 'done' });
		expect(await waiting(otherHead)).toEqual([]);
		expect(await does(head, answerPoll, all('cannot')), 'a change of mind').toMatchObject({ is: 'done' });
		expect(await does(home.chair, reminds, {}, '2026-09-10')).toMatchObject({ is: 'invalid' });
		const [listed] = (await home.as(head, (ctx) => pollsOf(ctx, home.partnershipId))).filter(
			({ id }) => id === pollId,
		);
		expect(listed).toMatchObject({ asked: 3, answered: 1, mine: 'answered', closedAt: expect.any(Date) });
	});

	test('CSC-19 HEP-1 whoever has left is not asked, not counted and not written to', async () => {
		await does(otherHead, answerPoll, all('cannot'));
		expect((await seen(home.chair))!.people).toHaveLength(2);
		const held = await home.as(home.chair, (ctx) => roles(ctx, home.partnershipId));
		for (const { id: roleId } of held.filter(({ personId }) => personId === head || personId === otherHead)) {
			const end = { partnershipId: home.partnershipId, roleId, of: 'appointment', untilDay: '2026-09-10' };
			expect(await home.as(home.chair, (ctx) => endRole(ctx, end))).toMatchObject({ is: 'done' });
		}
		const later = '2026-09-20';
		expect((await seen(home.chair, later))!.people).toEqual([]);
		const before = (await letters(head)).length;
		expect(await does(home.chair, reminds, {}, later)).toMatchObject({ is: 'invalid' });
		expect(await letters(head)).toHaveLength(before);
		expect(await ask(home.chair, form(), later)).toMatchObject({
			is: 'invalid',
			fields: { personIds: expect.any(String) },
		});
	});

	test('CSC-19 two reminders at once write to each once', async () => {
		const before = (await letters(head)).length;
		const reminding = () => does(home.chair, reminds, {}, '2026-09-09');
		await Promise.all([reminding(), reminding()]);
		expect(await letters(head)).toHaveLength(before + 1);
	});

	test('CSC-19 past all rules nobody asks in another’s name or for a stranger, adds themselves or answers for another', async () => {
		const { partnershipId } = home;
		const poll = { partnership_id: partnershipId, poll_id: pollId };
		const stranger = await newPerson(database());
		const added = (person_id: string) => ({ ...poll, person_id, told_at: new Date() });
		const answer = {
			...{ ...poll, person_id: otherHead, words: '', answered_at: new Date() },
			...{ suits: [], if_need_be: [], cannot: [] },
		};
		const asking = () => ({
			...{ partnership_id: partnershipId, id: randomUUIDv7(), asked_by: head, title: '', words: '' },
			...{ until_day: first, days: [first], asked_at: new Date() },
		});
		const attempts: [string, (ctx: Context) => Promise<unknown>][] = [
			[staff, ({ db }) => db.insertInto('poll_person').values(added(staff)).execute()],
			[home.chair, ({ db }) => db.insertInto('poll_person').values(added(stranger)).execute()],
			[head, ({ db }) => db.insertInto('poll_answer').values(answer).execute()],
			[head, ({ db }) => db.insertInto('poll').values(asking()).execute()],
			[home.chair, ({ db }) => db.insertInto('poll').values(asking()).execute()],
		];
		for (const [by, attempt] of attempts)
			await expect(home.as(by, attempt)).rejects.toThrow(/row-level security/);
	});
});
