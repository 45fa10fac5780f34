import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { writeFinding } from '#domain/report/deeds/findings.server.ts';
import { addLine, removeActivity } from '#domain/review/deeds/plan.server.ts';
import { newsOf } from '#domain/review/news.server.ts';
import { person } from '#platform/principal.ts';
import type { Database } from '#platform/db/database.ts';
import { openDatabase } from '#platform/db/open.ts';
import { type Live, startLive } from '#platform/live/streams.ts';
import { inContext, type Context } from '#platform/context.ts';
import { job } from '#platform/principal.ts';
import { type FreshDatabase, freshDatabase } from '#test/fresh-database.ts';
import { editEvidence, recordEvidence, withdrawEvidence } from './actions.server.ts';
import { sayPace } from './pace.server.ts';
import { preparedReview, type PreparedReview } from './prepared-review.fixture.ts';
import { dayNews, dayOf } from './screen.server.ts';

const reviewDay = '2026-11-19';

// Who writes and who listens are two processes where the engine allows that: each has opened the database for itself.
describe.each(inject('engines'))('%s', (engine) => {
	let fresh: FreshDatabase;
	let writing: Database;
	let serving: Database;
	let live: Live;
	let review: PreparedReview;
	beforeAll(async () => {
		fresh = await freshDatabase(engine);
		writing = await openDatabase(fresh.settings);
		serving = engine === 'postgresql' ? await openDatabase(fresh.settings) : writing;
		live = startLive(
			(reviews) => serving.as(job('live'), reviewDay, (db) => newsOf(db, reviews)),
			() => {},
		);
		review = await preparedReview(writing);
	});
	afterAll(async () => {
		await live.close();
		if (serving !== writing) await serving.close();
		await writing.close();
		await fresh.remove();
	});

	const piece = (more: object = {}) => ({
		id: randomUUIDv7(),
		reviewId: review.reviewId,
		source: 'pupils',
		kind: 'note',
		seen: 'A queue.',
		...more,
	});
	const newsTo = (someone: keyof PreparedReview['people']) =>
		review.as(someone, (ctx) => dayNews(ctx, review.reviewId));

	/** Opens a stream as the endpoint does, on the serving side. */
	async function listen(someone: keyof PreparedReview['people']) {
		const may = () =>
			inContext(serving, person(review.people[someone]), new Date(`${reviewDay}T12:00:00Z`), (ctx) =>
				dayNews(ctx, review.reviewId),
			);
		const number = await may();
		if (number === null) return null;
		const { body } = live.stream({
			name: review.reviewId,
			owner: someone,
			number,
			since: number,
			still: async () => (await may()) !== null,
		});
		const heard = { words: '', over: false };
		void (async () => {
			for await (const part of body!.pipeThrough(new TextDecoderStream())) heard.words += part;
			heard.over = true;
		})();
		return heard;
	}

	test('what one process commits reaches the streams of another within a second', async () => {
		const heard = (await listen('facilitator'))!;
		const began = Date.now();
		await review.as('reviewer', (ctx) => recordEvidence(ctx, piece()));
		await expect.poll(() => heard.words, { interval: 10, timeout: 2_000 }).toContain('event: news');
		expect(Date.now() - began).toBeLessThan(1_000);
		expect(heard.words.match(/event: news/g)).toHaveLength(1);
		expect(heard.words).toContain(`data: ${await newsTo('facilitator')}\n`);
	});

	test('every change of what the day shows is news, and a day tells which it knows', async () => {
		const { reviewId, activityId } = review;
		const sent = piece();
		const { id, ...rest } = sent;
		const changes: [string, keyof PreparedReview['people'], (ctx: Context) => Promise<{ is: string }>][] = [
			['recorded', 'reviewer', (ctx) => recordEvidence(ctx, sent)],
			[
				'edited',
				'reviewer',
				(ctx) => editEvidence(ctx, { ...rest, evidenceId: id, version: '1', seen: 'Two.' }),
			],
			[
				'cited',
				'facilitator',
				(ctx) =>
					writeFinding(ctx, {
						id: randomUUIDv7(),
						reviewId,
						kind: 'strength',
						seen: 'A',
						effect: 'B',
						evidence: [id],
					}),
			],
			[
				'withdrawn',
				'reviewer',
				(ctx) => withdrawEvidence(ctx, { evidenceId: id, reviewId, reason: 'It names a child.' }),
			],
			['pace', 'facilitator', (ctx) => sayPace(ctx, { reviewId, minutes: '5' })],
			[
				'line',
				'facilitator',
				(ctx) => addLine(ctx, { id: randomUUIDv7(), reviewId, question: 'And assistants?' }),
			],
		];
		let before = (await newsTo('reviewer'))!;
		for (const [what, by, deed] of changes) {
			expect(await review.as(by, deed), what).toMatchObject({ is: 'done' });
			const after = (await newsTo('reviewer'))!;
			expect(after, what).toBeGreaterThan(before);
			before = after;
		}
		expect(await review.as('reviewer', (ctx) => dayOf(ctx, reviewId))).toMatchObject({ news: before });
		await review.as('facilitator', (ctx) => removeActivity(ctx, { reviewId, activityId }), '2026-11-10');
		expect(await newsTo('reviewer')).toBeGreaterThan(before);
		// What is refused is none.
		const refused = await review.as('reviewer', (ctx) => recordEvidence(ctx, piece({ source: 'gossip' })));
		expect([refused.is, await newsTo('reviewer')]).toEqual(['invalid', await newsTo('facilitator')]);
	});

	test('nobody opens one who may not see the day, and who leaves the team hears nothing more', async () => {
		for (const someone of ['host', 'champion', 'chair', 'governor', 'otherHead', 'outsider'] as const)
			expect(await listen(someone), someone).toBeNull();
		const [leaver, stays] = [(await listen('reviewer'))!, (await listen('facilitator'))!];
		await review.as('facilitator', ({ db }) =>
			db
				.updateTable('team_member')
				.set({ left_on: reviewDay })
				.where('person_id', '=', review.people.reviewer)
				.execute(),
		);
		await expect.poll(() => leaver.over).toBe(true);
		await expect.poll(() => stays.words).toContain('event: news');
		expect([leaver.words.includes('event: news'), stays.over]).toEqual([false, false]);
		expect(await listen('reviewer')).toBeNull();
	});
});
