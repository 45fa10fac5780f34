import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { release, takeBack } from '#domain/review/deeds/sharing.server.ts';
import { forEachEngine } from '#test/database.ts';
import { withdrawFinding, writeFinding } from './deeds/findings.server.ts';
import { findingsOnItems } from './group-findings.server.ts';
import { evidenceInside, published } from './written-report.fixture.ts';

type Someone = Parameters<PreparedReview['as']>[0];

forEachEngine((database) => {
	let review: PreparedReview;
	let groupId: string;
	beforeAll(async () => {
		review = await preparedReview(database());
		groupId = await groupOfHost(review);
		for (const kind of ['strength', 'strength', 'development']) await on(review.lines.a, kind);
		await on(review.lines.b, 'strength');
		const withdrawn = await on(review.lines.a, 'strength');
		const withdrawal = { id: randomUUIDv7(), reviewId: review.reviewId, findingId: withdrawn };
		expect(await review.as('reviewer', (ctx) => withdrawFinding(ctx, withdrawal))).toMatchObject({
			is: 'done',
		});
	});

	/** The host’s group, past all policies, with an item for which line A stands. */
	async function groupOfHost({ partnershipId, hostMemberId, people, lines }: PreparedReview) {
		const group_id = randomUUIDv7();
		const id = randomUUIDv7();
		const of = { partnership_id: partnershipId, group_id };
		const now = new Date();
		await database().asOwner(async (db) => {
			await db
				.insertInto('member_group')
				.values({ partnership_id: partnershipId, id: group_id, name: 'Quad 2', school_year: '2026-27' })
				.execute();
			await db
				.insertInto('group_membership')
				.values({ ...of, member_id: hostMemberId })
				.execute();
			await db
				.insertInto('group_focus')
				.values({ ...of, words: 'Talk', written_by: people.chair, written_at: now })
				.execute();
			const item = { id, letter: 'a', form: 'question', words: 'Who?' };
			await db
				.insertInto('group_item')
				.values({ ...of, ...item, added_by: people.chair, added_at: now })
				.execute();
			await db.updateTable('line_of_enquiry').set({ item_id: id }).where('id', '=', lines.a).execute();
		});
		return group_id;
	}

	/** A finding on a line of the review. */
	async function on(lineId: string, kind: string): Promise<string> {
		const id = randomUUIDv7();
		const words = { seen: `Seen ${kind}`, effect: 'So pupils go on by themselves.' };
		const outcome = await review.as('reviewer', async (ctx) => {
			const evidence = [await evidenceInside(ctx, review)];
			return writeFinding(ctx, { id, reviewId: review.reviewId, kind, lineId, ...words, evidence });
		});
		expect(outcome).toMatchObject({ is: 'done' });
		return id;
	}
	const found = (someone: Someone) =>
		review.as(someone, (ctx) => findingsOnItems(ctx, review.partnershipId, groupId));
	const counts = async (someone: Someone) =>
		(await found(someone)).map(({ page, findings }) => [page, findings.map(({ count }) => count)]);

	test('CSC-9 the team counts its findings on an item by kind, without those on other lines and those withdrawn', async () => {
		expect(await found('reviewer')).toMatchObject([
			{
				...{ memberId: review.hostMemberId, reviewId: review.reviewId, firstDay: '2026-11-19' },
				page: '/findings',
				findings: [
					{ label: 'Strength', count: 2 },
					{ label: expect.any(String), count: 1 },
				],
			},
		]);
	});

	test('CSC-9 to those who may read neither plan nor findings it is as if the item were not taken up', async () => {
		for (const someone of ['otherHead', 'chair', 'partner', 'governor', 'outsider'] as const)
			expect(await found(someone), someone).toEqual([]);
	});

	test('CSC-9 whoever reads the plan and no findings sees that the item was taken up, and no count', async () => {
		const plan = await opened('plan');
		expect(await counts('governor')).toEqual([['', []]]);
		await review.as('host', (ctx) => takeBack(ctx, { releaseId: plan, reviewId: review.reviewId }));
		expect(await found('governor')).toEqual([]);
	});

	test('CSC-9 published, findings are counted for all who read them, also where the plan is closed to them', async () => {
		await published(review);
		expect(await counts('host')).toEqual([['/report', [2, 1]]]);
		expect(await found('governor')).toEqual([]);
		await opened('findings');
		expect(await counts('governor')).toEqual([['/findings', [2, 1]]]);
		expect(await found('otherHead')).toEqual([]);
		expect(await found('champion'), 'a guest').toEqual([]);
	});

	/** The host opens a thing to its governors. */
	async function opened(thing: 'plan' | 'findings'): Promise<string> {
		const opening = { id: randomUUIDv7(), reviewId: review.reviewId, thing, audience: 'governors' };
		expect(await review.as('host', (ctx) => release(ctx, opening))).toMatchObject({ is: 'done' });
		return opening.id;
	}
});
