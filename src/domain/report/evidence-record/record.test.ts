import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { withdrawEvidence } from '#domain/evidence/actions.server.ts';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { showToHost } from '#domain/evidence/showing.server.ts';
import type { Audience } from '#domain/protocol/parts/audience.ts';
import { readPdf, tagsOf } from '#platform/print/read-pdf.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { evidence } from '../written-report.fixture.ts';
import { printRecord, recordAsPage } from './record.server.ts';

const inClass = { source: 'observation', pupilYear: '', pupilWords: '' };

forEachEngine((database) => {
	const take = (review: PreparedReview, someone: 'host' | 'reviewer' | 'champion' | 'governor') =>
		review.as(someone, async (ctx) => ({
			page: JSON.stringify((await recordAsPage(ctx, review.reviewId))?.blocks ?? null),
			pdf: await printRecord(ctx, review.reviewId, 'pdf'),
			docx: await printRecord(ctx, review.reviewId, 'docx'),
		}));

	describe('the evidence record', () => {
		const prepared = async (readers: Audience[] = ['team']) => {
			const review = await preparedReview(database(), (protocol) => {
				protocol.evidence.outsideFocus = 'kept apart';
				protocol.audience.things.evidence.floor = readers;
			});
			const { a } = review.lines;
			await evidence(review, { ...inClass, lineId: a, seen: 'Second drafts.', soWhat: 'They try again.' });
			await evidence(review, { lineId: a, contradictsHost: 'yes' });
			await evidence(review, { ...inClass, seen: 'Calm corridors.' });
			const gone = await evidence(review, { ...inClass, lineId: a, seen: 'Mr Larch shouts.' });
			await review.as('reviewer', (ctx) =>
				withdrawEvidence(ctx, { evidenceId: gone, reviewId: review.reviewId, reason: 'It names somebody.' }),
			);
			const apart = await evidence(review, { ...inClass, seen: 'A wet wall.', outsideFocus: 'yes' });
			return { review, apart };
		};

		test('CSC-11 sets what was seen beside so what, kind and source, line by line, and names nobody', async () => {
			const { review } = await prepared();
			const { page, pdf, docx } = await take(review, 'reviewer');
			const read = await readPdf(pdf!.bytes);
			expect(tagsOf(read.tags, /^H1$/).map((tag) => tag.words)).toEqual([
				'A: What do pupils do with marking?',
				'B: What do pupils do with marking?',
				'On no line of enquiry',
				'Outside the focus, kept apart',
			]);
			const cells = tagsOf(read.tags, /^T[HD]$/).map((tag) => tag.words);
			expect(cells.slice(2, 6)).toEqual([
				'Second drafts.',
				expect.stringMatching(/^They try again\..*Note, Lesson/),
				expect.stringMatching(/My marker helps me go further.*A pupil, Year 4/),
				expect.stringMatching(/pupils.*The school’s own view differs\./),
			]);
			const html = await mammoth.convertToHtml({ buffer: Buffer.from(docx!.bytes) });
			expect(html.value.match(/<thead>/g)).toHaveLength(3);
			for (const all of [page, read.text.join(' '), html.value]) {
				expect(all).toContain('Calm corridors.');
				expect(all).not.toMatch(/Larch|Demo reviewer/);
			}
			expect(docx!.fileName).toBe('evidence-fernmarsh-2026-11-19.docx');
		});

		test('CSC-26 is the team’s alone, and the host’s where evidence is opened to them; what is kept apart is in no copy of theirs', async () => {
			const { review, apart } = await prepared();
			const nothing = { page: 'null', pdf: null, docx: null };
			for (const someone of ['host', 'champion', 'governor'] as const)
				expect(await take(review, someone)).toEqual(nothing);
			const shown = { evidenceId: apart, reviewId: review.reviewId, version: '1' };
			expect(await review.as('reviewer', (ctx) => showToHost(ctx, shown))).toMatchObject({ is: 'done' });
			expect(await take(review, 'host')).toEqual(nothing);

			const open = (await prepared(['team', 'host'])).review;
			const { page, pdf } = await take(open, 'host');
			expect(page).toContain('Second drafts.');
			expect(page).not.toContain('A wet wall.');
			expect((await readPdf(pdf!.bytes)).text.join(' ')).not.toContain('A wet wall.');
			expect((await take(open, 'reviewer')).page).toContain('A wet wall.');
		});
	});
});
