import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { comment, settleComment } from '../comments/deeds.server.ts';
import { writeFinding } from '../deeds/findings.server.ts';
import { makeEdition } from '../deeds/writing.server.ts';
import { addParagraphs } from '../document/deeds.server.ts';
import { reportScreen } from '../screen.server.ts';
import { evidenceInside, finding } from '../written-report.fixture.ts';
import type { Desk } from './desk.server.ts';
import { setAside, takeUpAgain } from './set-aside.server.ts';

type Someone = Parameters<PreparedReview['as']>[0];

forEachEngine((database) => {
	let review: PreparedReview;
	beforeEach(async () => {
		review = await preparedReview(database());
		await finding(review, 'strength');
		await finding(review, 'development');
	});
	const deskOf = async (someone: Someone) =>
		(await review.as(someone, (ctx) => reportScreen(ctx, review.reviewId)))?.desk;
	const write = (words: string, heading = 'strengths') =>
		review.as('reviewer', (ctx) => addParagraphs(ctx, { reviewId: review.reviewId, heading, words }));
	const on = (deed: typeof setAside, someone: Someone, mark: string) =>
		review.as(someone, (ctx) => deed(ctx, { reviewId: review.reviewId, mark }));
	const put = (someone: Someone) =>
		review.as(someone, (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
	const looks = (desk: Desk | null | undefined) =>
		desk?.secondLook.flatMap(({ entries }) =>
			entries.map(({ words, where, times }) => [words, where, times]),
		);
	const markOf = async (words: string) =>
		(await deskOf('reviewer'))!.secondLook
			.flatMap(({ entries }) => entries)
			.find((one) => one.words === words)!.mark;

	test('what is worth a second look is set aside for all who write, until its words change, or it is taken up again', async () => {
		await write('Jaden must read to Jaden.');
		expect(looks(await deskOf('facilitator'))).toEqual([
			['Jaden', 'Strengths', 2],
			['must', 'Strengths', 1],
		]);
		const mark = await markOf('Jaden');
		for (const someone of ['reviewer', 'facilitator'] as const)
			expect(await on(setAside, someone, mark)).toEqual({ is: 'done', value: null });
		const desk = await deskOf('facilitator');
		expect(looks(desk)).toEqual([['must', 'Strengths', 1]]);
		expect(desk!.setAside).toMatchObject([{ words: 'Jaden', mark, by: 'Demo reviewer' }]);

		// What is written elsewhere leaves it where it is; what is written of him brings it back.
		await write('All is calm here.');
		expect((await deskOf('reviewer'))!.setAside).toHaveLength(1);
		await write('Jaden writes as well.');
		expect(looks(await deskOf('reviewer'))?.[0]).toEqual(['Jaden', 'Strengths', 3]);
		expect((await deskOf('reviewer'))!.setAside).toEqual([]);

		const again = await markOf('Jaden');
		await on(setAside, 'reviewer', again);
		for (const _ of [1, 2]) expect((await on(takeUpAgain, 'facilitator', again)).is).toBe('done');
		expect(looks(await deskOf('reviewer'))).toHaveLength(2);
		expect(await put('reviewer')).toMatchObject({ is: 'done' });
		expect(await deskOf('reviewer')).toBeNull();
	});

	test('also where nobody has opened the report to write in it', async () => {
		await review.as('reviewer', async (ctx) =>
			writeFinding(ctx, {
				id: randomUUIDv7(),
				reviewId: review.reviewId,
				kind: 'strength',
				seen: 'Jaden reads well.',
				effect: 'So he goes on.',
				evidence: [await evidenceInside(ctx, review)],
			}),
		);
		expect(await on(setAside, 'reviewer', await markOf('Jaden'))).toEqual({ is: 'done', value: null });
		expect((await deskOf('facilitator'))!.setAside).toMatchObject([{ words: 'Jaden' }]);
	});

	test('nothing is set aside that is not there, nor by anybody who does not write', async () => {
		await write('Jaden reads.');
		const mark = await markOf('Jaden');
		for (const someone of ['host', 'governor', 'otherHead', 'outsider'] as const) {
			expect(await deskOf(someone), someone).toBeFalsy();
			for (const deed of [setAside, takeUpAgain])
				expect(['missing', 'denied'], someone).toContain((await on(deed, someone, mark)).is);
		}
		expect(await on(setAside, 'reviewer', 'f'.repeat(32))).toMatchObject({
			is: 'invalid',
			fields: { '': 'The words have changed since. Look at them again.' },
		});
		expect(await on(setAside, 'reviewer', '../etc')).toMatchObject({ is: 'invalid' });
		expect(looks(await deskOf('reviewer'))).toHaveLength(1);
	});

	test('an unsettled comment stands between the report and its signatures, and leads to its place', async () => {
		const said = {
			id: randomUUIDv7(),
			reviewId: review.reviewId,
			heading: 'strengths',
			words: 'Who says so?',
		};
		await review.as('facilitator', (ctx) => comment(ctx, said));
		const words = 'Demo facilitator’s comment is not settled: ‘Who says so?’';
		expect((await deskOf('reviewer'))!.between).toEqual([
			{ words, href: `#comment-${said.id}`, where: 'the comments on Strengths' },
		]);
		expect(await put('reviewer')).toEqual({ is: 'invalid', fields: { '': words } });
		const form = { reviewId: review.reviewId, commentId: said.id };
		await review.as('reviewer', (ctx) => settleComment(ctx, form));
		expect((await deskOf('reviewer'))!.between).toEqual([]);
		expect(await put('reviewer')).toMatchObject({ is: 'done' });
	});
});
