import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { readPdf, tagsOf } from '#platform/print/read-pdf.fixture.ts';
import type { PaperBlock } from '#platform/print/paper.ts';
import { forEachEngine } from '#test/database.ts';
import { addContext, addRemark } from './deeds/remarks.server.ts';
import { addParagraphs } from './document/deeds.server.ts';
import { printReport, reportAsPage } from './print.server.ts';
import { evidence, finding, published, upForSigning } from './written-report.fixture.ts';

const words = (paper: { blocks: readonly PaperBlock[] }) => JSON.stringify(paper.blocks);
const rawText = async (bytes: Uint8Array) =>
	(await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

forEachEngine((database) => {
	describe('the report, taken away', () => {
		const take = (review: PreparedReview, someone: 'host' | 'reviewer' | 'governor' | 'outsider') =>
			review.as(someone, async (ctx) => ({
				pdf: await printReport(ctx, review.reviewId, 'pdf'),
				docx: await printReport(ctx, review.reviewId, 'docx'),
				page: await reportAsPage(ctx, review.reviewId),
			}));

		test('CEN-5 says the same as PDF, in Word and on a page, in the order of the report, quotes and signatures included', async () => {
			const review = await preparedReview(database());
			await finding(review, 'strength', [await evidence(review)]);
			await review.as('reviewer', (ctx) =>
				addParagraphs(ctx, {
					reviewId: review.reviewId,
					heading: 'strengths',
					words: 'What we were shown.',
				}),
			);
			await published(review);
			const { pdf, docx, page } = await take(review, 'host');
			expect([pdf!.fileName, docx!.fileName]).toEqual([
				'peer-review-fernmarsh-2026-11-19-edition-1.pdf',
				'peer-review-fernmarsh-2026-11-19-edition-1.docx',
			]);
			const read = await readPdf(pdf!.bytes);
			const headings = page!.blocks.flatMap((block) =>
				block.is === 'heading' ? [block.runs.map((run) => run.words).join('')] : [],
			);
			expect(headings).toEqual(['Strengths', 'Areas for development', 'Signatures']);
			expect(tagsOf(read.tags, /^H\d$/).map((tag) => tag.words)).toEqual(headings);
			expect(read.bookmarks.map(({ title }) => title)).toEqual(headings);
			const html = await mammoth.convertToHtml({ buffer: Buffer.from(docx!.bytes) });
			expect([...html.value.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, heading]) => heading)).toEqual(headings);
			for (const said of [
				'What we were shown.',
				'My marker helps me go further.',
				'A pupil, Year 4',
				'So pupils go on by themselves.',
				'Demo facilitator',
			]) {
				expect(words(page!)).toContain(said);
				expect(read.text.join(' ')).toContain(said);
				expect(await rawText(docx!.bytes)).toContain(said);
			}
		});

		test('is there for those who read the edition alone, and each time it is taken is written down', async () => {
			const review = await preparedReview(database());
			expect(await take(review, 'reviewer')).toEqual({ pdf: null, docx: null, page: null });
			await upForSigning(review);
			for (const someone of ['governor', 'outsider'] as const)
				expect(await take(review, someone)).toEqual({ pdf: null, docx: null, page: null });
			const { page } = await take(review, 'host');
			expect(words(page!)).toContain('Not yet published.');
			const looks = await database().asOwner((db) =>
				db
					.selectFrom('audit_entry')
					.select(['person_id', 'deed'])
					.where('partnership_id', '=', review.partnershipId)
					.where('thing', '=', 'report')
					.execute(),
			);
			expect(looks.map(({ person_id, deed }) => [person_id, deed])).toEqual(
				Array.from({ length: 3 }, () => [review.people.host, 'printed']),
			);
		});

		test('carries the response of the school and leaves out what the host told the writers', async () => {
			const review = await preparedReview(database());
			const told = 'Two classes were out on a trip.';
			await review.as('host', (ctx) =>
				addContext(ctx, { id: ctx.newId(), reviewId: review.reviewId, words: told }),
			);
			await published(review);
			await review.as('host', (ctx) =>
				addRemark(ctx, {
					id: ctx.newId(),
					reviewId: review.reviewId,
					heading: 'response',
					words: 'We thank\nthe team.\n\nWe will begin at once.',
				}),
			);
			const { docx, page } = await take(review, 'reviewer');
			expect(words(page!)).toContain('We will begin at once.');
			expect(words(page!)).not.toContain(told);
			expect(await rawText(docx!.bytes)).toMatch(/the team\.\s+We will begin at once\./);
		});
	});
});
