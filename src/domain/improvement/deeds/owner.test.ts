import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import type { PersonKey } from '#test/cast.ts';
import { forEachEngine } from '#test/database.ts';
import { doing } from '#test/demo/doing.ts';
import { fernmarshReview, monday } from '#test/demo/published-review.ts';
import { answerableFindings } from '../queries.server.ts';
import { tellImpact } from '../impact/deeds.server.ts';
import { impactOfReviews, readsImpact } from '../impact/queries.server.ts';
import { planAction, updateAction } from './actions.server.ts';

forEachEngine((database) => {
	test('whoever owns an action finds it, also where nobody but team and host knows of the review', async () => {
		const { founded, reviewId } = await fernmarshReview(database(), 'published');
		const by = <T>(who: PersonKey, work: (ctx: Context) => Promise<T>) =>
			doing(founded, who, monday, '09:00', work);
		const knows = (who: PersonKey) => by(who, async (ctx) => (await openReview(ctx, reviewId)) !== null);
		/** What is left of who knows where the protocol tells it to team and host alone. */
		const narrow = () =>
			database().asOwner((db) =>
				sql`update review set cycle_keys = array(select key from unnest(cycle_keys) as known (key)
					where split_part(key, ':', 1) in ('team', 'host', 'person'))`.execute(db),
			);
		await narrow();
		expect([await knows('tealeaf'), await knows('ropewalk')]).toEqual([false, false]);

		const findings = await by('inkwell', async (ctx) =>
			answerableFindings(ctx, (await openReview(ctx, reviewId))!),
		);
		const action = {
			id: randomUUIDv7(),
			reviewId,
			findingId: findings[0]!.id,
			title: 'Replace the end of the checklist',
			owner: 'Morwenna Tealeaf',
			due: '2027-02-12',
			measureOfSuccess: 'Nobody waits.',
		};
		expect(await by('inkwell', (ctx) => planAction(ctx, action))).toMatchObject({ is: 'done' });
		await narrow();
		expect([await knows('tealeaf'), await knows('ropewalk')]).toEqual([true, false]);
		const update = { id: randomUUIDv7(), reviewId, actionId: action.id, progress: 'done', words: '' };
		expect(await by('tealeaf', (ctx) => updateAction(ctx, update))).toMatchObject({ is: 'done' });

		const measured = { measure: 'Children who go on writing', before: '12 of 30', now: '27 of 30' };
		const told = { id: randomUUIDv7(), reviewId, heading: 'marking', words: 'Nobody waits.', ...measured };
		expect(await by('inkwell', (ctx) => tellImpact(ctx, { ...told, actionId: action.id }))).toMatchObject({
			is: 'done',
		});
		const known = (who: PersonKey) =>
			by(who, async (ctx) => {
				const review = (await openReview(ctx, reviewId))!;
				const impact = await impactOfReviews(ctx, review.partnershipId, [reviewId]);
				return [await readsImpact(ctx, review), impact.get(reviewId)];
			});
		// They are not told that there is none: they read what they own, and not what came of the review.
		expect(await known('tealeaf')).toEqual([false, undefined]);
		expect(await known('hedgepath')).toEqual([true, 'measured']);
	});
});
