import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { editFinding } from '../deeds/findings.server.ts';
import { addContext } from '../deeds/remarks.server.ts';
import { evidence, finding } from '../written-report.fixture.ts';
import { findingScreen } from './screen.server.ts';

type Someone = Parameters<PreparedReview['as']>[0];

forEachEngine((database) => {
	describe('NFS-27 context to one draft finding', () => {
		const open = (audience: string[]) =>
			preparedReview(database(), (protocol) => {
				Object.assign(protocol.audience.things.draft, { floor: audience, ceiling: audience });
			});
		const add = (review: PreparedReview, someone: Someone, findingId: string, id = randomUUIDv7()) =>
			review.as(someone, (ctx) =>
				addContext(ctx, { id, reviewId: review.reviewId, findingId, words: 'It was the week of the tests.' }),
			);

		test('the host adds it once, the team reads it beside the finding and revises, and both wordings are kept', async () => {
			const review = await open(['team', 'host']);
			const cites = [await evidence(review)];
			const id = await finding(review, 'strength', cites);
			const screen = (someone: Someone) =>
				review.as(someone, (ctx) => findingScreen(ctx, review.reviewId, id));
			expect(await screen('host')).toMatchObject({
				sorts: false,
				addsContext: true,
				earlier: [],
				evidence: [],
			});
			const form = randomUUIDv7();
			for (const _ of [1, 2]) expect((await add(review, 'host', id, form)).is).toBe('done');
			expect(await screen('reviewer')).toMatchObject({
				sorts: true,
				addsContext: false,
				finding: { contexts: [{ author: 'Demo host', words: 'It was the week of the tests.' }] },
			});
			await review.as('reviewer', (ctx) =>
				editFinding(ctx, {
					findingId: id,
					reviewId: review.reviewId,
					version: '1',
					kind: 'strength',
					seen: 'Seen in the week of the tests',
					effect: 'So pupils go on by themselves.',
					evidence: cites,
				}),
			);
			for (const someone of ['host', 'facilitator'] as const)
				expect(await screen(someone), someone).toMatchObject({
					finding: { seen: 'Seen in the week of the tests', contexts: [{}] },
					earlier: [{ seen: 'Seen strength', changedBy: 'Demo reviewer' }],
				});
			for (const someone of ['governor', 'champion', 'otherHead', 'outsider'] as const)
				expect(await screen(someone), someone).toBeNull();
		});

		test('nobody adds it but the host, and not to a draft that is closed to them, nor to another review’s finding', async () => {
			const review = await open(['team', 'host']);
			const id = await finding(review);
			for (const someone of ['reviewer', 'governor', 'champion', 'otherHead', 'outsider'] as const)
				expect(['denied', 'missing'], someone).toContain((await add(review, someone, id)).is);
			const other = await open(['team', 'host']);
			expect(await add(review, 'host', await finding(other))).toEqual({ is: 'missing' });

			const closed = await open(['team']);
			const kept = await finding(closed);
			expect((await add(closed, 'host', kept)).is).toBe('invalid');
			expect(await closed.as('host', (ctx) => findingScreen(ctx, closed.reviewId, kept))).toBeNull();
		});
	});
});
