import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { endMembership } from '#domain/partnership/deeds/membership.server.ts';
import { newPerson } from '#domain/partnership/founded.fixture.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { forEachEngine } from '#test/database.ts';
import { openReview } from '../open.server.ts';
import { changeFrame } from './frame.server.ts';
import { frame, inTheMaking, type InTheMaking } from './in-the-making.fixture.ts';
import { acceptReview, joinTeam, leaveTeam } from './team.server.ts';

forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await inTheMaking(database());
	});

	describe('a review is proposed', () => {
		test('not before a protocol is published', async () => {
			expect(await it.propose()).toMatchObject({
				is: 'invalid',
				fields: { '': expect.stringMatching(/Publish a protocol/) },
			});
			await it.home.as(it.home.chair, (ctx) =>
				publishPreset(ctx, { id: randomUUIDv7(), partnershipId: it.home.partnershipId, preset: 'family' }),
			);
		});

		test.each([
			['a Sunday', '2026-11-22', /is not a school day/],
			['a bank holiday', '2026-12-25', /is not a school day/],
			['a half-term', '2026-10-28', /is not a school day/],
			['a day that does not exist', '2026-02-30', /not a date/],
		])('refuses %s by the field', async (_, firstDay, sentence) => {
			expect(await it.propose({ firstDay })).toMatchObject({
				is: 'invalid',
				fields: { firstDay: expect.stringMatching(sentence) },
			});
		});

		test("NFS-6 the focus comes from the SEF, the plan or an inspection: another source is refused, and so is a stranger's proposal", async () => {
			expect(await it.propose({ focusSource: 'horoscope' })).toMatchObject({
				is: 'invalid',
				fields: { focusSource: expect.any(String) },
			});
			expect(await it.propose({}, await newPerson(database()))).toEqual({ is: 'missing' });
			expect(await it.propose({}, it.reviewer)).toEqual({ is: 'denied' });
		});

		test('and posted twice is one review', async () => {
			expect(await it.propose()).toMatchObject({ is: 'done' });
			expect(await it.propose({ focus: 'Another' })).toMatchObject({ is: 'done' });
			expect(await it.home.as(it.host, async (ctx) => (await openReview(ctx, it.reviewId))?.focus)).toBe(
				frame.focus,
			);
			expect(await it.stage()).toBe('proposed');
		});
	});

	describe('the team', () => {
		test('takes no second host: the head of the school reviewed is refused', async () => {
			expect(await it.on(it.home.chair, joinTeam, { personId: it.host, role: 'reviewer' })).toMatchObject({
				is: 'invalid',
				fields: { personId: expect.stringMatching(/heads the school being reviewed/) },
			});
		});

		test('takes nobody whom the actor does not know', async () => {
			const stranger = await newPerson(database());
			expect(await it.on(it.home.chair, joinTeam, { personId: stranger, role: 'reviewer' })).toMatchObject({
				is: 'invalid',
			});
		});

		test('NFS-3 takes one facilitator', async () => {
			expect(
				await it.on(it.home.chair, joinTeam, { personId: it.facilitator, role: 'facilitator' }),
			).toMatchObject({
				is: 'done',
			});
			expect(
				await it.on(it.home.chair, joinTeam, { personId: it.reviewer, role: 'facilitator' }),
			).toMatchObject({
				is: 'invalid',
				fields: { role: expect.stringMatching(/already/) },
			});
			expect(await it.on(it.home.chair, joinTeam, { personId: it.reviewer, role: 'reviewer' })).toMatchObject(
				{
					is: 'done',
				},
			);
		});

		test('a member of it who has no place in the partnership reaches the review and nothing else', async () => {
			const guest = await newPerson(database());
			await database().asOwner((db) =>
				db
					.insertInto('team_member')
					.values({
						partnership_id: it.home.partnershipId,
						review_id: it.reviewId,
						person_id: guest,
						role: 'expert',
						added_by: it.host,
					})
					.execute(),
			);
			const open = await it.home.as(guest, (ctx) => openReview(ctx, it.reviewId));
			expect([...(open?.roles ?? [])]).toEqual(['expert']);
			expect(await it.home.as(guest, ({ db }) => db.selectFrom('member').select('id').execute())).toEqual([
				{ id: it.home.members[0] },
			]);
			await it.on(it.home.chair, leaveTeam, { personId: guest });
			expect(await it.home.as(guest, (ctx) => openReview(ctx, it.reviewId))).toBeNull();
		});

		test('accepts, with the it.host, and the review is agreed', async () => {
			for (const person of [it.host, it.reviewer, it.facilitator])
				expect(await it.on(person, acceptReview)).toMatchObject({ is: 'done' });
			expect(await it.stage()).toBe('agreed');
		});
	});

	test('it moves to no day on which its host does not take part', async () => {
		const leaving = {
			partnershipId: it.home.partnershipId,
			memberId: it.home.members[0],
			untilDay: '2026-12-01',
		};
		await it.home.as(it.home.chair, (ctx) => endMembership(ctx, leaving));
		expect(await it.on(it.host, changeFrame, { ...frame, firstDay: '2026-12-01' })).toMatchObject({
			is: 'invalid',
			fields: { firstDay: expect.stringMatching(/does not take part on that day/) },
		});
		expect(await it.on(it.host, changeFrame, { ...frame, firstDay: '2026-11-30' })).toMatchObject({
			is: 'done',
		});
	});
});
