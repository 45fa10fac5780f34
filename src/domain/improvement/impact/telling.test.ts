import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openReview } from '#domain/review/open.server.ts';
import { sql } from 'kysely';
import { readableNow } from '#domain/agenda/readable.server.ts';
import { published } from '#domain/report/written-report.fixture.ts';
import { preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { release, takeBack } from '#domain/review/deeds/sharing.server.ts';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import { acted, byToken, day, reads, token } from '../pack/acted-review.fixture.ts';
import { actionsOf } from '../queries.server.ts';
import { changeImpact, takeBackImpact, tellImpact } from './deeds.server.ts';
import { impactOfReviews, toldImpact } from './queries.server.ts';

type Review = Awaited<ReturnType<typeof acted>>;
type Someone = Parameters<Review['as']>[0];
const figures = { measure: 'Rooms that do it', before: '2 of 12', now: '11 of 12' };

forEachEngine((database) => {
	let review: Review;
	let actionId: string;
	beforeAll(async () => {
		review = await acted(database());
		actionId = (await as('host', (ctx) => actionsOf(ctx, { ...review, id: review.reviewId })))[0]!.id;
	});

	const as = <T>(who: Someone, work: (ctx: Context) => Promise<T>) => review.as(who, work, day);
	const form = (more: object = {}) => ({
		id: randomUUIDv7(),
		reviewId: review.reviewId,
		heading: 'assessment',
		words: 'All rooms do it.',
		...more,
	});
	const tell = async (more: object = {}, who: Someone = 'host') => {
		const filled = form(more);
		return { id: filled.id, outcome: await as(who, (ctx) => tellImpact(ctx, filled)) };
	};
	const read = (who: Someone) =>
		as(who, async (ctx) => {
			const opened = await openReview(ctx, review.reviewId);
			return opened ? toldImpact(ctx, opened) : null;
		});
	const one = async (id: string, who: Someone = 'host') => (await read(who))?.find((told) => told.id === id);
	const known = (who: Someone) =>
		as(who, async (ctx) =>
			(await impactOfReviews(ctx, review.partnershipId, [review.reviewId])).get(review.reviewId),
		);

	test('CSC-29 a review with actions and nothing told has no impact, then a narrative one, then a measured one', async () => {
		expect(await known('host')).toBe('none');
		const { id } = await tell();
		expect(await known('reviewer')).toBe('narrative');
		const measured = await tell(figures);
		expect(await known('host')).toBe('measured');
		for (const told of [id, measured.id])
			await as('host', (ctx) => takeBackImpact(ctx, { reviewId: review.reviewId, impactId: told }));
		expect(await known('host')).toBe('none');
		expect(await known('outsider')).toBeUndefined();
	});

	test('HEP-15 the host’s head tells it under a heading, of which pupils, of which action; the same form twice is one', async () => {
		const filled = form({ actionId, pupils: 'Year 5', ...figures });
		for (const _ of [1, 2])
			expect(await as('host', (ctx) => tellImpact(ctx, filled))).toMatchObject({ is: 'done' });
		expect((await read('reviewer'))!.filter(({ id }) => id === filled.id)).toMatchObject([
			{
				heading: 'assessment',
				pupils: 'Year 5',
				words: 'All rooms do it.',
				measure: { what: 'Rooms that do it', before: '2 of 12', now: '11 of 12' },
				action: { id: actionId, title: 'Show others how' },
				version: 1,
			},
		]);
	});

	test('nobody but the host’s head tells, changes or takes it back', async () => {
		const { id } = await tell();
		for (const who of ['reviewer', 'facilitator', 'chair', 'outsider'] as const) {
			const at = { reviewId: review.reviewId, impactId: id };
			expect((await tell({}, who)).outcome.is).toMatch(/denied|missing/);
			expect((await as(who, (ctx) => changeImpact(ctx, { ...form({ version: 1 }), ...at }))).is).toMatch(
				/denied|missing/,
			);
			expect((await as(who, (ctx) => takeBackImpact(ctx, at))).is).toMatch(/denied|missing/);
		}
		expect(await one(id)).toMatchObject({ words: 'All rooms do it.' });
	});

	test.each([
		['no heading', { heading: '' }, { heading: 'Choose the heading it belongs under.' }],
		['one of no protocol', { heading: 'gossip' }, { heading: 'Choose the heading it belongs under.' }],
		['no words', { words: ' ' }, { words: 'Say what is different now.' }],
		[
			'an action of no review',
			{ actionId: randomUUIDv7() },
			{ actionId: 'Choose an action of this review.' },
		],
		['half a measure', { ...figures, now: '' }, { now: 'Begin with the figure now, such as 70%.' }],
	])('refused by its field: %s', async (_, more, fields) => {
		expect((await tell(more)).outcome).toEqual({ is: 'invalid', fields });
	});

	test('told also of a review that is closed, and a hundred times at most', async () => {
		const closed = await acted(database());
		const { reviewId, partnershipId } = closed;
		const by = <T>(work: (ctx: Context) => Promise<T>) => closed.as('host', work, day);
		await database().asOwner(async (db) => {
			await sql`insert into closure (partnership_id, review_id, closed_by, closed_at)
				values (${partnershipId}, ${reviewId}, ${closed.people.host}, now())`.execute(db);
			await sql`insert into impact (partnership_id, id, review_id, heading, words, pupils, told_by, told_at, keys)
				select partnership_id, gen_random_uuid(), id, 'assessment', 'More.', '', ${closed.people.host}, now(), ${[`host:${reviewId}`]}
				from review, generate_series(1, 99) where id = ${reviewId}`.execute(db);
		});
		const last = form({ reviewId });
		for (const _ of [1, 2]) expect((await by((ctx) => tellImpact(ctx, last))).is).toBe('done');
		expect(await by((ctx) => tellImpact(ctx, form({ reviewId })))).toMatchObject({
			fields: { '': expect.stringMatching(/at most 100/) },
		});
	});

	test('what is told of a review without actions opens their place, until it is taken back', async () => {
		const review = await preparedReview(database());
		await published(review);
		const told = form({ reviewId: review.reviewId });
		const host = <T>(work: (ctx: Context) => Promise<T>) => review.as('host', work, day);
		const open = () => host((ctx) => readableNow(ctx, { ...review, id: review.reviewId }));
		expect((await open()).actions).toBe(false);
		await host((ctx) => tellImpact(ctx, told));
		expect((await open()).actions).toBe(true);
		await host((ctx) => takeBackImpact(ctx, { reviewId: review.reviewId, impactId: told.id }));
		expect((await open()).actions).toBe(false);
	});

	test('refused before the report is published', async () => {
		const early = await preparedReview(database());
		const outcome = await early.as('host', (ctx) => tellImpact(ctx, form({ reviewId: early.reviewId })));
		expect(outcome).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringMatching(/once the report is out/) },
		});
	});

	describe('told otherwise', () => {
		const change = (id: string, more: object, version = 1) =>
			as('host', (ctx) =>
				changeImpact(ctx, {
					...{ reviewId: review.reviewId, impactId: id, version },
					...{ heading: 'assessment', words: 'Most do.', ...more },
				}),
			);

		test('replaces what stood; a figure taken out makes it narrative', async () => {
			const { id } = await tell(figures);
			expect(await change(id, {})).toEqual({ is: 'done', value: null });
			expect(await one(id, 'reviewer')).toMatchObject({
				...{ words: 'Most do.', measure: null, version: 2 },
				former: [{ words: 'All rooms do it.', measure: { now: '11 of 12' }, until: expect.any(String) }],
			});
		});

		test('sent twice it is done once; from an older page it comes back as a conflict and changes nothing', async () => {
			const { id } = await tell();
			for (const _ of [1, 2]) expect((await change(id, figures)).is).toBe('done');
			expect((await change(id, { words: 'Few do.' })).is).toBe('conflict');
			expect(await one(id)).toMatchObject({ words: 'Most do.', version: 2 });
		});

		test('not once it was taken back, nor under another review’s name', async () => {
			const { id } = await tell();
			await as('host', (ctx) => takeBackImpact(ctx, { reviewId: review.reviewId, impactId: id }));
			expect((await change(id, {})).is).toBe('missing');
			expect(await one(id)).toBeUndefined();
			const other = await acted(database());
			const { id: kept } = await tell();
			const outcome = await other.as(
				'host',
				(ctx) => changeImpact(ctx, { ...form({ version: 1 }), reviewId: other.reviewId, impactId: kept }),
				day,
			);
			expect(outcome.is).toBe('missing');
			expect(await one(kept)).toMatchObject({ version: 1 });
		});
	});

	test('NFS-13 read by those who read the actions, further when these are opened, and no longer when they are closed', async () => {
		const opened = await acted(database());
		const reading = (who: Someone) =>
			opened.as(
				who,
				async (ctx) => {
					const found = await openReview(ctx, opened.reviewId);
					return found ? (await toldImpact(ctx, found)).length : 0;
				},
				day,
			);
		await opened.as('host', (ctx) => tellImpact(ctx, form({ reviewId: opened.reviewId })), day);
		expect(await reading('otherHead')).toBe(0);
		const releaseId = randomUUIDv7();
		const circle = {
			id: releaseId,
			reviewId: opened.reviewId,
			thing: 'actions',
			audience: 'heads',
		};
		expect(await opened.as('host', (ctx) => release(ctx, circle), day)).toMatchObject({ is: 'done' });
		expect(await reading('otherHead')).toBe(1);
		await opened.as('host', (ctx) => takeBack(ctx, { reviewId: opened.reviewId, releaseId }), day);
		expect(await reading('otherHead')).toBe(0);
	});

	test('NFS-20 CSC-29 a pack says what was told and how, under its headings; what was taken back is not in it', async () => {
		const packed = await acted(database());
		const held = await token(packed);
		const shown = async () => JSON.stringify(await byToken(database(), held, reads));
		expect(await shown()).toContain('No impact has been told yet.');
		const narrative = form({ reviewId: packed.reviewId, words: 'Parents stopped asking.' });
		expect(await packed.as('host', (ctx) => tellImpact(ctx, narrative), day)).toMatchObject({ is: 'done' });
		expect(await shown()).toContain('No measured impact: what is told here is in words.');
		await packed.as('host', (ctx) => tellImpact(ctx, form({ reviewId: packed.reviewId, ...figures })), day);
		const impact = { reviewId: packed.reviewId, impactId: narrative.id };
		await packed.as('host', (ctx) => takeBackImpact(ctx, impact), day);
		const pack = await shown();
		expect(pack).toContain('Rooms that do it: 2 of 12 before, 11 of 12 now');
		expect(pack).not.toContain('Parents stopped asking.');
	});
});
