import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { fileNameOf, type PrintedAs, type PrintedFile } from '#platform/print/file-name.ts';
import { paperAsPdf } from '#platform/print/paper-as-pdf.server.ts';
import { paperAsWord } from '#platform/print/paper-as-word.server.ts';
import type { Paper } from '#platform/print/paper.ts';
import { editionOf, remarksOf, type EditionRow } from './queries.server.ts';
import { reportPaper, restricted, type Printing } from './report-paper.ts';
import { insertLook } from './report-store.server.ts';
import { ofReview } from './of-review.ts';

/** An edition the actor may read, as a tagged PDF (PDF/UA) or for Word: the latest, or that of a number. Null where there is none. */
export async function printReport(
	ctx: Context,
	reviewId: string,
	as: PrintedAs,
	number: number | null = null,
): Promise<PrintedFile | null> {
	const printing = await printingOf(ctx, reviewId, number);
	return printing && print(printing, as);
}

/** The same as a page to be printed. */
export async function reportAsPage(ctx: Context, reviewId: string): Promise<Paper | null> {
	const printing = await printingOf(ctx, reviewId);
	return printing && reportPaper(printing);
}

/** Printing is written down. */
async function printingOf(
	ctx: Context,
	reviewId: string,
	number: number | null = null,
): Promise<Printing | null> {
	const taken = await takeEdition(ctx, reviewId, 'printed', number ?? 'latest');
	if (!taken) return null;
	const { review, edition } = taken;
	const remarks = await remarksOf(ctx, review);
	return { protocol: review.protocol, signing: review.facts, edition, remarks, restriction: restricted };
}

/**
 * The latest edition the actor may read, the one that is out, or that of a number, with its review; the look is written
 * down.
 */
export async function takeEdition(
	ctx: Context,
	reviewId: string,
	to: 'read' | 'printed',
	which: 'latest' | 'published' | number = 'latest',
): Promise<{ review: OpenReview; edition: EditionRow } | null> {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person') return null;
	const out = review.facts.publication?.edition ?? null;
	if (which === 'published' && out === null) return null;
	const number = which === 'latest' ? null : which === 'published' ? out : which;
	const edition = await editionOf(ctx, review, number);
	if (!edition) return null;
	await insertLook(ctx, ofReview(review), to, ctx.actor.id);
	return { review, edition };
}

/** Sets an edition as a file. */
export async function print(printing: Printing, as: PrintedAs): Promise<PrintedFile> {
	const paper = reportPaper(printing);
	const bytes = as === 'pdf' ? paperAsPdf(paper) : await paperAsWord(paper);
	return { fileName: fileName(printing.edition, as), as, bytes };
}

const fileName = ({ number, body }: EditionRow, as: PrintedAs): string =>
	fileNameOf('peer-review', body.host || 'report', `${body.firstDay ?? 'undated'}-edition-${number}`, as);
