import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { openedLink } from '#domain/review/opened-link.server.ts';
import { speakingScreen } from '#domain/review/speaking/speaking.server.ts';
import { forEachEngine } from '#test/database.ts';
import { acted, answer, ask, byToken, day, make, reads, token } from './acted-review.fixture.ts';

forEachEngine((database) => {
	describe('NFS-20 who is available to speak to a review', () => {
		const named = async (review: PreparedReview, held: string) =>
			(await byToken(database(), held, async (ctx) => (await openedLink(ctx))!.speakers)) ?? review.reviewId;

		test('is asked by letter, once, answers for themselves, and is named as they wrote', async () => {
			const review = await acted(database());
			expect(await ask(review, 'host', 'facilitator')).toMatchObject({ is: 'done' });
			expect(await ask(review, 'coHead', 'facilitator')).toMatchObject({ is: 'done' });
			const letters = await database().asOwner((db) =>
				sql<{
					n: number;
				}>`select count(*)::int as n from letter where recipient = ${`${review.people.facilitator}@example.org`}
					and body like '%/speaking%'`.execute(db),
			);
			expect(letters.rows[0]!.n).toBe(1);
			expect(await answer(review, 'facilitator', 'yes', '01632 960 001')).toMatchObject({ is: 'done' });
			const held = await token(review, { speakers: review.people.facilitator });
			expect(await named(review, held)).toEqual([{ name: 'Demo facilitator', contact: '01632 960 001' }]);
			expect(JSON.stringify(await byToken(database(), held, reads))).toContain(
				'Demo facilitator of the review team is available to speak to this review.',
			);
			expect(
				await review.as('facilitator', (ctx) => speakingScreen(ctx, review.reviewId), day),
			).toMatchObject({ asked: { agrees: true }, named: [{ forWhom: 'Jo Field' }] });
		});

		test('is not named who never agreed, said no, takes it back, or is no longer on the team', async () => {
			const review = await acted(database());
			const { facilitator, reviewer } = review.people;
			const refused = { is: 'invalid', fields: { speakers: expect.stringContaining('agreed') } };
			expect(await make(review, { speakers: facilitator })).toMatchObject(refused);
			await ask(review, 'host', 'facilitator');
			await ask(review, 'host', 'reviewer');
			expect(await make(review, { speakers: facilitator })).toMatchObject(refused);
			await answer(review, 'facilitator', 'no', 'written by mistake');
			expect(await make(review, { speakers: facilitator })).toMatchObject(refused);
			await answer(review, 'facilitator', 'yes', '01632 960 001');
			await answer(review, 'reviewer', 'yes');
			const held = await token(review, { speakers: [facilitator, reviewer] });
			await answer(review, 'facilitator', 'no');
			expect(await named(review, held)).toEqual([{ name: 'Demo reviewer', contact: '' }]);
			const { rows: kept } = await database().asOwner((db) =>
				sql<{ contact: string }>`select contact from speaker where person_id = ${facilitator}`.execute(db),
			);
			expect(kept).toEqual([{ contact: '' }]);
			await database().asOwner((db) =>
				db.updateTable('team_member').set({ left_on: day }).where('person_id', '=', reviewer).execute(),
			);
			expect(await named(review, held)).toEqual([]);
		});

		test('nobody but the host’s head asks, nobody answers for another, and only the asked see that they were', async () => {
			const review = await acted(database());
			for (const someone of ['reviewer', 'chair', 'governor'] as const)
				expect(await ask(review, someone, 'facilitator')).toEqual({ is: 'denied' });
			expect(await ask(review, 'host', 'champion')).toMatchObject({ is: 'invalid' });
			expect(await ask(review, 'host', 'otherHead')).toMatchObject({ is: 'invalid' });
			await ask(review, 'host', 'facilitator');
			expect(await answer(review, 'reviewer', 'yes')).toEqual({ is: 'missing' });
			expect(await answer(review, 'host', 'yes')).toEqual({ is: 'denied' });
			for (const someone of ['reviewer', 'host', 'otherHead', 'outsider'] as const)
				expect(await review.as(someone, (ctx) => speakingScreen(ctx, review.reviewId), day)).toBeNull();
			// The database holds it, too.
			const forged = await review.as('host', ({ db }) =>
				db.updateTable('speaker').set({ agrees: true, answered_at: new Date() }).executeTakeFirst(),
			);
			expect(forged.numUpdatedRows).toBe(0n);
			const { partnershipId: partnership_id, reviewId: review_id } = review;
			await expect(
				review.as('reviewer', ({ db }) =>
					db
						.insertInto('speaker')
						.values({
							...{ partnership_id, review_id, person_id: review.people.reviewer },
							...{ asked_by: review.people.reviewer, asked_at: new Date(), keys: [`team:${review_id}`] },
						})
						.execute(),
				),
			).rejects.toThrow(/row-level security/);
		});
	});
});
