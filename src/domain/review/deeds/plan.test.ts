import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newPerson } from '#domain/partnership/founded.fixture.ts';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import { openReview } from '../open.server.ts';
import { preReviewForm } from '../pre-review-form.ts';
import { decisions, lines, preReviewMeeting, timetable } from '../queries.server.ts';
import { changeFrame } from './frame.server.ts';
import { agreedReview, frame, reviewDay, type InTheMaking } from './in-the-making.fixture.ts';
import {
	addLine,
	agreePlan,
	dropLine,
	recordDecision,
	recordMeeting,
	removeActivity,
	scheduleActivity,
} from './plan.server.ts';
import { acceptReview, joinTeam, leaveTeam, resumeReview, standStill } from './team.server.ts';

forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await agreedReview(database());
	});

	describe('the plan', () => {
		test('KSA-4 lines get letters in order, and a dropped letter is not given again', async () => {
			const ids = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
			for (const [index, id] of ids.slice(0, 2).entries())
				await it.on(it.host, addLine, { id, question: `Question ${index}?` });
			await it.on(it.host, dropLine, { lineId: ids[1] });
			await it.on(it.reviewer, addLine, { id: ids[2], question: 'A third?' });
			const shown = await it.home.as(it.host, (ctx) => lines(ctx, it.key));
			expect(shown.map(({ letter }) => letter)).toEqual(['A', 'C']);
		});

		test('KSA-5 an activity is of a kind the protocol knows', async () => {
			expect(await it.on(it.host, scheduleActivity, it.activity())).toMatchObject({ is: 'done' });
			expect(await it.on(it.host, scheduleActivity, it.activity({ kind: 'séance' }))).toMatchObject({
				is: 'invalid',
				fields: { kind: expect.any(String) },
			});
		});

		test.each([
			[
				'someone in two places at once',
				{ starts: '10:30', ends: '11:30' },
				'people',
				/two places between 10:30 and 11:00/,
			],
			['a time before the day starts', { starts: '05:00', ends: '06:00' }, 'starts', /starts at/],
			['an end before the start', { starts: '12:00', ends: '11:59' }, 'ends', /after it starts/],
			['another day', { day: '2026-11-20' }, 'day', /The review is on/],
		])('refuses %s', async (_, more, field, sentence) => {
			expect(await it.on(it.host, scheduleActivity, it.activity(more))).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.stringMatching(sentence) },
			});
		});

		test('two activities may touch, and two people may be in two places', async () => {
			expect(
				await it.on(it.host, scheduleActivity, it.activity({ starts: '11:00', ends: '12:00' })),
			).toMatchObject({
				is: 'done',
			});
			expect(await it.on(it.host, scheduleActivity, it.activity({ people: [it.facilitator] }))).toMatchObject(
				{
					is: 'done',
				},
			);
			expect(await it.home.as(it.host, (ctx) => timetable(ctx, it.key))).toHaveLength(3);
		});

		test('NFS-5 the meeting answers the agenda; a missing answer is refused by its question, a day to come by its field', async () => {
			const answers = { answers: {} };
			expect(await it.on(it.host, recordMeeting, { heldOn: '2027-01-05', ...answers })).toMatchObject({
				is: 'invalid',
				fields: { heldOn: expect.any(String) },
			});
			expect(await it.on(it.host, recordMeeting, { heldOn: '2026-09-07', ...answers })).toMatchObject({
				is: 'invalid',
			});
		});

		test('two people who correct the notes at once: the second is shown both', async () => {
			const { protocol } = (await it.home.as(it.host, (ctx) => openReview(ctx, it.reviewId)))!;
			const answers = Object.fromEntries(
				preReviewForm(protocol)!.questions.map((question) => [
					question.key,
					question.kind === 'choice'
						? question.many
							? [question.choices[0]!.key]
							: question.choices[0]!.key
						: question.kind === 'yes-no'
							? true
							: question.kind === 'scale'
								? 1
								: question.kind === 'table'
									? (question.rows ?? [{}]).map(() =>
											Object.fromEntries(question.columns.map(({ key }) => [key, 'x'])),
										)
									: 'Agreed.',
				]),
			);
			const notes = { heldOn: '2026-09-07', answers, version: '0' };
			for (const _ of [1, 2])
				expect(await it.on(it.host, recordMeeting, notes)).toMatchObject({ is: 'done' });
			expect(await it.on(it.reviewer, recordMeeting, { ...notes, heldOn: '2026-09-04' })).toMatchObject({
				is: 'conflict',
				current: { version: 1 },
			});
			expect(await it.on(it.reviewer, recordMeeting, { ...notes, version: '1' })).toMatchObject({
				is: 'done',
			});
			const held = await it.home.as(it.host, (ctx) => preReviewMeeting(ctx, it.key));
			expect(held?.version).toBe(2);
		});

		test('KSA-6 whether the host joins observations is a decision that is kept with its author', async () => {
			const decision = { id: randomUUIDv7(), words: 'The host stays out of the observations.' };
			for (const _ of [1, 2]) await it.on(it.facilitator, recordDecision, decision);
			const kept = await it.home.as(it.host, (ctx) => decisions(ctx, it.key));
			expect(kept).toMatchObject([{ words: decision.words, recordedBy: 'Demo independent chair' }]);
		});

		test('a team of one cannot agree a plan', async () => {
			await it.on(it.home.chair, leaveTeam, { personId: it.reviewer });
			expect(await it.on(it.host, agreePlan)).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/The team has 1 of at least/) },
			});
			await it.on(it.home.chair, joinTeam, { personId: it.reviewer, role: 'reviewer' });
		});

		test('is agreed, and a change of it undoes the agreement', async () => {
			const { protocol } = (await it.home.as(it.host, (ctx) => openReview(ctx, it.reviewId)))!;
			for (let size = 2; size < protocol.team.size.least; size += 1) {
				const one = await it.home.invited('headteacher', it.home.members[1]);
				await it.on(it.home.chair, joinTeam, { personId: one, role: 'reviewer' });
				await it.on(one, acceptReview);
				await it.bind(one);
			}
			for (const need of ['champion', 'expert'] as const) {
				if (protocol.team[need] === 'must') {
					const one = await it.home.invited(
						need === 'champion' ? 'champion' : 'senior leader',
						it.home.members[1],
					);
					await it.on(it.home.chair, joinTeam, { personId: one, role: need });
				}
			}
			for (const person of [it.reviewer, it.facilitator])
				expect(await it.bind(person)).toMatchObject({ is: 'done' });
			expect(await it.on(it.host, agreePlan)).toMatchObject({ is: 'done' });
			expect(await it.stage()).toBe('prepared');
			await it.on(it.host, addLine, { id: randomUUIDv7(), question: 'One more?' });
			expect(await it.stage()).toBe('agreed');
			await it.on(it.host, agreePlan);
		});
	});

	describe('when the review moves', () => {
		const entries = () => it.home.as(it.host, (ctx) => timetable(ctx, it.key));
		const move = (more: object) => it.on(it.host, changeFrame, { ...frame, ...more });

		const allAccept = async (day?: string) => {
			const facts = await it.home.as(it.host, async (ctx) => (await openReview(ctx, it.reviewId))!.facts);
			for (const { personId } of facts.team) await it.on(personId, acceptReview, {}, day);
		};

		test('its timetable goes with it, first day to first day; everybody else says yes again, and the plan is agreed anew', async () => {
			const before = await entries();
			expect(await move({ firstDay: '2026-11-20', days: '2' })).toMatchObject({ is: 'done' });
			const after = await entries();
			expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
			expect(new Set(after.map(({ day }) => day))).toEqual(new Set(['2026-11-20']));
			expect(await it.stage()).toBe('proposed');
			await allAccept();
			expect(await it.stage()).toBe('agreed');
			expect(await move({ firstDay: '2026-11-20', days: '2', focus: 'Another?' })).toMatchObject({
				is: 'done',
			});
			expect(await it.stage()).toBe('agreed');
		});

		test('a day that has activities does not fall away, over a weekend neither', async () => {
			const late = it.activity({ day: '2026-11-23' });
			expect(await it.on(it.host, scheduleActivity, late)).toMatchObject({ is: 'done' });
			expect(await move({ firstDay: '2026-11-20', days: '1' })).toMatchObject({
				is: 'invalid',
				fields: { days: expect.stringMatching(/23 November 2026, which would fall away/) },
			});
			// Thursday and Friday: what was on the Monday is on the Friday now.
			expect(await move({ days: '2' })).toMatchObject({ is: 'done' });
			expect(new Set((await entries()).map(({ day }) => day))).toEqual(new Set([reviewDay, '2026-11-20']));
			await it.on(it.host, removeActivity, { activityId: (await entries()).at(-1)!.id });
			expect(await move({})).toMatchObject({ is: 'done' });
			await allAccept();
			expect(await it.on(it.host, agreePlan)).toMatchObject({ is: 'done' });
			expect(await it.stage()).toBe('prepared');
		});

		test('only the host and those who organise move it, and to a school day', async () => {
			expect(await it.on(it.reviewer, changeFrame, frame)).toEqual({ is: 'denied' });
			expect(await it.on(await newPerson(database()), changeFrame, frame)).toEqual({ is: 'missing' });
			expect(await move({ firstDay: '2026-11-22' })).toMatchObject({
				is: 'invalid',
				fields: { firstDay: expect.stringMatching(/not a school day/) },
			});
		});

		test('whoever runs the partnership moves it, timetable and all, and reads neither that nor the lines', async () => {
			const { chair } = it.home;
			const moved = { ...frame, firstDay: '2026-11-20' };
			expect(await it.on(chair, changeFrame, moved)).toMatchObject({ is: 'done' });
			expect(new Set((await entries()).map(({ day }) => day))).toEqual(new Set(['2026-11-20']));
			const read = (ctx: Context) =>
				Promise.all([timetable(ctx, it.key), lines(ctx, it.key), decisions(ctx, it.key)]);
			expect(await it.home.as(chair, read)).toEqual([[], [], []]);
			expect(await move({})).toMatchObject({ is: 'done' });
			await it.on(it.host, acceptReview);
			await allAccept();
			await it.on(it.host, agreePlan);
			expect(await it.stage()).toBe('prepared');
		});

		test('a review that was put off is given another day', async () => {
			const putOff = { id: randomUUIDv7(), kind: 'deferred', reason: 'Snow.' };
			await it.on(it.host, standStill, putOff, reviewDay);
			expect(
				await it.on(it.host, changeFrame, { ...frame, firstDay: '2026-12-03' }, '2026-11-24'),
			).toMatchObject({
				is: 'done',
			});
			expect(await it.on(it.host, resumeReview, {}, '2026-11-24')).toMatchObject({ is: 'done' });
			expect(await it.stage('2026-11-24')).toBe('proposed');
			await move({});
			await allAccept();
			await it.on(it.host, agreePlan);
		});
	});

	describe('as time goes by', () => {
		test('the stage follows the day, and the plan closes with it', async () => {
			expect(await it.stage('2026-11-18')).toBe('prepared');
			expect(await it.stage(reviewDay)).toBe('on the day');
			expect(await it.stage('2026-11-20')).toBe('writing');
			expect(await it.on(it.host, changeFrame, frame, '2026-11-20')).toMatchObject({ is: 'invalid' });
			const [line] = await it.home.as(it.host, (ctx) => lines(ctx, it.key), reviewDay);
			expect(await it.on(it.host, dropLine, { lineId: line!.id }, '2026-11-20')).toMatchObject({
				is: 'invalid',
				fields: { '': 'The review has been held. Its plan stays as it was.' },
			});
		});

		test.each([
			[reviewDay, 'on the day', 'What do teaching assistants do?'],
			['2026-11-20', 'writing', 'How do they know what to do?'],
		])(
			'KSA-8 a line added on %s, %s, is marked as emerged, and leaves the plan agreed',
			async (day, stage, question) => {
				const line = { id: randomUUIDv7(), question };
				expect(await it.on(it.reviewer, addLine, line, day)).toMatchObject({ is: 'done' });
				const shown = await it.home.as(it.host, (ctx) => lines(ctx, it.key), day);
				expect(shown.at(-1)).toMatchObject({ question, origin: 'emerged' });
				expect(await it.stage(day)).toBe(stage);
			},
		);

		test('NFS-4 a review that is not right for the school now is put off with a reason, and may go ahead after all', async () => {
			const off = { id: randomUUIDv7(), kind: 'deferred', reason: 'A new head has just begun.' };
			expect(await it.on(it.reviewer, standStill, off)).toEqual({ is: 'denied' });
			expect(await it.on(it.host, standStill, { ...off, reason: ' ' })).toMatchObject({
				is: 'invalid',
				fields: { reason: expect.any(String) },
			});
			expect(await it.on(it.host, standStill, off)).toMatchObject({ is: 'done' });
			expect(await it.stage()).toBe('deferred');
			expect(await it.on(it.host, addLine, { id: randomUUIDv7(), question: 'And now?' })).toMatchObject({
				is: 'invalid',
				fields: { '': 'The review is deferred. Its plan stays as it was.' },
			});
			expect(await it.on(it.home.chair, resumeReview)).toMatchObject({ is: 'done' });
			expect(await it.stage()).toBe('prepared');
		});
	});
});
