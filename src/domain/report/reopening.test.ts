import { expect, test } from 'vitest';
import { withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { openReview } from '#domain/review/open.server.ts';
import { forEachEngine } from '#test/database.ts';
import { findingsIn } from './body.ts';
import { publishReport } from './deeds/publishing.server.ts';
import { reopening } from './deeds/reopening.server.ts';
import { makeEdition } from './deeds/writing.server.ts';
import { reportScreen } from './screen.server.ts';
import { evidence, finding, sign } from './written-report.fixture.ts';

forEachEngine((database) => {
	const signed = async () => {
		const review = await preparedReview(database());
		const cited = await evidence(review);
		await finding(review, 'strength', [cited, await evidence(review, { seen: 'Seen again.' })]);
		await finding(review, 'development');
		await review.as('facilitator', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
		for (const one of ['reviewer', 'facilitator'] as const) await sign(review, one);
		return { review, cited };
	};

	test('the host, who reads no evidence, sees a signed report as its signatories do, and may publish it', async () => {
		const { review } = await signed();
		for (const one of ['host', 'facilitator'] as const) {
			const screen = await review.as(one, (ctx) => reportScreen(ctx, review.reviewId));
			expect(screen, one).toMatchObject({
				waitsFor: null,
				draft: { changed: false },
				may: { publish: true },
			});
			expect(screen!.draft!.headings.flatMap(findingsIn).map((one) => one.evidence)).toEqual([2, 1]);
		}
	});

	test('evidence that is withdrawn after signing reopens it for everybody and is not published', async () => {
		const { review, cited } = await signed();
		const stage = (one: 'host' | 'facilitator') =>
			review.as(one, async (ctx) => (await openReview(ctx, review.reviewId))?.stage);
		expect(await stage('host')).toBe('agreed by the team');
		const form = { evidenceId: cited, reviewId: review.reviewId, reason: 'It names a child.' };
		expect(await review.as('reviewer', (ctx) => reopening(withdrawEvidence)(ctx, form))).toMatchObject({
			is: 'done',
		});
		for (const one of ['host', 'facilitator'] as const) {
			expect(await stage(one)).toBe('on the day');
			const screen = await review.as(one, (ctx) => reportScreen(ctx, review.reviewId));
			expect(screen, one).toMatchObject({ draft: { changed: true } });
		}
		expect(
			await review.as('facilitator', (ctx) => publishReport(ctx, { reviewId: review.reviewId })),
		).toMatchObject({ is: 'invalid' });
	});
});
