import { expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { readPdf, tagsOf } from '#platform/print/read-pdf.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { editFinding } from '../deeds/findings.server.ts';
import { findingsOf } from '../queries.server.ts';
import { finding, key, published } from '../written-report.fixture.ts';
import { feedbackScreen, saveFeedback } from './feedback.server.ts';
import { printNotes } from './printed-notes.server.ts';

type Someone = Parameters<PreparedReview['as']>[0];
const allStaff = { title: 'Summary', minutes: 30, for: 'all staff' as const };

forEachEngine((database) => {
	const prepared = () => preparedReview(database(), ({ day }) => day.blocks.push(allStaff));
	const screen = (review: PreparedReview, by: Someone = 'reviewer') =>
		review.as(by, (ctx) => feedbackScreen(ctx, review.reviewId));
	const save = (review: PreparedReview, more: object, by: Someone = 'reviewer') =>
		review.as(by, (ctx) =>
			saveFeedback(ctx, { reviewId: review.reviewId, hearers: 'head', version: '0', words: '', ...more }),
		);
	const saidTo = async (review: PreparedReview) =>
		(await screen(review))!.sets.map(({ hearers, spoken }) => [
			hearers,
			spoken.filter(({ said }) => said).map(({ id }) => id),
		]);

	test('NFS-9 the team speaks from its findings as they stand, in the order it settles', async () => {
		const review = await prepared();
		const [strength, development] = [await finding(review, 'strength'), await finding(review, 'development')];
		expect(await saidTo(review)).toEqual([
			['head', [strength, development]],
			['staff', [strength]],
		]);
		const form = { order: [strength, development], said: [strength, development], words: 'Thank you all.' };
		expect(await save(review, { ...form, later: strength })).toMatchObject({ is: 'done' });
		expect((await saidTo(review))[0]).toEqual(['head', [development, strength]]);
		await review.as('reviewer', async (ctx) => {
			const row = (await findingsOf(ctx, key(review))).find(({ id }) => id === strength)!;
			await editFinding(ctx, {
				findingId: strength,
				...{ reviewId: review.reviewId, version: String(row.version), kind: row.kind, lineId: '' },
				...{ seen: 'Mrs Larch reads to us.', effect: row.effect, evidence: row.evidence.map(({ id }) => id) },
			});
		});
		const set = (await screen(review, 'facilitator'))!.sets[0]!;
		expect(set).toMatchObject({ words: 'Thank you all.', version: 1, writtenBy: 'Demo reviewer' });
		expect(set.spoken[1]!.seen).toBe('Mrs Larch reads to us.');
		expect(set.names).toEqual([{ found: 'Mrs Larch', why: expect.any(String) }]);
	});

	test('NFS-9 it is printed for each circle of hearers, in the order that was settled, saying what looks like a name', async () => {
		const review = await prepared();
		const [strength, development] = [await finding(review, 'strength'), await finding(review, 'development')];
		const form = { order: [strength, development], said: [strength, development], later: strength };
		await save(review, { ...form, words: 'Mrs Larch was kind.' });
		const notes = async (hearers: 'head' | 'staff', by: Someone = 'reviewer') => {
			const file = await review.as(by, (ctx) => printNotes(ctx, review.reviewId, hearers));
			return file && (await readPdf(file.bytes));
		};
		const head = (await notes('head'))!;
		expect(head).toMatchObject({ title: 'To the headteacher and senior leaders', language: 'en-GB' });
		expect(tagsOf(head.tags, /^LI$/).map(({ words }) => words)).toEqual([
			expect.stringMatching(/We saw Seen development.*so pupils go on/),
			expect.stringMatching(/We saw Seen strength.*so pupils go on/),
		]);
		expect(head.text.join(' ')).toMatch(/“Mrs Larch” looks like.*Mrs Larch was kind\./);
		const staff = (await notes('staff'))!.text.join(' ');
		expect(staff).toContain('No individual teacher is spoken about');
		expect(staff).not.toContain('Seen development');
		for (const other of ['host', 'champion', 'chair'] as const) expect(await notes('head', other)).toBeNull();
	});

	test('two who settle it at once: the second is shown what the first chose; sent twice it is one', async () => {
		const review = await prepared();
		const only = await finding(review);
		const form = { order: [only], said: [only], words: 'First.' };
		for (const _ of [1, 2]) expect(await save(review, form)).toMatchObject({ is: 'done' });
		expect(await save(review, { ...form, words: 'Second.' }, 'facilitator')).toMatchObject({
			is: 'conflict',
			current: { words: 'First.' },
		});
		expect(await save(review, { ...form, version: '1', said: [] }, 'facilitator')).toMatchObject({
			is: 'done',
		});
		expect((await saidTo(review))[0]).toEqual(['head', []]);
	});

	test('it is the bound team’s alone, and stays as it is once the report is out', async () => {
		const review = await prepared();
		await published(review);
		for (const other of ['host', 'champion', 'chair', 'otherHead', 'outsider'] as const) {
			expect(await screen(review, other)).toBeNull();
			expect((await save(review, {}, other)).is).toMatch(/denied|missing/);
		}
		expect(await save(review, {})).toMatchObject({ is: 'invalid', fields: { '': expect.any(String) } });
		expect((await screen(review))?.closed).toMatch(/published/);
	});

	test('where the day has no part for all staff, nothing is settled for them', async () => {
		const review = await preparedReview(database(), ({ day }) => {
			day.blocks = day.blocks.filter((block) => block.for !== 'all staff');
		});
		expect(await save(review, { hearers: 'staff' })).toMatchObject({ is: 'missing' });
		expect((await screen(review))!.sets.map(({ hearers }) => hearers)).toEqual(['head']);
	});
});
