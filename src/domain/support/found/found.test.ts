import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { finding, published } from '#domain/report/written-report.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { offerExpertise, withdrawExpertise } from '../deeds.server.ts';
import { expertiseOf } from '../queries.server.ts';
import { reviewsFoundIn, strengthsFound } from './queries.server.ts';

type Someone = Parameters<PreparedReview['as']>[0];

forEachEngine((database) => {
	let review: PreparedReview;
	let draft: PreparedReview;
	const themeId = randomUUIDv7();
	const ofReview = ({ partnershipId, hostMemberId: memberId }: PreparedReview) => ({
		partnershipId,
		memberId,
	});
	const found = (who: Someone, on = review) => on.as(who, (ctx) => strengthsFound(ctx, ofReview(on)));
	const origins = (who: Someone) =>
		review.as(who, async (ctx) => [...(await reviewsFoundIn(ctx, ofReview(review))).values()]);
	const offers = (who: Someone, findingId: string, more: object = {}) => {
		const form = { id: randomUUIDv7(), themeId, ways: ['visit us'], words: 'Pupils mark their own work.' };
		return review.as(who, (ctx) => offerExpertise(ctx, { ...ofReview(review), ...form, findingId, ...more }));
	};

	beforeAll(async () => {
		review = await preparedReview(database());
		draft = await preparedReview(database());
		const { partnershipId: partnership_id } = review;
		const theme = { partnership_id, id: themeId, label: 'Marking', keywords: [] };
		await database().asOwner((db) => db.insertInto('theme').values(theme).execute());
		await published(review);
		await finding(draft);
	});

	describe('HEP-8 what a report found to be good', () => {
		test('is proposed to the host’s heads once it is out, and to nobody who may not read it', async () => {
			for (const who of ['host', 'coHead'] as const)
				expect(await found(who)).toMatchObject([
					{ words: 'Seen strength', reviewId: review.reviewId, reviewedOn: '2026-11-19', offered: false },
				]);
			expect(await found('host', draft)).toEqual([]);
			for (const who of ['otherHead', 'chair', 'partner', 'outsider'] as const)
				expect(await found(who)).toEqual([]);
		});

		test('what could be better is none, nor is a finding of another review', async () => {
			const better = await database().asOwner((db) =>
				db
					.selectFrom('finding')
					.select('id')
					.where('seen', '=', 'Seen development')
					.where('review_id', '=', review.reviewId)
					.executeTakeFirstOrThrow(),
			);
			for (const id of [better.id, randomUUIDv7()])
				expect(await offers('host', id)).toEqual({ is: 'missing' });
			expect(await review.as('host', (ctx) => expertiseOf(ctx, review.partnershipId))).toEqual([]);
		});

		test('becomes an offer that everybody reads in the head’s words; whence it came is for readers of the report', async () => {
			const [strength] = await found('host');
			const id = randomUUIDv7();
			expect(await offers('otherHead', strength!.findingId)).toEqual({ is: 'denied' });
			for (const _ of [1, 2])
				expect(await offers('host', strength!.findingId, { id })).toMatchObject({ is: 'done' });
			expect(await found('host')).toMatchObject([{ offered: true }]);
			expect(await review.as('otherHead', (ctx) => expertiseOf(ctx, review.partnershipId))).toMatchObject([
				{ id, words: 'Pupils mark their own work.' },
			]);
			expect(await origins('host')).toEqual([{ reviewId: review.reviewId, reviewedOn: '2026-11-19' }]);
			for (const who of ['otherHead', 'chair', 'partner'] as const) expect(await origins(who)).toEqual([]);

			const taken = { ...ofReview(review), expertiseId: id };
			expect(await review.as('host', (ctx) => withdrawExpertise(ctx, taken))).toMatchObject({ is: 'done' });
			expect(await found('host')).toMatchObject([{ offered: false }]);
		});
	});
});
