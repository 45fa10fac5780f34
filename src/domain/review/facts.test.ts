import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { endRole } from '#domain/partnership/deeds/roles.server.ts';
import { roles } from '#domain/partnership/queries.server.ts';
import { forEachEngine } from '#test/database.ts';
import { agreedReview, type InTheMaking } from './deeds/in-the-making.fixture.ts';
import { hostAcceptedOn } from './facts.ts';
import { factsOf } from './kept-facts.server.ts';
import { openReview } from './open.server.ts';

forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await agreedReview(database());
	});

	const factsOn = async (reviewId: string, day?: string) => {
		const [facts] = await it.home.as(it.home.chair, (ctx) => factsOf(ctx, [reviewId]), day);
		return facts!;
	};

	test('a review is proposed on its day in London, and its groups are those of the school year of that day', async () => {
		const reviewId = randomUUIDv7();
		const groupId = randomUUIDv7();
		const partnership_id = it.home.partnershipId;
		await database().asOwner(async (db) => {
			const { protocol_version_id } = await db
				.selectFrom('review')
				.select('protocol_version_id')
				.where('id', '=', it.reviewId)
				.executeTakeFirstOrThrow();
			await db
				.insertInto('review')
				.values({
					partnership_id,
					id: reviewId,
					host_member_id: it.home.members[0],
					protocol_version_id,
					...{ kind: 'themed', focus: 'A', focus_kind: 'A', focus_source: 'A' },
					proposed_by: it.host,
					// In London the new school year has begun: it is 1 August there.
					proposed_at: '2026-07-31T23:30:00Z',
				})
				.execute();
			await db
				.insertInto('member_group')
				.values({ partnership_id, id: groupId, name: 'Trio', school_year: '2026-27' })
				.execute();
			await db
				.insertInto('group_membership')
				.values({ partnership_id, group_id: groupId, member_id: it.home.members[0] })
				.execute();
		});
		expect(await factsOn(reviewId)).toMatchObject({ proposedOn: '2026-08-01', groupIds: [groupId] });
	});

	test('a head who accepts and leaves has spoken for the host; the team, and who heads it later, have not', async () => {
		const onLastDay = '2026-09-10';
		const head = (await it.home.as(it.home.chair, (ctx) => roles(ctx, it.home.partnershipId))).find(
			({ personId }) => personId === it.host,
		)!;
		const form = {
			partnershipId: it.home.partnershipId,
			roleId: head.id,
			of: 'appointment',
			untilDay: onLastDay,
		};
		await it.home.as(it.home.chair, (ctx) => endRole(ctx, form));
		await it.home.invited('headteacher', it.home.members[0]);
		const facts = await factsOn(it.reviewId, '2026-09-11');
		expect(facts.hostHeads.map(({ personId }) => personId)).not.toContain(it.host);
		expect(facts.acceptedBy.filter(({ host }) => host).map(({ personId }) => personId)).toEqual([it.host]);
		expect(facts.acceptedBy).toHaveLength(3);
		expect(hostAcceptedOn(facts)).toBe('2026-09-07');
		const stage = it.home.as(
			it.reviewer,
			async (ctx) => (await openReview(ctx, it.reviewId))?.stage,
			'2026-09-11',
		);
		expect(await stage).toBe('agreed');
	});
});
