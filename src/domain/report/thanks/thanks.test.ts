import { expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { published, upForSigning } from '../written-report.fixture.ts';
import { sendThanks, thanksScreen } from './thanks.server.ts';

type Someone = Parameters<PreparedReview['as']>[0];

forEachEngine((database) => {
	const send = (review: PreparedReview, by: Someone, side: string, words = 'Thank you all.', day?: string) =>
		review.as(
			by,
			(ctx) => sendThanks(ctx, 'https://reviews.example', { reviewId: review.reviewId, side, words }),
			day,
		);
	const screen = (review: PreparedReview, by: Someone) =>
		review.as(by, (ctx) => thanksScreen(ctx, review.reviewId));
	const letters = (review: PreparedReview) =>
		database().signIn(async (db) =>
			(await db.selectFrom('letter').select(['recipient', 'subject', 'body']).execute()).filter(({ body }) =>
				body?.includes(review.reviewId),
			),
		);
	const address = (review: PreparedReview, someone: Someone) => `${review.people[someone]}@example.org`;

	test('NFS-13 each side thanks the other once, by letter to everybody of it, and it stays written who did', async () => {
		const review = await preparedReview(database());
		for (const _ of [1, 2]) expect(await send(review, 'host', 'host')).toMatchObject({ is: 'done' });
		expect((await letters(review)).map(({ recipient }) => recipient).toSorted()).toEqual(
			[address(review, 'reviewer'), address(review, 'facilitator')].toSorted(),
		);
		expect(await send(review, 'coHead', 'host', 'Many thanks.')).toMatchObject({
			is: 'conflict',
			current: { words: 'Thank you all.', sentBy: 'Demo host' },
		});
		expect(await send(review, 'facilitator', 'team')).toMatchObject({ is: 'done' });
		expect((await letters(review)).map(({ subject }) => subject).toSorted()).toEqual([
			...Array.from({ length: 2 }, () => 'Thank you from Fernmarsh'),
			...Array.from({ length: 2 }, () => 'Thank you from the review team'),
		]);
		const [fromHost] = (await screen(review, 'reviewer'))!.sides;
		expect(fromHost).toMatchObject({
			sent: { sentBy: 'Demo host', thanked: ['Demo facilitator', 'Demo reviewer'] },
			draft: null,
		});
	});

	test('the draft tells of strengths once they are published, and of nothing before', async () => {
		const review = await preparedReview(database());
		const draft = async (by: Someone) =>
			(await screen(review, by))!.sides.map((side) => side.draft).find((one) => one !== null)!;
		await upForSigning(review);
		for (const by of ['host', 'reviewer'] as const) expect(await draft(by)).not.toContain('Seen strength');
		const out = await preparedReview(database());
		await published(out);
		for (const by of ['host', 'reviewer'] as const) {
			const sides = (await screen(out, by))!.sides;
			expect(sides.map((side) => side.draft).join()).toContain('Seen strength');
			expect(sides.map((side) => side.draft).join()).not.toContain('Seen development');
		}
	});

	test('nobody thanks for others, or before the day', async () => {
		const review = await preparedReview(database());
		expect(await send(review, 'host', 'host', 'Thank you.', '2026-11-18')).toMatchObject({ is: 'invalid' });
		expect(await send(review, 'host', 'team')).toEqual({ is: 'denied' });
		expect(await send(review, 'reviewer', 'host')).toEqual({ is: 'denied' });
		for (const other of ['champion', 'chair', 'governor', 'otherHead', 'outsider'] as const) {
			expect((await send(review, other, 'team')).is).toMatch(/denied|missing/);
			expect(await screen(review, other)).toBeNull();
		}
		expect(await letters(review)).toEqual([]);
	});
});
