import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { showToHost } from '#domain/evidence/showing.server.ts';
import { forEachEngine } from '#test/database.ts';
import { findingsIn } from './body.ts';
import { makeEdition } from './deeds/writing.server.ts';
import { latestEdition } from './queries.server.ts';
import { reportScreen } from './screen.server.ts';
import { findingsScreen } from './sorting/screen.server.ts';
import { evidence, finding, key } from './written-report.fixture.ts';

forEachEngine((database) => {
	test('CSC-26 an edition holds no words of a pupil that are parked, whether or not the host is shown them', async () => {
		const review = await preparedReview(database());
		const parked = { seen: '“I am afraid of the gate.”', outsideFocus: 'yes' };
		const ids = [await evidence(review, parked), await evidence(review, parked)];
		await finding(review, 'strength', ids);
		await finding(review, 'development', [await evidence(review)]);
		const makes = () => review.as('facilitator', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
		expect(await makes()).toEqual({ is: 'done', value: { number: 1 } });
		for (const someone of ['host', 'coHead'] as const) {
			const edition = await review.as(someone, (ctx) => latestEdition(ctx, key(review)));
			expect(
				edition?.body.headings.map((heading) => findingsIn(heading)[0]),
				someone,
			).toMatchObject([
				{ evidence: 2, outsideFocus: true, pupils: [] },
				{ evidence: 1, pupils: [{ words: 'My marker helps me go further.', year: 'Year 4' }] },
			]);
		}
		for (const evidenceId of ids)
			await review.as('reviewer', (ctx) =>
				showToHost(ctx, { evidenceId, reviewId: review.reviewId, version: 1 }),
			);
		// Nothing that is signed has changed by it.
		expect(await makes()).toEqual({ is: 'done', value: { number: 1 } });
	});

	test('CSC-26 a host who writes the report from evidence they read in part or not at all writes what the team would', async () => {
		const review = await preparedReview(database(), ({ report }) => {
			report.writtenBy = 'host';
		});
		const of = (evidenceId: string) => ({ evidenceId, reviewId: review.reviewId });
		const withdraw = (id: string) =>
			review.as('reviewer', (ctx) => withdrawEvidence(ctx, { ...of(id), reason: 'Mistaken.' }));
		const parked = { seen: 'A gate stood open.', pupilWords: '', pupilYear: '', outsideFocus: 'yes' };
		const shown = await evidence(review, parked);
		const kept = await evidence(review, { ...parked, source: 'observation', contradictsHost: 'yes' });
		const within = await evidence(review, { pupilWords: '', pupilYear: '' });
		const apart = await finding(review, 'strength', [shown, kept]);
		await finding(review, 'development', [within]);
		await review.as('reviewer', (ctx) => showToHost(ctx, { ...of(shown), version: 1 }));
		const draft = async (someone: 'host' | 'facilitator') =>
			(await review.as(someone, (ctx) => reportScreen(ctx, review.reviewId)))!.draft!;
		const sees = async () =>
			(await review.as('host', (ctx) => findingsScreen(ctx, review.reviewId)))!.findings.find(
				({ id }) => id === apart,
			);
		expect(await draft('host')).toEqual(await draft('facilitator'));
		expect(findingsIn((await draft('host')).headings[0]!)).toMatchObject([
			{
				evidence: 2,
				sources: ['Lesson observation', 'Talking with pupils'],
				contradictsHost: true,
				outsideFocus: true,
			},
		]);
		expect(await sees()).toMatchObject({ evidence: [{ id: shown }], restsOn: { cites: 2, standing: 2 } });

		for (const someone of ['governor', 'otherHead', 'outsider'] as const) {
			const asked = await review.as(someone, ({ db }) =>
				sql`select * from what_findings_rest_on(${review.partnershipId}, ${review.reviewId})`.execute(db),
			);
			expect(asked.rows, someone).toEqual([]);
		}

		// The one piece that the host has read is gone; what they have not read stands, and the finding with it.
		await withdraw(shown);
		expect(await sees()).toMatchObject({ restsOn: { cites: 2, standing: 1, sources: ['observation'] } });
		const made = await review.as('host', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
		expect(made).toEqual({ is: 'done', value: { number: 1 } });
		await withdraw(kept);
		const again = await review.as('host', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
		expect(again).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('rests on no evidence any more') },
		});
	});
});
