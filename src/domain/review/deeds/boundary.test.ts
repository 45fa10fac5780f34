import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { foundedPartnership } from '#domain/partnership/founded.fixture.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { publishPreset } from '#domain/protocol/actions.server.ts';
import { forEachEngine } from '#test/database.ts';
import { openReview } from '../open.server.ts';
import { timetable } from '../queries.server.ts';
import { proposeReview } from './frame.server.ts';
import { agreedReview, frame, type InTheMaking } from './in-the-making.fixture.ts';
import { addLine, recordDecision, scheduleActivity } from './plan.server.ts';
import { joinTeam } from './team.server.ts';

/** What somebody who knows a review's address, and no more, cannot reach by it. */
forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await agreedReview(database());
		await it.bind(it.reviewer);
		await database().asOwner((db) =>
			db
				.insertInto('evidence')
				.values({
					partnership_id: it.home.partnershipId,
					id: randomUUIDv7(),
					review_id: it.reviewId,
					author_id: it.reviewer,
					source: 'books',
					kind: 'strength',
					seen: 'Seen by the team alone.',
					recorded_at: new Date(),
					keys: [`team:${it.reviewId}`],
				})
				.execute(),
		);
	});

	const evidenceFor = (personId: string) =>
		it.home.as(personId, ({ db }) =>
			db.selectFrom('evidence').select('seen').where('review_id', '=', it.reviewId).execute(),
		);

	describe('another partnership', () => {
		test.each(['review', 'member', 'protocol_version'] as const)(
			'cannot make a %s of an id that is taken',
			async (table) => {
				const theirs = await foundedPartnership(database());
				const versionId = randomUUIDv7();
				const publish = (id: string) =>
					theirs.as(theirs.chair, (ctx) =>
						publishPreset(ctx, { id, partnershipId: theirs.partnershipId, preset: 'family' }),
					);
				await publish(versionId);
				const { id } = await database().asOwner((db) =>
					db
						.selectFrom(table)
						.select('id')
						.where('partnership_id', '=', it.home.partnershipId)
						.executeTakeFirstOrThrow(),
				);
				const row = {
					review: {
						host_member_id: theirs.members[0],
						protocol_version_id: versionId,
						kind: '',
						focus: '',
						focus_kind: '',
						focus_source: '',
						proposed_by: theirs.chair,
					},
					member: { name: 'Taken', from_day: '2026-09-07' },
					protocol_version: { number: 2, title: '', document: '{}', published_by: theirs.chair },
				}[table];
				await expect(
					theirs.as(theirs.chair, ({ db }) =>
						db
							.insertInto(table)
							.values({ partnership_id: theirs.partnershipId, id, ...row } as never)
							.execute(),
					),
				).rejects.toThrow(/unique/);
			},
		);

		test('proposing a review under the id of ours opens nothing of ours', async () => {
			const theirs = await foundedPartnership(database());
			await theirs.as(theirs.chair, (ctx) =>
				publishPreset(ctx, { id: randomUUIDv7(), partnershipId: theirs.partnershipId, preset: 'family' }),
			);
			const proposal = { partnershipId: theirs.partnershipId, hostMemberId: theirs.members[0], ...frame };
			await theirs.as(theirs.chair, (ctx) => proposeReview(ctx, { id: it.reviewId, ...proposal }));
			expect(await theirs.as(theirs.chair, (ctx) => openReview(ctx, it.reviewId))).toBeNull();
			expect(await evidenceFor(theirs.chair)).toEqual([]);
			expect(await evidenceFor(it.reviewer)).toHaveLength(1);
		});
	});

	test("another review's activity is not changed by its id", async () => {
		const other = randomUUIDv7();
		await it.propose({ id: other, hostMemberId: it.home.members[1] }, it.reviewer);
		const activity = it.activity();
		await it.on(it.host, scheduleActivity, activity);
		const taken = { ...activity, reviewId: other, people: [], starts: '13:00', ends: '14:00' };
		expect(await it.on(it.reviewer, scheduleActivity, taken)).toMatchObject({ is: 'missing' });
		const [kept] = await it.home.as(it.host, (ctx) => timetable(ctx, it.key));
		expect(kept).toMatchObject({ starts: '10:00', people: [{ id: it.reviewer }] });
	});

	test.each([
		['line', addLine, { question: 'Whose line?' }],
		['decision', recordDecision, { words: 'Whose decision?' }],
	] as const)('a %s under the id of another review’s is not taken for done', async (_, deed, words) => {
		const other = randomUUIDv7();
		await it.propose({ id: other, hostMemberId: it.home.members[1] }, it.reviewer);
		const sent = { id: randomUUIDv7(), ...words };
		for (const _ of [1, 2]) expect(await it.on(it.host, deed, sent)).toMatchObject({ is: 'done' });
		expect(await it.on(it.reviewer, deed, { ...sent, reviewId: other })).toEqual({ is: 'missing' });
	});

	test('an address in capitals opens the same review, by the id the audience keys are made of', async () => {
		const open = await it.home.as(it.host, (ctx) => openReview(ctx, it.reviewId.toUpperCase()));
		expect(open?.id).toBe(it.reviewId);
	});

	describe('those who run the partnership', () => {
		test('do not add themselves to a team the host has agreed to', async () => {
			expect(
				await it.on(it.home.chair, joinTeam, { personId: it.home.chair, role: 'reviewer' }),
			).toMatchObject({
				is: 'invalid',
				fields: { personId: expect.stringMatching(/said yes/) },
			});
		});

		test('do not add themselves as administrators at all', async () => {
			const administrator = await it.home.invited('administrator');
			for (const personId of [administrator, administrator.toUpperCase()])
				expect(await it.on(administrator, joinTeam, { personId, role: 'reviewer' })).toMatchObject({
					is: 'invalid',
					fields: { personId: expect.stringMatching(/yourself/) },
				});
		});

		test('the host under another spelling of their id is still the host', async () => {
			expect(
				await it.on(it.home.chair, joinTeam, { personId: it.host.toUpperCase(), role: 'reviewer' }),
			).toMatchObject({ is: 'invalid', fields: { personId: expect.stringMatching(/heads the school/) } });
		});
	});

	test('a reviewer whose place in the partnership ends loses the team with it', async () => {
		expect(await evidenceFor(it.reviewer)).toHaveLength(1);
		const role = (await it.home.as(it.home.chair, (ctx) => roles(ctx, it.home.partnershipId))).find(
			({ personId }) => personId === it.reviewer,
		)!;
		const form = {
			partnershipId: it.home.partnershipId,
			roleId: role.id,
			of: 'appointment',
			untilDay: role.fromDay,
		};
		expect(await it.home.as(it.home.chair, (ctx) => endRole(ctx, form))).toMatchObject({ is: 'done' });
		expect(await evidenceFor(it.reviewer)).toEqual([]);
		expect(await it.home.as(it.reviewer, (ctx) => openReview(ctx, it.reviewId))).toBeNull();
	});
});
