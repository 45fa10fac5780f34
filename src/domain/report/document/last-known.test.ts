import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { wordsOf } from './blocks.ts';
import { sendUpdate } from './deeds.server.ts';
import { documentOf, partsOf, rememberedDocument } from './document.server.ts';
import { knownUpTo, remember, takeKnown, type LastKnown } from './last-known.ts';
import { openPage, saidUnder } from './page.fixture.ts';
import { takeTurnToWrite } from './turn.server.ts';

forEachEngine((database) => {
	let review: PreparedReview;
	beforeEach(async () => {
		review = await preparedReview(database());
	});

	/** What whoever adds next would add it to; it stays remembered. */
	const toWrite = () =>
		review.as('reviewer', async (ctx) => {
			const of = { partnershipId: review.partnershipId, id: review.reviewId };
			const { log } = await takeTurnToWrite(ctx, of, ctx.newId(), knownUpTo(of.id));
			const { doc, number } = rememberedDocument(of.id, log) ?? (await documentOf(ctx, of));
			return { number, said: wordsOf(partsOf(doc, ['strengths']).get('strengths')!) };
		});

	test('what was rolled back is in nothing that is added to later', async () => {
		const page = await openPage(review, 'reviewer');
		page.write('strengths', 'One.');
		await page.send();
		const other = await openPage(review, 'facilitator');
		other.write('strengths', 'Never kept.');
		const form = {
			id: crypto.randomUUID(),
			reviewId: review.reviewId,
			writer: other.doc.clientID,
			update: Buffer.from(other.unsent()).toString('base64'),
		};
		const undone = review.as('facilitator', async (ctx) => {
			expect(await sendUpdate(ctx, form)).toMatchObject({ is: 'done' });
			throw new Error('The connection broke.');
		});
		await expect(undone).rejects.toThrow('broke');
		page.write('strengths', 'Two.');
		await page.send();
		expect(await toWrite()).toEqual({ number: 2, said: 'One.\nTwo.' });
	});

	test('what another process added since is brought in', async () => {
		const page = await openPage(review, 'reviewer');
		page.write('strengths', 'One.');
		await page.send();
		const here = copied(takeKnown(review.reviewId)!);
		page.write('strengths', 'Two.');
		await page.send();
		remember(review.reviewId, here);
		page.write('strengths', 'Three.');
		await page.send();
		expect(takeKnown(review.reviewId)!.doc).toBe(here.doc);
		expect((await toWrite()).said).toBe(await saidUnder(review, 'strengths'));
	});

	test('who is far behind reads the whole anew', async () => {
		const page = await openPage(review, 'reviewer');
		page.write('strengths', 'One.');
		await page.send();
		const here = copied(takeKnown(review.reviewId)!);
		const text = page.write('strengths', '').get(0) as Y.XmlText;
		for (let turn = 0; turn < 60; turn += 1) {
			text.insert(text.length, `${turn} `);
			await page.send();
		}
		remember(review.reviewId, here);
		page.write('strengths', 'Last.');
		expect(await page.send()).toEqual({ is: 'done', value: { number: 62 } });
		expect((await toWrite()).said).toBe(await saidUnder(review, 'strengths'));
	});

	test('who comes while another has it asks for the log from there, and not for all of it', async () => {
		const page = await openPage(review, 'reviewer');
		page.write('strengths', 'One.');
		await page.send();
		const last = takeKnown(review.reviewId)!;
		expect([knownUpTo(review.reviewId), takeKnown(review.reviewId)]).toEqual([1, null]);
		remember(review.reviewId, last);
		expect(takeKnown(review.reviewId)).toBe(last);
	});

	test('a log that says something else under that number is believed', async () => {
		const page = await openPage(review, 'reviewer');
		page.write('strengths', 'One.');
		await page.send();
		const last = takeKnown(review.reviewId)!;
		remember(review.reviewId, { ...last, doc: new Y.Doc(), update: new Uint8Array([1, ...last.update]) });
		expect(await toWrite()).toEqual({ number: 1, said: 'One.' });
	});
});

test('those that nobody wrote in for longest are forgotten, by number and by size', () => {
	const last = (bytes: number): LastKnown => ({
		doc: new Y.Doc(),
		number: 1,
		update: new Uint8Array(),
		bytes,
	});
	for (let nth = 0; nth < 60; nth += 1) remember(`by number ${nth}`, last(1));
	expect([takeKnown('by number 9'), takeKnown('by number 10')]).toEqual([null, expect.anything()]);
	remember('large', last(9_000_000));
	remember('larger', last(9_000_000));
	expect([takeKnown('by number 59'), takeKnown('large'), takeKnown('larger')]).toEqual([
		null,
		null,
		expect.anything(),
	]);
});

function copied({ doc, ...last }: LastKnown): LastKnown {
	const copy = new Y.Doc({ gc: false });
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return { ...last, doc: copy };
}
