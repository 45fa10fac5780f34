import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { foundedPartnership, newPerson, type Founded } from '#domain/partnership/founded.fixture.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { forEachEngine } from '#test/database.ts';
import { openReview } from '../open.server.ts';
import { decisions, lines, preReviewMeeting, timetable } from '../queries.server.ts';
import { changeFrame, proposeReview } from './frame.server.ts';
import {
	addLine,
	agreePlan,
	dropLine,
	recordDecision,
	recordMeeting,
	scheduleActivity,
} from './plan.server.ts';
import {
	acceptReview,
	agreeConfidentiality,
	joinTeam,
	leaveTeam,
	resumeReview,
	standStill,
} from './team.server.ts';

/** A Thursday in term. */
const reviewDay = '2026-11-19';

forEachEngine((database) => {
	let home: Founded;
	let host: string;
	let reviewer: string;
	let facilitator: string;
	let reviewId: string;

	const frame = {
		kind: 'themed',
		focus: 'Do pupils use feedback?',
		focusKind: 'current-priority',
		focusSource: 'self-evaluation',
		firstDay: reviewDay,
		days: '1',
	};
	const propose = (more: object = {}, by = host) =>
		home.as(by, (ctx) =>
			proposeReview(ctx, {
				id: reviewId,
				partnershipId: home.partnershipId,
				hostMemberId: home.members[0],
				...frame,
				...more,
			}),
		);
	const on = (
		by: string,
		deed: (ctx: never, input: unknown) => Promise<unknown>,
		input: object = {},
		day?: string,
	) => home.as(by, (ctx) => deed(ctx as never, { reviewId, ...input }), day);
	const stage = (day?: string) => home.as(host, async (ctx) => (await openReview(ctx, reviewId))?.stage, day);
	const activity = (more: object = {}) => ({
		id: randomUUIDv7(),
		kind: 'books',
		title: 'Year 5 books',
		place: 'Library',
		day: reviewDay,
		starts: '10:00',
		ends: '11:00',
		people: [reviewer],
		...more,
	});

	beforeAll(async () => {
		home = await foundedPartnership(database());
		host = await home.invited('headteacher', home.members[0]);
		reviewer = await home.invited('headteacher', home.members[1]);
		facilitator = await home.invited('independent chair');
		reviewId = randomUUIDv7();
	});

	describe('a review is proposed', () => {
		test('not before a protocol is published', async () => {
			expect(await propose()).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/Publish a protocol/) },
			});
			await home.as(home.chair, (ctx) =>
				publishPreset(ctx, { id: randomUUIDv7(), partnershipId: home.partnershipId, preset: 'family' }),
			);
		});

		test.each([
			['a Sunday', '2026-11-22', /is not a school day/],
			['a bank holiday', '2026-12-25', /is not a school day/],
			['a half-term', '2026-10-28', /is not a school day/],
			['a day that does not exist', '2026-02-30', /not a date/],
		])('refuses %s by the field', async (_, firstDay, sentence) => {
			expect(await propose({ firstDay })).toMatchObject({
				is: 'invalid',
				fields: { firstDay: expect.stringMatching(sentence) },
			});
		});

		test("NFS-6 the focus comes from the SEF, the plan or an inspection: another source is refused, and so is a stranger's proposal", async () => {
			expect(await propose({ focusSource: 'horoscope' })).toMatchObject({
				is: 'invalid',
				fields: { focusSource: expect.any(String) },
			});
			expect(await propose({}, await newPerson(database()))).toEqual({ is: 'missing' });
			expect(await propose({}, reviewer)).toEqual({ is: 'denied' });
		});

		test('and posted twice is one review', async () => {
			expect(await propose()).toMatchObject({ is: 'done' });
			expect(await propose({ focus: 'Another' })).toMatchObject({ is: 'done' });
			expect(await home.as(host, async (ctx) => (await openReview(ctx, reviewId))?.focus)).toBe(frame.focus);
			expect(await stage()).toBe('proposed');
		});
	});

	describe('the team', () => {
		test('takes no second host: the head of the school reviewed is refused', async () => {
			expect(await on(home.chair, joinTeam, { personId: host, role: 'reviewer' })).toMatchObject({
				is: 'invalid',
				fields: { personId: expect.stringMatching(/heads the school being reviewed/) },
			});
		});

		test('takes nobody whom the actor does not know', async () => {
			const stranger = await newPerson(database());
			expect(await on(home.chair, joinTeam, { personId: stranger, role: 'reviewer' })).toMatchObject({
				is: 'invalid',
			});
		});

		test('NFS-3 takes one facilitator', async () => {
			expect(await on(home.chair, joinTeam, { personId: facilitator, role: 'facilitator' })).toMatchObject({
				is: 'done',
			});
			expect(await on(home.chair, joinTeam, { personId: reviewer, role: 'facilitator' })).toMatchObject({
				is: 'invalid',
				fields: { role: expect.stringMatching(/already/) },
			});
			expect(await on(home.chair, joinTeam, { personId: reviewer, role: 'reviewer' })).toMatchObject({
				is: 'done',
			});
		});

		test('a member of it who has no place in the partnership reaches the review and nothing else', async () => {
			const guest = await newPerson(database());
			await database().asOwner((db) =>
				db
					.insertInto('team_member')
					.values({
						partnership_id: home.partnershipId,
						review_id: reviewId,
						person_id: guest,
						role: 'expert',
						added_by: host,
					})
					.execute(),
			);
			const open = await home.as(guest, (ctx) => openReview(ctx, reviewId));
			expect([...(open?.roles ?? [])]).toEqual(['expert']);
			expect(await home.as(guest, ({ db }) => db.selectFrom('member').select('id').execute())).toEqual([
				{ id: home.members[0] },
			]);
			await on(home.chair, leaveTeam, { personId: guest });
			expect(await home.as(guest, (ctx) => openReview(ctx, reviewId))).toBeNull();
		});

		test('accepts, with the host, and the review is agreed', async () => {
			for (const person of [host, reviewer, facilitator])
				expect(await on(person, acceptReview)).toMatchObject({ is: 'done' });
			expect(await stage()).toBe('agreed');
		});
	});

	describe('the plan', () => {
		test('KSA-4 lines get letters in order, and a dropped letter is not given again', async () => {
			const ids = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
			for (const [index, id] of ids.slice(0, 2).entries())
				await on(host, addLine, { id, question: `Question ${index}?` });
			await on(host, dropLine, { lineId: ids[1] });
			await on(reviewer, addLine, { id: ids[2], question: 'A third?' });
			const shown = await home.as(host, (ctx) =>
				lines(ctx, { partnershipId: home.partnershipId, id: reviewId }),
			);
			expect(shown.map(({ letter }) => letter)).toEqual(['A', 'C']);
		});

		test('KSA-5 an activity is of a kind the protocol knows', async () => {
			expect(await on(host, scheduleActivity, activity())).toMatchObject({ is: 'done' });
			expect(await on(host, scheduleActivity, activity({ kind: 'séance' }))).toMatchObject({
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
			expect(await on(host, scheduleActivity, activity(more))).toMatchObject({
				is: 'invalid',
				fields: { [field]: expect.stringMatching(sentence) },
			});
		});

		test('two activities may touch, and two people may be in two places', async () => {
			expect(await on(host, scheduleActivity, activity({ starts: '11:00', ends: '12:00' }))).toMatchObject({
				is: 'done',
			});
			expect(await on(host, scheduleActivity, activity({ people: [facilitator] }))).toMatchObject({
				is: 'done',
			});
			expect(
				await home.as(host, (ctx) => timetable(ctx, { partnershipId: home.partnershipId, id: reviewId })),
			).toHaveLength(3);
		});

		test('NFS-5 the meeting answers the agenda; a missing answer is refused by its question, a day to come by its field', async () => {
			const answers = { answers: {} };
			expect(await on(host, recordMeeting as never, { heldOn: '2027-01-05', ...answers })).toMatchObject({
				is: 'invalid',
				fields: { heldOn: expect.any(String) },
			});
			expect(await on(host, recordMeeting as never, { heldOn: '2026-09-07', ...answers })).toMatchObject({
				is: 'invalid',
			});
		});

		test('two people who correct the notes at once: the second is shown both', async () => {
			const { protocol } = (await home.as(host, (ctx) => openReview(ctx, reviewId)))!;
			const { preReviewForm } = await import('../pre-review-form.ts');
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
			expect(await on(host, recordMeeting as never, notes)).toMatchObject({ is: 'done' });
			expect(await on(reviewer, recordMeeting as never, notes)).toMatchObject({
				is: 'conflict',
				current: { version: 1 },
			});
			expect(await on(reviewer, recordMeeting as never, { ...notes, version: '1' })).toMatchObject({
				is: 'done',
			});
			const held = await home.as(host, (ctx) =>
				preReviewMeeting(ctx, { partnershipId: home.partnershipId, id: reviewId }),
			);
			expect(held?.version).toBe(2);
		});

		test('KSA-6 whether the host joins observations is a decision that is kept with its author', async () => {
			const decision = { id: randomUUIDv7(), words: 'The host stays out of the observations.' };
			for (const _ of [1, 2]) await on(facilitator, recordDecision, decision);
			const kept = await home.as(host, (ctx) =>
				decisions(ctx, { partnershipId: home.partnershipId, id: reviewId }),
			);
			expect(kept).toMatchObject([{ words: decision.words, recordedBy: 'Demo independent chair' }]);
		});

		test('a team of one cannot agree a plan', async () => {
			await on(home.chair, leaveTeam, { personId: reviewer });
			expect(await on(host, agreePlan)).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/The team has 1 of at least/) },
			});
			await on(home.chair, joinTeam, { personId: reviewer, role: 'reviewer' });
		});

		test('is agreed, and a change of it undoes the agreement', async () => {
			const { protocol } = (await home.as(host, (ctx) => openReview(ctx, reviewId)))!;
			for (let size = 2; size < protocol.team.size.least; size += 1) {
				const one = await home.invited('headteacher', home.members[1]);
				await on(home.chair, joinTeam, { personId: one, role: 'reviewer' });
				await on(one, acceptReview);
				await on(one, agreeConfidentiality);
			}
			for (const need of ['champion', 'expert'] as const) {
				if (protocol.team[need] === 'must') {
					const one = await home.invited(need === 'champion' ? 'champion' : 'senior leader', home.members[1]);
					await on(home.chair, joinTeam, { personId: one, role: need });
				}
			}
			for (const person of [reviewer, facilitator])
				expect(await on(person, agreeConfidentiality)).toMatchObject({ is: 'done' });
			expect(await on(host, agreePlan)).toMatchObject({ is: 'done' });
			expect(await stage()).toBe('prepared');
			await on(host, addLine, { id: randomUUIDv7(), question: 'One more?' });
			expect(await stage()).toBe('agreed');
			await on(host, agreePlan);
		});
	});

	describe('as time goes by', () => {
		test('the stage follows the day, and frame and lines close with it', async () => {
			expect(await stage('2026-11-18')).toBe('prepared');
			expect(await stage(reviewDay)).toBe('on the day');
			expect(await stage('2026-11-20')).toBe('writing');
			expect(await on(host, changeFrame, frame, '2026-11-20')).toMatchObject({ is: 'invalid' });
			expect(await on(host, addLine, { id: randomUUIDv7(), question: 'Late?' }, '2026-11-20')).toMatchObject({
				is: 'invalid',
			});
		});

		test('KSA-8 a line added on the day is marked as emerged, and leaves the plan agreed', async () => {
			expect(
				await on(
					reviewer,
					addLine,
					{ id: randomUUIDv7(), question: 'What do teaching assistants do?' },
					reviewDay,
				),
			).toMatchObject({ is: 'done' });
			const shown = await home.as(
				host,
				(ctx) => lines(ctx, { partnershipId: home.partnershipId, id: reviewId }),
				reviewDay,
			);
			expect(shown.at(-1)).toMatchObject({ origin: 'emerged' });
			expect(await stage(reviewDay)).toBe('on the day');
		});

		test('NFS-4 a review that is not right for the school now is put off with a reason, and may go ahead after all', async () => {
			const off = { id: randomUUIDv7(), kind: 'deferred', reason: 'A new head has just begun.' };
			expect(await on(reviewer, standStill, off)).toEqual({ is: 'denied' });
			expect(await on(host, standStill, { ...off, reason: ' ' })).toMatchObject({
				is: 'invalid',
				fields: { reason: expect.any(String) },
			});
			expect(await on(host, standStill, off)).toMatchObject({ is: 'done' });
			expect(await stage()).toBe('deferred');
			expect(await on(home.chair, resumeReview)).toMatchObject({ is: 'done' });
			expect(await stage()).toBe('prepared');
		});
	});
});
