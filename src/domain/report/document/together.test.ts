import { randomUUIDv7 } from 'node:crypto';
import * as Y from 'yjs';
import { beforeEach, describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { reportScreen } from '../screen.server.ts';
import { published, upForSigning } from '../written-report.fixture.ts';
import {
	leaveLostWordsOut,
	nameVersion,
	putLostWordsBack,
	restoreVersion,
	sayWhere,
	sendUpdate,
} from './deeds.server.ts';
import { openToWrite, reportNews } from './live.server.ts';
import { openPage, saidUnder } from './page.fixture.ts';

forEachEngine((database) => {
	let review: PreparedReview;
	beforeEach(async () => {
		review = await preparedReview(database());
	});
	const screenOf = (someone: 'reviewer' | 'host') =>
		review.as(someone, (ctx) => reportScreen(ctx, review.reviewId));
	const newsTo = (someone: keyof PreparedReview['people'], after: number | null = 0) =>
		review.as(someone, async (ctx) => {
			const open = await openToWrite(ctx, review.reviewId);
			return open && reportNews(ctx, open, after);
		});

	describe('KSA-3 written jointly', () => {
		test('two write at once, and both find all of it', async () => {
			const [one, other] = [await openPage(review, 'reviewer'), await openPage(review, 'facilitator')];
			one.write('strengths', 'Reading aloud.');
			other.write('strengths', 'Talk about books.');
			other.write('development', 'Marking.');
			expect(await Promise.all([one.send(), other.send()])).toMatchObject([{ is: 'done' }, { is: 'done' }]);
			await one.hear();
			await other.hear();
			for (const heading of ['strengths', 'development'])
				expect(one.part(heading).toString()).toBe(other.part(heading).toString());
			expect((await saidUnder(review, 'strengths')).split('\n').toSorted()).toEqual([
				'Reading aloud.',
				'Talk about books.',
			]);
		});

		test('the same sent again, whole or within more, adds nothing', async () => {
			const page = await openPage(review, 'reviewer');
			page.write('strengths', 'Reading aloud.');
			const id = randomUUIDv7();
			const [update] = [Buffer.from(page.unsent()).toString('base64')];
			for (const again of [id, id, randomUUIDv7()])
				expect(await page.send({ id: again, update })).toEqual({ is: 'done', value: { number: 1 } });
			expect(await saidUnder(review, 'strengths')).toBe('Reading aloud.');
		});

		test('who hears of it goes on from what they know', async () => {
			const page = await openPage(review, 'reviewer');
			const known = (await newsTo('facilitator'))!;
			expect(known.log).toEqual({ after: 0, number: 0, updates: [] });
			page.write('strengths', 'One.');
			await page.send();
			page.write('strengths', 'Two.');
			await page.send({ caret: { anchor: { tname: 'strengths' }, head: { tname: 'strengths' } } });
			const news = (await newsTo('facilitator', 1))!;
			expect(news.log).toMatchObject({ after: 1, number: 2, updates: [expect.any(String)] });
			expect(news.number).toBeGreaterThan(known.number);
			expect(news.carets).toMatchObject([{ writer: page.doc.clientID, name: 'Demo reviewer' }]);
			expect((await newsTo('facilitator', null))!.log).toEqual({ after: 2, number: 2, updates: [] });
		});
	});

	test('the first word of a report that nobody has opened is kept', async () => {
		const doc = new Y.Doc();
		const form = {
			id: randomUUIDv7(),
			reviewId: review.reviewId,
			writer: doc.clientID,
			update: withPart('strengths', 'paragraph', 'Reading aloud.'),
			caret: null,
		};
		expect(await review.as('reviewer', (ctx) => sendUpdate(ctx, form))).toMatchObject({ is: 'done' });
		expect(await saidUnder(review, 'strengths')).toBe('Reading aloud.');
	});

	describe('NFS-12 who may', () => {
		test('nobody but the team hears of it, writes in it or says where they are', async () => {
			const page = await openPage(review, 'reviewer');
			page.write('strengths', 'Reading aloud.');
			await page.send();
			const form = { id: randomUUIDv7(), reviewId: review.reviewId, writer: 5, update: 'AAA=' };
			for (const someone of ['host', 'champion', 'chair', 'governor', 'otherHead', 'outsider'] as const) {
				expect(await newsTo(someone), someone).toBeNull();
				const answers = [
					await review.as(someone, (ctx) => sendUpdate(ctx, form)),
					await review.as(someone, (ctx) => sayWhere(ctx, { ...form, caret: null })),
				];
				for (const { is } of answers) expect(['missing', 'denied'], someone).toContain(is);
			}
		});

		test('who leaves the team writes nothing more, and hears nothing more', async () => {
			const page = await openPage(review, 'reviewer');
			page.write('strengths', 'Before.');
			await page.send();
			await review.as('facilitator', ({ db }) =>
				db
					.updateTable('team_member')
					.set({ left_on: '2026-11-19' })
					.where('person_id', '=', review.people.reviewer)
					.execute(),
			);
			page.write('strengths', 'After.');
			expect((await page.send()).is).not.toBe('done');
			expect(await newsTo('reviewer')).toBeNull();
			expect((await newsTo('facilitator'))!.log.number).toBe(1);
		});

		test('nobody writes under another’s number, in the words or as a caret', async () => {
			const [theirs, mine] = [await openPage(review, 'reviewer'), await openPage(review, 'facilitator')];
			theirs.write('strengths', 'Theirs.');
			await theirs.send({ caret: null });
			mine.doc.clientID = theirs.doc.clientID;
			mine.write('strengths', 'As if theirs.');
			expect(await mine.send()).toMatchObject({ is: 'invalid' });
			const caret = { anchor: { tname: 'strengths' }, head: { tname: 'strengths' } };
			const where = { reviewId: review.reviewId, writer: theirs.doc.clientID, caret };
			await review.as('facilitator', (ctx) => sayWhere(ctx, where));
			const [shown] = (await newsTo('facilitator'))!.carets;
			expect(shown).toMatchObject({ name: 'Demo reviewer', caret: null });
		});

		test('nor under a number that another has shown, before they wrote a word', async () => {
			const [theirs, mine] = [await openPage(review, 'reviewer'), await openPage(review, 'facilitator')];
			const where = { reviewId: review.reviewId, writer: theirs.doc.clientID, caret: null };
			await review.as('reviewer', (ctx) => sayWhere(ctx, where));
			mine.doc.clientID = theirs.doc.clientID;
			mine.write('strengths', 'As if theirs.');
			expect(await mine.send()).toMatchObject({ is: 'invalid' });
			theirs.write('strengths', 'Theirs.');
			expect(await theirs.send()).toMatchObject({ is: 'done' });
		});

		test('a published report takes nothing more', async () => {
			const page = await openPage(review, 'reviewer');
			await published(review);
			page.write('strengths', 'Too late.');
			expect(await page.send()).toMatchObject({ is: 'invalid', fields: { '': expect.any(String) } });
		});
	});

	test.each([
		['nothing', ''],
		['no base64', 'Reading aloud!'],
		['no update', Buffer.from('Reading aloud').toString('base64')],
		['a heading that is not there', withPart('elsewhere')],
		['a kind that is not there', withPart('strengths', 'script')],
		['words that cannot be shown', withPart('strengths', 'paragraph', 'Reading\u0000')],
		['words that turn others round', withPart('strengths', 'paragraph', '\u202eReading')],
	])('%s is refused, and the report unharmed', async (_, update) => {
		const page = await openPage(review, 'reviewer');
		page.write('strengths', 'Reading aloud.');
		await page.send();
		expect(await page.send({ update })).toMatchObject({ is: 'invalid' });
		expect(await saidUnder(review, 'strengths')).toBe('Reading aloud.');
	});

	test('a caret that names no place is refused: it would break the editors that show it', async () => {
		const page = await openPage(review, 'reviewer');
		const caret = { anchor: {}, head: {} };
		const where = { reviewId: review.reviewId, writer: page.doc.clientID, caret };
		expect(await review.as('reviewer', (ctx) => sayWhere(ctx, where))).toMatchObject({ is: 'invalid' });
	});

	test('a list may go deeper than anybody writes one', async () => {
		const page = await openPage(review, 'reviewer');
		let list = new Y.XmlElement('bulletList');
		page.part('strengths').push([list]);
		for (let level = 0; level < 12; level += 1) {
			const item = new Y.XmlElement('listItem');
			list.push([item]);
			list = new Y.XmlElement('bulletList');
			item.push([list]);
		}
		expect(await page.send()).toMatchObject({ is: 'done' });
	});

	describe('words deleted by somebody who has not seen them', () => {
		async function lose() {
			const [one, other] = [await openPage(review, 'reviewer'), await openPage(review, 'facilitator')];
			const paragraph = one.write('strengths', 'Reading aloud.');
			await one.send();
			await other.hear();
			other.part('strengths').delete(0, 1);
			await other.send();
			for (const [at, words] of [
				[14, ' In'],
				[17, ' every room.'],
			] as const) {
				(paragraph.get(0) as Y.XmlText).insert(at, words);
				await one.send();
			}
			return (await screenOf('reviewer'))!.lostWords;
		}

		test('are offered, and put back once where they stood', async () => {
			const [lost, ...more] = await lose();
			expect(more).toEqual([]);
			expect(lost).toMatchObject({ heading: 'strengths', author: 'Demo reviewer' });
			expect(lost!.words).toContain('In every room.');
			const form = { reviewId: review.reviewId, lostId: lost!.id };
			for (const someone of ['reviewer', 'facilitator'] as const)
				expect((await review.as(someone, (ctx) => putLostWordsBack(ctx, form))).is).not.toBe('invalid');
			expect(await saidUnder(review, 'strengths')).toBe(lost!.words.trim());
			expect((await screenOf('reviewer'))!.lostWords).toEqual([]);
		});

		test('or left out, which whoever does not write can do neither', async () => {
			const [lost] = await lose();
			const form = { reviewId: review.reviewId, lostId: lost!.id };
			for (const someone of ['host', 'champion', 'outsider'] as const)
				expect((await review.as(someone, (ctx) => leaveLostWordsOut(ctx, form))).is).not.toBe('done');
			expect(await review.as('facilitator', (ctx) => leaveLostWordsOut(ctx, form))).toEqual({
				is: 'done',
				value: null,
			});
			expect([await saidUnder(review, 'strengths'), (await screenOf('reviewer'))!.lostWords]).toEqual([
				'',
				[],
			]);
		});
	});

	test('a version keeps what stood there, and restoring it keeps what came after in the history', async () => {
		const page = await openPage(review, 'reviewer');
		page.write('strengths', 'Reading aloud.');
		await page.send();
		const version = randomUUIDv7();
		const named = { id: version, reviewId: review.reviewId, name: 'Before lunch' };
		await review.as('reviewer', (ctx) => nameVersion(ctx, named));
		page.part('strengths').delete(0, 1);
		page.write('strengths', 'All is well.');
		await page.send();
		const form = { reviewId: review.reviewId, versionId: version };
		expect(await review.as('host', (ctx) => restoreVersion(ctx, form))).not.toMatchObject({ is: 'done' });
		await review.as('facilitator', (ctx) => restoreVersion(ctx, form));
		expect(await saidUnder(review, 'strengths')).toBe('Reading aloud.');
		await page.hear();
		expect(page.part('strengths').toString()).toContain('Reading aloud.');
	});

	test('a change reopens what is up for signing, and the same words again close it', async () => {
		const page = await openPage(review, 'reviewer');
		await upForSigning(review);
		page.write('strengths', 'One more thing.');
		await page.send();
		expect((await screenOf('host'))!.draft).toMatchObject({ changed: true });
		page.part('strengths').delete(0, page.part('strengths').length);
		await page.send();
		expect((await screenOf('host'))!.draft).toMatchObject({ changed: false });
	});

	test('after many updates the log is brought together and says the same', async () => {
		const page = await openPage(review, 'reviewer');
		const paragraph = page.write('strengths', '');
		await page.send();
		const text = paragraph.get(0) as Y.XmlText;
		for (let turn = 0; turn < 60; turn += 1) {
			text.insert(text.length, `${turn} `);
			await page.send();
		}
		const fresh = await openPage(review, 'facilitator');
		expect(fresh.part('strengths').toString()).toBe(page.part('strengths').toString());
		expect((await newsTo('facilitator'))!.log.updates.length).toBeLessThan(55);
	});
});

/** An update that adds a paragraph, or an element of another kind, in a part of a document. */
function withPart(name: string, kind = 'paragraph', words = ''): string {
	const doc = new Y.Doc();
	const element = new Y.XmlElement(kind);
	if (words !== '') element.insert(0, [new Y.XmlText(words)]);
	doc.getXmlFragment(name).push([element]);
	return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}
