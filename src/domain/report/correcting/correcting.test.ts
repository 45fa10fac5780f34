import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { home } from '#domain/agenda/home.server.ts';
import { closeReview } from '#domain/improvement/deeds/closing.server.ts';
import { makeLink } from '#domain/review/deeds/links.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { forEachEngine } from '#test/database.ts';
import { editFinding } from '../deeds/findings.server.ts';
import { publishReport } from '../deeds/publishing.server.ts';
import { addRemark } from '../deeds/remarks.server.ts';
import { makeEdition } from '../deeds/writing.server.ts';
import { addParagraphs } from '../document/deeds.server.ts';
import {
	type FindingRow,
	findingsOf,
	latestEdition,
	publishedEditions,
	remarksOf,
} from '../queries.server.ts';
import { reportScreen } from '../screen.server.ts';
import { key, published, sign, upForSigning } from '../written-report.fixture.ts';
import { beginCorrection, endCorrection } from './correcting.server.ts';

forEachEngine((database) => {
	let review: PreparedReview;
	beforeEach(async () => {
		review = await preparedReview(database());
	});
	const reason = 'A number of pupils was wrong.';
	type Someone = keyof PreparedReview['people'];
	const begin = (someone: Someone, because = reason) =>
		review.as(someone, (ctx) =>
			beginCorrection(ctx, 'https://eyes.example', { reviewId: review.reviewId, reason: because }),
		);
	const leave = () => review.as('facilitator', (ctx) => endCorrection(ctx, { reviewId: review.reviewId }));
	const write = (words: string) =>
		review.as('reviewer', (ctx) =>
			addParagraphs(ctx, { reviewId: review.reviewId, heading: 'strengths', words }),
		);
	const putUp = () => review.as('reviewer', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
	const publish = (someone: Someone = 'facilitator') =>
		review.as(someone, (ctx) => publishReport(ctx, { reviewId: review.reviewId }));
	const editionFor = (someone: Someone) => review.as(someone, (ctx) => latestEdition(ctx, key(review)));
	const seenBy = (someone: Someone) =>
		review.as(someone, async (ctx) => (await findingsOf(ctx, key(review))).map(({ seen }) => seen));
	const reword = (finding: FindingRow, seen: string) => {
		const { id: findingId, version, kind, effect, evidence } = finding;
		const cites = evidence.map(({ id }) => id);
		const change = { reviewId: review.reviewId, findingId, version: String(version), kind, seen, effect };
		return review.as('reviewer', (ctx) => editFinding(ctx, { ...change, evidence: cites }));
	};
	/** What Home asks of somebody because of a correction. */
	const asked = (someone: Someone) =>
		review.as(someone, async (ctx) =>
			(await home(ctx)).next.filter(({ key: thing }) => thing === 'a correction').map(({ title }) => title),
		);
	const stage = () =>
		review.as('chair', async (ctx) => (await openReview(ctx, review.reviewId))?.stage, '2026-11-26');

	test('a report that is out is put right by a new edition with its reason; the old one is left to team and host', async () => {
		await published(review);
		expect(await write('Too late.')).toMatchObject({ is: 'invalid' });
		expect(await begin('reviewer')).toEqual({ is: 'done', value: null });
		expect(await write('Six of them read daily.')).toMatchObject({ is: 'done' });
		expect(await asked('reviewer')).toEqual(['Put the corrected report up for signing']);
		expect(await asked('host')).toEqual([]);
		// The evidence under it stays as it is.
		const evidenceId = (await review.as('reviewer', (ctx) => findingsOf(ctx, key(review))))[0]!.evidence[0]!
			.id;
		const withdrawal = { evidenceId, reviewId: review.reviewId, reason: 'Mistaken.' };
		expect(await review.as('reviewer', (ctx) => withdrawEvidence(ctx, withdrawal))).toMatchObject({
			is: 'invalid',
		});

		expect(await putUp()).toEqual({ is: 'done', value: { number: 2 } });
		expect((await editionFor('otherHead'))?.number).toBe(undefined);
		expect(await asked('reviewer')).toEqual(['Sign the corrected report']);
		expect(await stage()).toBe('published');
		expect(await publish()).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('Still to sign') },
		});
		await sign(review, 'reviewer', 2);
		expect(await asked('reviewer')).toEqual([]);
		expect(await asked('host')).toEqual([]);
		expect(await asked('facilitator')).toEqual(['Sign the corrected report']);
		await sign(review, 'facilitator', 2);
		for (const someone of ['reviewer', 'facilitator', 'host'] as const)
			expect(await asked(someone)).toEqual(['Publish the corrected report']);
		expect(await asked('chair')).toEqual([]);
		const twice = await Promise.all([publish('facilitator'), publish('host')]);
		for (const outcome of twice) expect(outcome).toEqual({ is: 'done', value: { edition: 2 } });

		for (const someone of ['host', 'reviewer'] as const) {
			expect(await editionFor(someone)).toMatchObject({ number: 2, corrects: 1, reason });
			const editions = await review.as(someone, (ctx) => publishedEditions(ctx, key(review)));
			expect(editions.map(({ number }) => number)).toEqual([2, 1]);
		}
		expect(await write('Once more.')).toMatchObject({ is: 'invalid' });
		expect(await begin('reviewer', 'And another.')).toMatchObject({ is: 'done' });
	});

	test('whoever was given the report reads the edition that is out, and no earlier one after that', async () => {
		review = await preparedReview(database(), (protocol) => {
			protocol.audience.things.report.floor.push('heads');
		});
		await published(review);
		const numbers = () =>
			review.as('otherHead', async (ctx) => {
				const [all, screen] = [
					await publishedEditions(ctx, key(review)),
					await reportScreen(ctx, review.reviewId),
				];
				return [all.map(({ number }) => number), screen?.edition?.number, screen?.draft, screen?.correction];
			});
		expect(await numbers()).toEqual([[1], 1, null, null]);
		await begin('facilitator');
		await write('Six of them read daily.');
		await putUp();
		expect(await numbers()).toEqual([[1], 1, null, null]);
		await sign(review, 'reviewer', 2);
		await sign(review, 'facilitator', 2);
		await publish();
		expect(await numbers()).toEqual([[2], 2, null, null]);
	});

	test('a finding that is put right is the team’s alone until it is out again', async () => {
		review = await preparedReview(database(), (protocol) => {
			protocol.audience.things.findings.floor.push('heads');
		});
		await published(review);
		const [first, second] = await review.as('reviewer', (ctx) => findingsOf(ctx, key(review)));
		await begin('facilitator');
		expect(await reword(first!, 'Seen in two rooms.')).toMatchObject({ is: 'done' });
		expect(await seenBy('otherHead')).toEqual([second!.seen]);
		await putUp();
		await sign(review, 'reviewer', 2);
		await sign(review, 'facilitator', 2);
		await publish();
		expect(await seenBy('otherHead')).toEqual(['Seen in two rooms.', second!.seen]);
	});

	test('nor is it opened further meanwhile, by a link or to others', async () => {
		review = await preparedReview(database(), (protocol) => {
			protocol.audience.things.findings.floor.push('heads');
			protocol.audience.things.findings.ceiling.push('link');
		});
		await published(review);
		await begin('facilitator');
		const [first, second] = await review.as('reviewer', (ctx) => findingsOf(ctx, key(review)));
		await reword(first!, 'Seen in two rooms.');
		const link = {
			id: randomUUIDv7(),
			reviewId: review.reviewId,
			thing: 'findings',
			forWhom: 'Jo Field',
			days: '14',
		};
		expect(await review.as('host', (ctx) => makeLink(ctx, link))).toMatchObject({ is: 'done' });
		expect(await seenBy('otherHead')).toEqual([second!.seen]);
		await reword({ ...first!, version: first!.version + 1 }, first!.seen);
		expect(await leave()).toEqual({ is: 'done', value: null });
		expect(await seenBy('otherHead')).toEqual([first!.seen, second!.seen]);
	});

	test('meanwhile the review is not closed, and what is said of the new edition is heard once it is out', async () => {
		review = await preparedReview(database(), (protocol) => {
			protocol.audience.things.report.floor.push('heads');
			for (const stage of protocol.stages) if (stage.done === 'looked back') stage.required = 'may';
		});
		await published(review);
		await begin('facilitator');
		const close = () => review.as('host', (ctx) => closeReview(ctx, { reviewId: review.reviewId }));
		expect(await close()).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('being corrected') },
		});
		const said = () =>
			review.as('otherHead', async (ctx) => (await remarksOf(ctx, key(review))).map(({ words }) => words));
		const response = {
			id: randomUUIDv7(),
			reviewId: review.reviewId,
			heading: 'response',
			words: 'Thank you.',
		};
		expect(await review.as('host', (ctx) => addRemark(ctx, response))).toMatchObject({ is: 'done' });
		expect(await said()).toEqual([]);
		await write('Six of them read daily.');
		await putUp();
		await sign(review, 'reviewer', 2);
		await sign(review, 'facilitator', 2);
		await publish();
		expect(await said()).toEqual(['Thank you.']);
		expect(await close()).toMatchObject({ is: 'done' });
	});

	test('everybody who signs gets a letter; without anybody who signs nothing goes out', async () => {
		review = await preparedReview(database(), (protocol) => {
			protocol.report.signedBy = ['facilitator'];
		});
		await published(review);
		await begin('reviewer');
		await begin('reviewer');
		const letters = await database().signIn((db) =>
			db
				.selectFrom('letter')
				.select('recipient')
				.where('recipient', 'like', `${review.people.facilitator}%`)
				.execute(),
		);
		expect(letters).toHaveLength(1);
		await database().asOwner((db) =>
			db
				.updateTable('team_member')
				.set({ left_on: '2026-11-19' })
				.where('review_id', '=', review.reviewId)
				.where('person_id', '=', review.people.facilitator)
				.execute(),
		);
		await write('Six of them read daily.');
		await putUp();
		expect(await publish('reviewer')).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('Nobody who signs') },
		});
	});

	test('it is left again while nothing differs, and nobody ends it by typing', async () => {
		await published(review);
		await begin('reviewer');
		await begin('facilitator', 'Something else.');
		expect((await review.as('host', (ctx) => reportScreen(ctx, review.reviewId)))?.correction).toMatchObject({
			reason,
			begunBy: 'Demo reviewer',
		});
		expect(await putUp()).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('Nothing differs') },
		});
		await write('Six of them read daily.');
		expect(await leave()).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('no longer says') },
		});
		await putUp();
		expect(await leave()).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('new edition') },
		});
		review = await preparedReview(database());
		await published(review);
		await begin('reviewer');
		expect(await leave()).toEqual({ is: 'done', value: null });
		expect(await write('Too late.')).toMatchObject({ is: 'invalid' });
	});

	test('nobody begins one but those who write, nor before the report is out', async () => {
		await upForSigning(review);
		expect(await begin('reviewer')).toMatchObject({
			is: 'invalid',
			fields: { '': expect.stringContaining('not out yet') },
		});
		await sign(review, 'reviewer');
		await sign(review, 'facilitator');
		await publish();
		for (const someone of ['host', 'champion', 'chair', 'governor', 'otherHead', 'outsider'] as const)
			expect(['missing', 'denied'], someone).toContain((await begin(someone)).is);
		expect(await begin('reviewer', ' ')).toMatchObject({
			is: 'invalid',
			fields: { reason: expect.any(String) },
		});
	});
});
